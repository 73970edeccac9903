import Baking
import Credentials
import JSONText
import Verification

extension RecordPageInput {
    /// What the page of a checked credential is made of.
    package init(
        _ checked: CheckedCredential, site: Site = Site(), address: String? = nil,
        downloadPath: String? = nil, checkAgainPath: String? = nil
    ) {
        var tokens = EmbeddedTokens()
        if let credential = checked.document?.credential { tokens.read(credential, under: "") }
        self.init(
            verdict: VerdictView(checked.verdict), credential: checked.document?.credential.json,
            decoded: tokens.decoded, source: Self.text(of: checked), site: site, address: address,
            downloadPath: downloadPath, checkAgainPath: checkAgainPath)
    }

    /// Of a picture, what is baked into it: its own octets are no text.
    private static func text(of checked: CheckedCredential) -> [UInt8] {
        if let document = checked.document { return document.bytes }
        return ImageFormat(of: checked.bytes) == nil ? checked.bytes : []
    }
}

/// The credentials that stand in a record as compact tokens, decoded, by their place.
private struct EmbeddedTokens {
    private(set) var decoded: [Text: JSONValue] = [:]
    private var count = 0

    mutating func read(_ credential: Credential, under base: String, depth: Int = 0) {
        guard depth <= Limits.embeddingDepth else { return }
        for part in credential.contained() where count < Limits.embeddedCredentials {
            count += 1
            guard let document = try? CredentialDocument(contained: part) else { continue }
            let isToken = document.token != nil
            let place = base + part.pointer.description
            if isToken { decoded[Text(place)] = document.credential.json }
            read(document.credential, under: isToken ? place : base, depth: depth + 1)
        }
    }
}
