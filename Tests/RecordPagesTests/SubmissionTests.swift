import RecordPages
import Testing

@Suite struct `What the form sends` {
    private func submission(_ type: String?, _ body: String) throws(Problem) -> VerifySubmission {
        try VerifySubmission(mediaType: type, body: Array(body.utf8))
    }

    private func multipart(file: String, text: String) -> String {
        "--x1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n"
            + "Content-Type: application/json\r\n\r\n\(file)\r\n"
            + "--x1\r\nContent-Disposition: form-data; name=\"credential\"\r\n\r\n\(text)\r\n"
            + "--x1--\r\n"
    }

    @Test func `a file comes octet for octet`() throws {
        let body = multipart(file: " {\r\n\r\n} \r\n", text: "")
        let given = try submission("multipart/form-data; boundary=x1", body)
        #expect(given.credential == Array(" {\r\n\r\n} \r\n".utf8))
    }

    @Test func `pasted text is kept for the form`() throws {
        let body = multipart(file: "", text: "  {\"a\": 1}\r\n")
        let given = try submission("Multipart/Form-Data; boundary=\"x1\"", body)
        #expect(given.credential == Array("{\"a\": 1}".utf8))
        #expect(given.typed == "{\"a\": 1}")
    }

    @Test func `an encoded form is read as well`() throws {
        let given = try submission(
            "application/x-www-form-urlencoded", "credential=%7B%22a+b%22%3A%20%22%C3%A9%25%22%7D")
        #expect(given.typed == "{\"a b\": \"é%\"}")
    }

    @Test func `a credential sent by itself is one`() throws {
        #expect(try submission("application/json; charset=utf-8", "{}").credential == [0x7B, 0x7D])
    }

    @Test(arguments: ["", "--x1", "--x1\r\n\r\n--x1--", "credential=", "file=%20%0A"])
    func `nothing is said to be nothing`(body: String) {
        let type = body.hasPrefix("--") ? "multipart/form-data; boundary=x1" : nil
        #expect(throws: Problem.nothingGiven) { try submission(type, body) }
    }

    @Test func `an address is told from a record`() {
        #expect(throws: Problem.addressGiven) {
            try submission(
                "application/x-www-form-urlencoded", "credential=https%3A%2F%2Fa.example%2F1")
        }
    }

    @Test func `another kind of body is refused as such`() {
        #expect(throws: Problem.unsupported("video/mp4")) { try submission("video/mp4", "x") }
        #expect(Problem.unsupported("video/mp4").status == 415)
    }

    @Test func `broken escapes stay as they are`() throws {
        #expect(try submission(nil, "credential=%zz%4").typed == "%zz%4")
    }
}
