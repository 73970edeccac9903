import Storage
import Testing

@Suite struct `Names of what is kept` {
    @Test func `record identifiers are random and fit a URL`() {
        let ids = (0..<1_000).map { _ in RecordID.random() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { RecordID($0.text) == $0 })
    }

    @Test(arguments: ["", "short", "../../../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAA\u{E9}"])
    func `record identifiers are nothing else`(_ text: String) {
        #expect(RecordID(text) == nil)
    }

    @Test(arguments: [("main", true), ("a-1", true), ("", false), ("-a", false), ("A", false)])
    func `tenants are named in lower case`(_ text: String, _ isName: Bool) {
        #expect((TenantID(text) != nil) == isName)
    }

    @Test(arguments: [
        ("application/vc+jwt", true), ("text", false), ("a/b/c", false), ("a/b\r\nx", false),
    ])
    func `media types cannot break a header`(_ text: String, _ isType: Bool) {
        #expect((MediaType(text) != nil) == isType)
    }

    @Test func `digests are those of SHA-256`() {
        #expect(
            ContentDigest(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
