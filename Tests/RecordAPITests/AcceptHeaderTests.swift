import Testing

@testable import RecordAPI

@Suite struct `What a client can read` {
    @Test(
        arguments: [
            (nil, "text/html"),
            ("", "text/html"),
            ("*/*", "text/html"),
            ("nonsense", "text/html"),
            ("text/html", "text/html"),
            ("TEXT/HTML;q=1.0", "text/html"),
            ("application/json", "application/json"),
            ("application/ld+json", "application/ld+json"),
            ("application/*", "application/vc"),
            ("application/json, */*", "application/json"),
            ("application/json;q=0.5, */*", "text/html"),
            ("text/html;q=0.4, application/json;q=0.41", "application/json"),
            ("text/html;q=0, */*", "application/vc"),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
            ("application/vc, application/ld+json", "application/vc"),
            ("text/csv, application/json;q=0.1", "application/json"),
            ("application/json;profile=\"x\"; q=0.2, text/html;q=0.1", "application/json"),
        ] as [(String?, String)])
    func `is told from its Accept header`(_ header: String?, _ expected: String) {
        #expect(chosen(header) == expected)
    }

    @Test(arguments: ["text/csv", "image/png, audio/*", "text/html;q=0", "*/*;q=0"])
    func `may be nothing of what there is`(_ header: String) {
        #expect(chosen(header) == nil)
    }

    @Test func `is read within a bound`() {
        let many = String(repeating: "a/b,", count: 100_000) + "text/html"
        #expect(chosen(many) == nil)
    }

    private func chosen(_ header: String?) -> String? {
        let offers = ["text/html", "application/vc", "application/ld+json", "application/json"]
        return AcceptHeader(header).best(of: offers).map { offers[$0] }
    }
}
