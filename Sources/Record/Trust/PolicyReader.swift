import Credentials
import JSONText

/// Reads the members of a policy strictly: what is not known is an error, with its place.
struct PolicyReader {
    let value: JSONValue
    let place: JSONPointer

    init(
        _ value: JSONValue, at place: JSONPointer, members: [String]
    ) throws(TrustPolicyError) {
        guard value.isObject else { throw .wrongType(place, wanted: "an object") }
        for member in value.members where !members.contains(where: { member.hasName($0) }) {
            throw .unknownMember(place.appending(member.name), known: members)
        }
        self.value = value
        self.place = place
    }

    func place(_ name: String) -> JSONPointer { place.appending(name) }

    func text(_ name: String) throws(TrustPolicyError) -> String? {
        guard let member = value[name] else { return nil }
        guard let text = member.string, !text.isEmpty else {
            throw .wrongType(self.place(name), wanted: "a text")
        }
        return text
    }

    func flag(_ name: String) throws(TrustPolicyError) -> Bool {
        guard let member = value[name] else { return false }
        guard let flag = member.bool else {
            throw .wrongType(self.place(name), wanted: "true or false")
        }
        return flag
    }

    func time(_ name: String) throws(TrustPolicyError) -> Timestamp? {
        guard let text = try text(name) else { return nil }
        guard let time = Timestamp(instantOrDay: text) else {
            throw .wrongType(
                self.place(name), wanted: "a day (2026-01-31) or an instant with its zone")
        }
        return time
    }

    func period() throws(TrustPolicyError) -> Period {
        let period = Period(since: try time("since"), until: try time("until"))
        if let since = period.since, let until = period.until, until <= since {
            throw .invalid(place, "\"until\" is not after \"since\", so it never counts")
        }
        return period
    }

    /// The elements of a list, each with its place.
    func list(
        _ name: String, limit: Int = Limits.policyEntries
    ) throws(TrustPolicyError) -> [(value: JSONValue, place: JSONPointer)] {
        guard let member = value[name] else { return [] }
        let place = self.place(name)
        guard member.isArray else { throw .wrongType(place, wanted: "a list") }
        guard member.count <= limit else { throw .tooMany(place, limit: limit) }
        return member.elements.enumerated().map { ($0.element, place.appending($0.offset)) }
    }

    func texts(_ name: String) throws(TrustPolicyError) -> [(text: String, place: JSONPointer)] {
        var texts: [(text: String, place: JSONPointer)] = []
        for (value, place) in try list(name) {
            guard let text = value.string, !text.isEmpty else {
                throw .wrongType(place, wanted: "a text")
            }
            texts.append((text, place))
        }
        return texts
    }
}

extension IssuerRule {
    /// An entry of `allow` or `deny`: a text, or an object that says more.
    /// - Parameter believing: whether the list says whom to believe: nobody is whose host is
    ///   unclear.
    init(
        reading value: JSONValue, at place: JSONPointer, believing: Bool
    ) throws(TrustPolicyError) {
        try self.init(reading: value, at: place)
        guard believing, case .identifier(let id) = pattern, IssuerHost.isUnclear(id) else {
            return
        }
        throw .invalid(
            value.isObject ? place.appending("issuer") : place,
            "\"\(text.prefix(100))\" leads to no host that can be registered and compared, so "
                + "nobody is believed by it")
    }

    private init(reading value: JSONValue, at place: JSONPointer) throws(TrustPolicyError) {
        if let text = value.string {
            self.init(
                pattern: try Self.pattern(text, place), text: text, name: nil, period: Period(),
                reason: nil, pointer: place)
            return
        }
        let reader = try PolicyReader(
            value, at: place, members: ["issuer", "name", "since", "until", "reason"])
        guard let text = try reader.text("issuer") else { throw .missing(place, "issuer") }
        self.init(
            pattern: try Self.pattern(text, reader.place("issuer")), text: text,
            name: try reader.text("name"), period: try reader.period(),
            reason: try reader.text("reason"), pointer: place)
    }

    static func pattern(
        _ text: String, _ place: JSONPointer
    ) throws(TrustPolicyError) -> Pattern {
        // No issuer is called like one of its keys.
        guard !text.utf8.starts(with: "did:".utf8) || !text.utf8.contains(UInt8(ascii: "#")) else {
            throw .invalid(
                place,
                "\"\(text.prefix(100))\" names a key of an issuer; leave out what begins with #")
        }
        guard let pattern = Pattern(issuer: text) else {
            throw .invalid(
                place,
                "an issuer is a DID, an https URL, a domain or *.domain, with letters that may be "
                    + "registered (xn--… is one way to write those beyond ASCII)")
        }
        return pattern
    }
}
