import JSONText

/// A record, assertion or endorsement that stands inside one of an older generation.
package struct LegacyPart: Sendable {
    package enum Role: Sendable { case record, assertion, endorsement }

    package let role: Role
    /// The object, or a string: a compact JWS or, of a badge's endorsement, a URL.
    package let value: JSONValue
    package let pointer: JSONPointer

    package init(role: Role, value: JSONValue, pointer: JSONPointer) {
        self.role = role
        self.value = value
        self.pointer = pointer
    }
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
        case .assertion:
            endorsements(of: json, place) + endorsements("achievement") + endorsements("badge")
        case .badgeClass:
            endorsements(of: json, place) + endorsements("criteria") + endorsements("issuer")
        case .profile: endorsements(of: json, place)
        case .endorsement, .key, .revocationList, .extendedTranscript, .recordOfPerformance: []
        }
    }

    private func list(_ names: [String], _ role: LegacyPart.Role) -> [LegacyPart] {
        names.flatMap { LegacyPart.list(json, $0, role, at: place) }
    }

    private func endorsements(of holder: JSONValue, _ at: JSONPointer) -> [LegacyPart] {
        LegacyPart.endorsements(of: holder, at: at)
    }

    /// Those of a member, and of the issuer and the criteria that it names.
    private func endorsements(_ member: String) -> [LegacyPart] {
        json[member].map { LegacyPart.endorsements(ofAll: $0, at: place.appending(member)) } ?? []
    }
}

extension LegacyPart {
    /// Those of a badge class or party alone.
    package static func endorsements(of holder: JSONValue, at place: JSONPointer) -> [LegacyPart] {
        ["endorsements", "signedEndorsements", "endorsement"].flatMap {
            list(holder, $0, .endorsement, at: place)
        }
    }

    /// Those of a badge class, and of the issuer and the criteria that are written in it.
    package static func endorsements(
        ofAll holder: JSONValue, at place: JSONPointer
    ) -> [LegacyPart] {
        let inner = ["issuer", "criteria"].flatMap { name in
            holder[name].map { endorsements(of: $0, at: place.appending(name)) } ?? []
        }
        return endorsements(of: holder, at: place) + inner
    }

    fileprivate static func list(
        _ holder: JSONValue, _ name: String, _ role: LegacyPart.Role, at place: JSONPointer
    ) -> [LegacyPart] {
        guard holder.isObject, let value = holder[name] else { return [] }
        let at = place.appending(name)
        return value.oneOrMore.enumerated().compactMap { index, element in
            guard element.isObject || element.isString else { return nil }
            return LegacyPart(
                role: role, value: element, pointer: value.isArray ? at.appending(index) : at)
        }
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
