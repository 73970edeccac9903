import Credentials
import JSONText
import RecordPages
import Verification

extension RecordPageInput {
    /// The page of what was checked.
    init(_ checked: CheckedCredential, site: Site) {
        let credential = checked.document?.credential
        self.init(
            verdict: VerdictView(checked.verdict), credential: credential?.json,
            decoded: credential.map(Self.decoded) ?? [:], source: checked.bytes, site: site)
    }

    /// The credentials inside that are written as tokens, by the place at which they stand.
    private static func decoded(_ credential: Credential) -> [Text: JSONValue] {
        var decoded: [Text: JSONValue] = [:]
        for part in credential.contained() where part.value.isString {
            guard let document = try? CredentialDocument(contained: part) else { continue }
            decoded[Text(part.pointer.description)] = document.credential.json
        }
        return decoded
    }
}
