import Testing

@testable import RecordAPI

@Suite struct `A form that was sent` {
    @Test func `has files and texts, as browsers write them`() throws {
        let body = """
            --xYz\r
            Content-Disposition: form-data; name="file"; filename="a;b \\"c\\".json"\r
            Content-Type: application/json\r
            \r
            {"a":\r
            1}\r
            --xYz\r
            content-disposition: form-data; name=credential\r
            \r
            \r
            --xYz--\r

            """
        let fields = try multipart(body)
        #expect(fields.map(\.name) == ["file", "credential"])
        #expect(fields.map(\.isFile) == [true, false])
        #expect(fields.content(of: "file") == Array("{\"a\":\r\n1}".utf8))
        #expect(fields.content(of: "credential") == nil)
    }

    @Test func `may be empty`() throws {
        #expect(try multipart("--xYz--").isEmpty)
    }

    @Test(
        arguments: [
            ("", .beginning),
            ("preamble\r\n--xYz--", .beginning),
            ("--xYz", .endsEarly),
            ("--xYz!", .endsEarly),
            ("--xYz!!", .afterBoundary),
            ("--xYz--rest", .afterBoundary),
            ("--xYz\r\n\r\n\r\n--xYz--", .header),
            ("--xYz\r\nContent-Type: text/plain\r\n\r\nx\r\n--xYz--", .nameless),
            ("--xYz\r\nno header\r\n\r\nx\r\n--xYz--", .header),
            ("--xYz\r\nContent-Disposition: form-data\r\n\r\nx\r\n--xYz--", .nameless),
            ("--xYz\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--xYz--", .header),
            ("--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\nx", .endsEarly),
            ("--xYz\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xYz", .endsEarly),
        ] as [(String, FormFault)])
    func `is refused where it is malformed`(_ body: String, _ fault: FormFault) {
        #expect(throws: fault) { try multipart(body) }
    }

    @Test func `has so many fields, and headers of such a length, and no more`() {
        let field = "\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--xYz"
        let many = "--xYz" + String(repeating: field, count: 17) + "--"
        #expect(throws: FormFault.tooManyFields(limit: 16)) { try multipart(many) }
        let long = "--xYz\r\nX: \(String(repeating: "x", count: 5_000))\r\n\r\nx\r\n--xYz--"
        #expect(throws: FormFault.header) { try multipart(long) }
    }

    @Test(arguments: [nil, "", "a\u{0}b", "ends with space ", String(repeating: "x", count: 71)])
    func `needs a boundary that is one`(_ boundary: String?) {
        #expect(throws: FormFault.boundary) { try MultipartForm([], boundary: boundary) }
    }

    @Test func `may be URL-encoded`() throws {
        let body = "credential=%7B%22a%22%3A+%22%C3%A9%22%7D&other=&flag"
        let fields = try URLEncodedForm.fields(Array(body.utf8))
        #expect(fields.map(\.name) == ["credential", "other", "flag"])
        #expect(fields.content(of: "credential") == Array(#"{"a": "é"}"#.utf8))
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=a"])
    func `has whole escapes`(_ body: String) {
        #expect(throws: FormFault.escape) { try URLEncodedForm.fields(Array(body.utf8)) }
    }

    @Test(
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("multipart/form-data; charset=utf-8; Boundary=\"a;b\"", "a;b"),
            ("multipart/form-data", nil),
            ("multipart/form-data; boundary", nil),
        ] as [(String, String?)])
    func `names its boundary in its content type`(_ type: String, _ boundary: String?) {
        let read = ContentType(type)
        #expect(read.isMultipartForm)
        #expect(read.parameter("boundary") == boundary)
    }

    private func multipart(_ body: String) throws(FormFault) -> [FormField] {
        try MultipartForm(Array(body.utf8), boundary: "xYz").fields()
    }
}
