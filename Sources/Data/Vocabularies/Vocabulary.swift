import JSONText

/// An enumeration of the model (ENUM-01 to ENUM-09).
package struct Vocabulary: Sendable {
    package enum Membership: Sendable, Equatable {
        case term
        /// Begins with `ext:` in an enumeration that may be extended (ENUM-EXT).
        case extensionTerm
        case unknown
    }

    package let name: Text
    package let isExtensible: Bool
    package let requirement: String
    package internal(set) var terms: [Text] = []

    /// What a value is to this enumeration.
    package func membership(of value: Text) -> Membership {
        if terms.contains(value) { return .term }
        return isExtensible && Self.isExtension(value) ? .extensionTerm : .unknown
    }

    /// `ext:` and at least one more character, each one that the published pattern has.
    package static func isExtension(_ value: Text) -> Bool {
        let octets = value.string.utf8
        guard octets.starts(with: "ext:".utf8), octets.count > 4 else { return false }
        return octets.dropFirst(4).allSatisfy { octet in
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
                UInt8(ascii: "_"), UInt8(ascii: "|"):
                true
            default: false
            }
        }
    }

    /// The enumeration with this name, as the model calls it (`AchievementType`).
    package static func named(_ name: Text) -> Vocabulary? {
        TermTables.badges.vocabularies.first { $0.name == name }
    }

    package static var all: [Vocabulary] { TermTables.badges.vocabularies }
}
