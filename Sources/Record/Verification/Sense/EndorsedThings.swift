import Credentials
import JSONText

/// Which identifier stands where in a credential, and on which object each endorsement stands.
struct EndorsedThings: Sendable {
    /// Where the objects of an identifier begin in the text, in its order.
    private var places: [Text: [Int]] = [:]
    /// By where an endorsement begins, the octets of the object that carries it.
    private var carriers: [Int: Range<Int>] = [:]

    enum Target {
        /// The object that carries the endorsement, or something in it.
        case carrier
        /// Something else in the credential.
        case elsewhere
        case nowhere
    }

    init() {}

    /// - Parameter sense: where the credential is a record, what stands in its tokens.
    init(in credential: Credential, _ sense: RecordSense?) {
        var walk = Walk()
        for part in sense?.parts ?? [] where part.isInToken && part.isContent {
            walk.tokens[part.offset, default: []].append(part.credential)
        }
        walk.visit(credential.json, at: nil)
        places = walk.places
        carriers = walk.carriers
    }

    func target(of endorsement: ContainedCredential, naming id: Text) -> Target {
        guard let all = places[id] else { return .nowhere }
        guard let carrier = carriers[endorsement.value.range.lowerBound] else { return .elsewhere }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < carrier.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low] < carrier.upperBound ? .carrier : .elsewhere
    }

    private struct Walk {
        var places: [Text: [Int]] = [:]
        var carriers: [Int: Range<Int>] = [:]
        var tokens: [Int: [Credential]] = [:]

        /// Members that describe nothing that could be endorsed.
        private static let passed: Set<Text> = [
            "@context", "proof", "credentialStatus", "credentialSchema", "refreshService",
            "termsOfUse",
        ]
        private static let parties: Set<Text> = ["issuer", "creator", "source", "parentOrg"]

        /// - Parameter place: where the token begins in which the value stands.
        mutating func visit(_ value: JSONValue, at place: Int?) {
            if place == nil { openTokens(at: value.range.lowerBound) }
            switch value.kind {
            case .object:
                if let id = value["id"]?.text { note(id, value, place) }
                for member in value.members { visit(member, of: value, at: place) }
            case .array:
                for element in value.elements { visit(element, at: place) }
            case .null, .bool, .number, .string: return
            }
        }

        private mutating func openTokens(at offset: Int) {
            for credential in tokens[offset] ?? [] { visit(credential.json, at: offset) }
        }

        private mutating func note(_ id: Text, _ value: JSONValue, _ place: Int?) {
            places[id, default: []].append(place ?? value.range.lowerBound)
        }

        private mutating func visit(
            _ member: JSONValue.Member, of carrier: JSONValue, at place: Int?
        ) {
            let name = Text(member.name)
            if Self.passed.contains(name) { return }
            if name == "endorsement" || name == "endorsementJwt" {
                guard place == nil else { return }
                for value in member.value.oneOrMore {
                    carriers[value.range.lowerBound] = carrier.range
                }
            } else if let id = member.value.text {
                if Self.parties.contains(name) { note(id, member.value, place) }
                if name == "verifiableCredential" { visit(member.value, at: place) }
            } else {
                visit(member.value, at: place)
            }
        }
    }
}
