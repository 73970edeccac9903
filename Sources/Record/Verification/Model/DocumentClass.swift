import Credentials
import JSONText
import Vocabularies

/// Which class of which generation a document is, by its members and contexts (CLR1-X-03).
package struct DocumentClass: Sendable, Equatable {
    package let dataModel: ShapeModel.DataModel
    package let name: Text

    package init(_ dataModel: ShapeModel.DataModel, _ name: Text) {
        self.dataModel = dataModel
        self.name = name
    }

    /// Nil where nothing tells.
    package init?(of value: JSONValue) {
        guard value.isObject else { return nil }
        let found =
            Self.credential(value) ?? Self.record(value) ?? Self.transcript(value)
            ?? Self.badge(value)
        guard let found else { return nil }
        self = found
    }

    private static func credential(_ value: JSONValue) -> DocumentClass? {
        let credential = Credential(value)
        let dataModel: ShapeModel.DataModel = credential.dataModel == .version1 ? .v1_1 : .v2_0
        if credential.kind != .unknown {
            return DocumentClass(dataModel, Text(credential.kind.rawValue))
        }
        guard value["credentialSubject"] != nil || credential.dataModel != nil else { return nil }
        let model = ShapeModel.on(dataModel)
        let named = credential.types.lazy.map { Text($0) }.first { model.class(named: $0) != nil }
        return DocumentClass(dataModel, named ?? "VerifiableCredential")
    }

    private static func record(_ value: JSONValue) -> DocumentClass? {
        func has(_ name: String) -> Bool { value[name] != nil }
        if has("clrs") || has("signedClrs") { return DocumentClass(.records1, "ClrSet") }
        if has("clr") || has("signedClr") {
            return DocumentClass(.records1Candidate, "ClrPayload")
        }
        if has("learner") && has("publisher") { return DocumentClass(.records1, "ClrDocument") }
        guard value.names(contextOf: "/spec/clr/v1p0/") else { return nil }
        if has("claim") { return DocumentClass(.records1, "EndorsementDocument") }
        if has("publicKeyPem") { return DocumentClass(.records1, "CryptographicKeyDocument") }
        if has("scopesOffered") { return DocumentClass(.records1, "DiscoveryDocument") }
        if has("revokedAssertions") { return DocumentClass(.records1, "RevocationList") }
        if has("achievement") { return DocumentClass(.records1, "AssertionDocument") }
        return DocumentClass(.records1, value.hasType("ClrSet") ? "ClrSet" : "ClrDocument")
    }

    private static func transcript(_ value: JSONValue) -> DocumentClass? {
        let hasMembers = value["transcriptEntities"] != nil && value["person"] != nil
        guard hasMembers || value.hasType("ExtendedTranscript") else { return nil }
        return DocumentClass(.transcript1, "ExtendedTranscript")
    }

    private static func badge(_ value: JSONValue) -> DocumentClass? {
        let isNamed =
            value.names(contextOf: "w3id.org/openbadges")
            || value.names(contextOf: "purl.imsglobal.org/spec/ob/v2p")
        if value["badge"] != nil, isNamed || value["recipient"] != nil {
            return DocumentClass(.badges2, "Assertion")
        }
        guard isNamed else { return nil }
        let names: [String] = [
            "Assertion", "BadgeClass", "Endorsement", "CryptographicKey", "RevocationList",
            "Profile", "Issuer",
        ]
        guard let name = names.first(where: { value.hasType($0) }) else { return nil }
        return DocumentClass(.badges2, name.isSame(as: "Issuer") ? "Profile" : Text(name))
    }
}

extension JSONValue {
    fileprivate func hasType(_ name: String) -> Bool {
        (self["type"]?.oneOrMore ?? []).contains { $0.string?.isSame(as: name) == true }
    }

    /// Whether a context is named that has this in its URL.
    fileprivate func names(contextOf part: String) -> Bool {
        let part = Array(part.utf8)
        return (self["@context"]?.oneOrMore.prefix(Limits.toldFaults) ?? []).contains { entry in
            guard let url = entry.string.map({ Array($0.utf8.prefix(200)) }),
                url.count >= part.count
            else { return false }
            return (0...url.count - part.count).contains { url[$0...].starts(with: part) }
        }
    }
}
