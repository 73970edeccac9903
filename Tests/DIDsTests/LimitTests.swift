import DIDs
import JSONText
import KeyMaterial
import Testing

/// At each bound it works, one past it the error names the limit.
@Suite struct `A limit on key documents` {
    private let id = "https://uni.example/issuer"

    private func value(_ text: String) throws -> JSONValue {
        try JSONDocument(parsing: Array(text.utf8)).root
    }

    private func method(_ number: Int) -> String {
        ##"{"id":"#k\##(number)","type":"Unknown","controller":"\##(id)"}"##
    }

    @Test func `holds for the keys of a controller's document`() throws {
        func read(_ count: Int) throws {
            let methods = (0..<count).map(method).joined(separator: ",")
            _ = try ControllerDocument(
                reading: value(#"{"id":"\#(id)","verificationMethod":[\#(methods)]}"#))
        }
        try read(Limits.verificationMethods)
        #expect(
            throws: ControllerDocumentError.tooManyMethods(limit: Limits.verificationMethods)
        ) { try read(Limits.verificationMethods + 1) }
    }

    @Test func `holds for the keys of a key set`() throws {
        func read(_ count: Int) throws {
            let keys = Array(repeating: #"{"kty":"unknown"}"#, count: count)
            _ = try KeySet(reading: value(#"{"keys":[\#(keys.joined(separator: ","))]}"#))
        }
        try read(Limits.verificationMethods)
        #expect(
            throws: ControllerDocumentError.tooManyMethods(limit: Limits.verificationMethods)
        ) { try read(Limits.verificationMethods + 1) }
    }

    @Test func `holds for the octets of a document`() async throws {
        func key(_ octets: Int) async -> KeyResolution {
            let text = """
                {"id":"\(id)","verificationMethod":[{"id":"#a","type":"Multikey",\
                "controller":"\(id)","publicKeyMultibase":"\(keyA)"}],"assertionMethod":["#a"]}
                """
            let padding = String(repeating: " ", count: octets - text.utf8.count)
            return await resolve(Text(id + "#a"), [Text(id): text + padding])
        }
        guard case .found = await key(Limits.controllerDocumentBytes) else {
            Issue.record("a document as large as the limit was not read")
            return
        }
        guard case .failed(let failure) = await key(Limits.controllerDocumentBytes + 1) else {
            Issue.record("a document larger than the limit was read")
            return
        }
        #expect("\(failure)".contains("\(Limits.controllerDocumentBytes)"))
    }
}
