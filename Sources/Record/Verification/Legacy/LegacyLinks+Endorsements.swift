import Credentials
import JSONText

/// The endorsements of one document that a badge names by its URL.
struct LinkedEndorsements: Sendable {
    let parts: [LegacyPart]
    /// What they may speak of.
    let identifiers: Set<Text>
}

extension LegacyLinks {
    /// The endorsements of the badge class and of the issuer's profile, where the thing names them by
    /// URL (OB-M-06). Those that are written in it are its own parts.
    ///
    /// Each document is told of once in a verification: where a thousand assertions name one class,
    /// with the first of them. The pointer is that of the URL, for theirs lead into another text.
    func endorsements(
        around record: LegacyRecord, _ shelf: LegacyShelf
    ) async -> [LinkedEndorsements] {
        var found: [LinkedEndorsements] = []
        var issuer = record.place
        switch record.kind {
        case .clr: issuer = issuer.appending("publisher")
        case .badgeClass: issuer = issuer.appending("issuer")
        case .assertion:
            let member = record.json["achievement"] == nil ? "badge" : "achievement"
            issuer = issuer.appending(member)
            if record.badgeURL == nil { issuer = issuer.appending("issuer") }
        case .clrSet, .clrPayload, .profile, .endorsement, .key, .revocationList, .badgeList,
            .extendedTranscript, .recordOfPerformance:
            return []
        }
        if let url = record.badgeURL, let achieved, await shelf.tells(of: url) {
            let place = record.place.appending("badge")
            found.append(Self.endorsements(ofAll: achieved, url, at: place))
        }
        if claimed == nil, let url = issuerURL, let published, await shelf.tells(of: url) {
            let parts = LegacyPart.endorsements(of: published.json, at: issuer)
            found.append(Self.linked(parts, of: published.json, url, at: issuer))
        }
        return found.filter { !$0.parts.isEmpty }
    }

    private static func endorsements(
        ofAll achieved: JSONValue, _ url: String, at place: JSONPointer
    ) -> LinkedEndorsements {
        linked(LegacyPart.endorsements(ofAll: achieved, at: place), of: achieved, url, at: place)
    }

    private static func linked(
        _ parts: [LegacyPart], of holder: JSONValue, _ url: String, at place: JSONPointer
    ) -> LinkedEndorsements {
        LinkedEndorsements(
            parts: parts.map { LegacyPart(role: $0.role, value: $0.value, pointer: place) },
            identifiers: LegacyExamination.identifiers(in: holder).union([Text(url)]))
    }
}
