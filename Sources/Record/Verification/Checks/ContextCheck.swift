import Credentials
import JSONText

/// Do the contexts stand in the order that the standard fixes, so that all read the same terms?
struct ContextCheck {
    let credential: Credential
    /// Whether the credential is the `vc` claim of a JWT; nil where it is no JWT.
    let isWrapped: Bool?

    var answers: [Check] {
        let contexts = credential.contexts
        guard let first = contexts.first else {
            return [
                Check(
                    .contextMissing,
                    "There is no \"@context\", so the meaning of the members is not fixed. The "
                        + "issuer must list the contexts of the standard.", at: place)
            ]
        }
        guard let model = first.string.flatMap({ Self.model($0) }) else {
            let found = first.string.map { "\"\($0)\"" } ?? "an object"
            return [
                Check(
                    .contextUnknownFirst,
                    "The first context is \(found). It must be "
                        + "\"\(DataModel.version2Context)\" (or, for older credentials, "
                        + "\"\(DataModel.version1Context)\").", at: place.appending(0))
            ]
        }
        return [generationFault(model), order(contexts, model)].compactMap { $0 }
    }

    private var place: JSONPointer { credential.place.appending("@context") }

    private static func model(_ url: String) -> DataModel? {
        if url.isSame(as: DataModel.version2Context) { return .version2 }
        return url.isSame(as: DataModel.version1Context) ? .version1 : nil
    }

    /// JWT-15: `vc` and data model 1.1 go together.
    private func generationFault(_ model: DataModel) -> Check? {
        guard let isWrapped, isWrapped != (model == .version1) else { return nil }
        let form = isWrapped ? "inside the \"vc\" claim" : "as the payload itself"
        let version = model == .version1 ? "1.1" : "2.0"
        return Check(
            .contextModelMismatch,
            "The JWT carries the credential \(form), but its context is that of data model "
                + "\(version). Only data model 1.1 uses the \"vc\" claim.", at: place.appending(0))
    }

    private func order(_ contexts: [JSONValue], _ model: DataModel) -> Check {
        var isOlder = model == .version1
        for (offset, family) in Self.required(of: credential.kind).enumerated() {
            let position = offset + 1
            let entry = contexts.dropFirst(position).first?.string
            switch entry.flatMap(family.fit) {
            case .current: continue
            case .older: isOlder = true
            case nil: return misplaced(family, position, entry)
            }
        }
        guard isOlder else {
            return Check(.contextsInOrder, "The contexts stand in order.", at: place)
        }
        return Check(
            .contextOlder,
            "The credential names older versions of the contexts. They are used as they are; "
                + "new credentials should name the current ones.", at: place)
    }

    private func misplaced(_ family: ContextFamily, _ position: Int, _ found: String?) -> Check {
        let there = found.map { "there stands \"\($0)\"" } ?? "there is none"
        return Check(
            .contextOutOfOrder,
            "Context number \(position + 1) of \(Noun.phrase(credential.kind.rawValue)) must be that of "
                + "\(family.name), but \(there). Another order can change the meaning of terms; "
                + "the issuer must correct it.", at: place.appending(position))
    }

    private static func required(of kind: CredentialKind) -> [ContextFamily] {
        switch kind {
        case .clrCredential: [.learnerRecord, .openBadges]
        case .achievementCredential, .openBadgeCredential, .endorsementCredential: [.openBadges]
        case .statusListCredential, .verifiableCredential, .presentation, .unknown: []
        }
    }
}

/// The versions of one context (CLR2-M-01, OB3-M-01).
struct ContextFamily {
    let name: String
    private let start: String
    private let current: String

    enum Fit { case current, older }

    static let learnerRecord = ContextFamily(
        name: "CLR 2.0", start: "https://purl.imsglobal.org/spec/clr/v2p0/context",
        current: "-2.0.1.json")
    static let openBadges = ContextFamily(
        name: "Open Badges 3.0", start: "https://purl.imsglobal.org/spec/ob/v3p0/context",
        current: "-3.0.3.json")

    /// Whether a URL is of the family: `context.json` or `context-d.d.d.json`.
    func fit(_ url: String) -> Fit? {
        guard url.utf8.starts(with: start.utf8) else { return nil }
        let rest = Array(url.utf8.dropFirst(start.utf8.count))
        if rest.elementsEqual(current.utf8) { return .current }
        if rest.elementsEqual(".json".utf8) || rest.elementsEqual("/ob_v3p0.jsonld".utf8) {
            return .older
        }
        let pattern = Array(current.utf8)
        guard rest.count == pattern.count else { return nil }
        let fits = zip(rest, pattern).allSatisfy { byte, model in
            byte == model || (Self.isDigit(byte) && Self.isDigit(model))
        }
        return fits ? .older : nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
