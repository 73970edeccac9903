import JSONText

/// A record, assertion or endorsement that stands inside one of an older generation.
package struct LegacyPart: Sendable {
    package enum Role: Sendable { case record, assertion, endorsement }

    package let role: Role
    /// The object, or a string: a compact JWS or, of a badge's endorsement, a URL.
    package let value: JSONValue
    package let pointer: JSONPointer
}

extension LegacyRecord {
    /// What stands directly inside and is verified by itself, in the order of the lists below;
    /// what stands inside an assertion is the assertion's to name.
    package var parts: [LegacyPart] {
        switch kind {
        case .clrSet: list(["clrs", "signedClrs"], .record)
        case .clrPayload: list(["clr", "signedClr"], .record)
        case .badgeList: list(["assertions", "signedAssertions"], .assertion)
        case .clr:
            list(["assertions", "signedAssertions"], .assertion) + endorsements(of: json, place)
                + endorsements("learner") + endorsements("publisher")
        case .assertion, .badgeClass:
            endorsements(of: json, place) + endorsements("achievement") + endorsements("badge")
                + endorsements("issuer")
        case .profile: endorsements(of: json, place)
        case .endorsement, .key, .revocationList, .extendedTranscript, .recordOfPerformance: []
        }
    }

    private func list(_ names: [String], _ role: LegacyPart.Role) -> [LegacyPart] {
        names.flatMap { Self.list(json, $0, role, at: place) }
    }

    private static func list(
        _ holder: JSONValue, _ name: String, _ role: LegacyPart.Role, at place: JSONPointer
    ) -> [LegacyPart] {
        guard let value = holder[name] else { return [] }
        let at = place.appending(name)
        return value.oneOrMore.enumerated().compactMap { index, element in
            guard element.isObject || element.isString else { return nil }
            return LegacyPart(
                role: role, value: element, pointer: value.isArray ? at.appending(index) : at)
        }
    }

    private func endorsements(of holder: JSONValue, _ at: JSONPointer) -> [LegacyPart] {
        ["endorsements", "signedEndorsements", "endorsement"].flatMap {
            Self.list(holder, $0, .endorsement, at: at)
        }
    }

    /// Those of a member, and of the issuer that it names.
    private func endorsements(_ member: String) -> [LegacyPart] {
        guard let holder = json[member], holder.isObject else { return [] }
        let at = place.appending(member)
        var found = endorsements(of: holder, at)
        if let issuer = holder["issuer"], issuer.isObject {
            found += endorsements(of: issuer, at.appending("issuer"))
        }
        return found
    }
}

extension CredentialDocument {
    /// Reads what stands inside a record of an older generation: an object or a compact JWS.
    package init(contained part: LegacyPart) throws(ReadingError) {
        let role: ContainedCredential.Role = part.role == .endorsement ? .endorsement : .content
        try self.init(
            contained: ContainedCredential(role: role, value: part.value, pointer: part.pointer))
    }
}
