import JSONText

/// A typed view of a JSON object: it reads members by the standards' names and holds nothing but
/// the object, so that no member is ever lost by reading it through a type.
package protocol Lens: Sendable {
    var json: JSONValue { get }
    init(_ json: JSONValue)
}

extension Lens {
    /// The string, number or boolean of a member as text; of a value object its value, and of a
    /// language map its first text (AMB-14: accepted on input).
    package func text(_ name: String) -> String? {
        json[name].flatMap(Self.text(of:))
    }

    private static func text(of value: JSONValue) -> String? {
        switch value.kind {
        case .string: value.string
        case .number: value.numberText
        case .bool: value.bool.map { $0 ? "true" : "false" }
        case .object:
            if let content = value["@value"] {
                content.isObject ? nil : text(of: content)
            } else {
                value.members.first { !$0.name.utf8.starts(with: "@".utf8) }?.value.string
            }
        case .null, .array: nil
        }
    }

    /// The texts of a member that holds one or many.
    package func texts(_ name: String) -> [String] {
        (json[name]?.oneOrMore ?? []).compactMap(Self.text(of:))
    }

    /// The object of a member.
    package func one<View: Lens>(_ name: String, as type: View.Type = View.self) -> View? {
        many(name, as: type).first
    }

    /// The objects of a member that holds one or many.
    package func many<View: Lens>(_ name: String, as type: View.Type = View.self) -> [View] {
        (json[name]?.oneOrMore ?? []).filter(\.isObject).map(View.init)
    }

    /// The instant of a member, where it is one (without a zone: in UTC).
    package func date(_ name: String) -> Timestamp? {
        json[name]?.string.flatMap { Timestamp.reading($0)?.instant }
    }

    /// The number of a member, as written.
    package func number(_ name: String) -> String? { json[name]?.numberText }

    package var id: String? { json["id"]?.string }
    package var types: [String] { texts("type") }

    package func hasType(_ type: String) -> Bool { types.contains { $0.isSame(as: type) } }
}
