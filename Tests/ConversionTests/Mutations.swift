import JSONText

@testable import Conversion

/// Small changes of a JSON text, the same ones for each seed: members and elements left out,
/// doubled, exchanged for something else, or for another value of the same text.
struct Mutations: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    mutating func changed(_ source: JSONValue) throws -> JSONValue {
        var all: [JSONValue] = []
        collect(source, &all)
        return try JSONDocument(parsing: copy(source, all).serialized()).root
    }

    private func collect(_ value: JSONValue, _ all: inout [JSONValue]) {
        all.append(value)
        for (_, child) in LossReport.children(of: value) { collect(child, &all) }
    }

    private static let odd: [JSON] = [
        .null, "", "=1+1", "'", " a  b ", "\r\n\u{202E}", .number("-1.50"), true, [], [:],
        ["x", .null, "y"], [["id": "urn:x:y"]], ["en": ["word"]], "urn:uuid:a1", "\u{FFFF}",
    ]

    private mutating func copy(_ value: JSONValue, _ all: [JSONValue]) -> JSON {
        switch UInt64.random(in: 0..<400, using: &self) {
        case 0..<4: return Self.odd.randomElement(using: &self) ?? .null
        case 4..<6: return .verbatim(all.randomElement(using: &self) ?? value)
        case 6: return .array([.verbatim(value), .verbatim(value)])
        case _: break
        }
        if value.isObject {
            var made: [(name: String, value: JSON)] = []
            for member in value.members where UInt64.random(in: 0..<60, using: &self) > 0 {
                made.append((member.name, copy(member.value, all)))
            }
            return .object(made)
        }
        guard value.isArray else { return .verbatim(value) }
        return .array(value.elements.map { copy($0, all) })
    }
}
