import Foundation
import JSONText
import TestSupport
import Testing

@testable import Credentials

/// What holds of the difference of any two records, over the samples of the standards' world.
@Suite(.enabled(if: Standards.present)) struct `The difference of two records` {
    private static let folders = ["clr10", "clr20", "ob20", "ob30", "vc"]

    private static func samples() throws -> [(file: String, document: CredentialDocument)] {
        try folders.flatMap { folder in
            let root = try Standards.url("samples/\(folder)")
            let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
            let urls = (walk?.allObjects ?? []).compactMap { $0 as? URL }
            return urls.sorted { $0.path < $1.path }.compactMap {
                url -> (file: String, document: CredentialDocument)? in
                guard let data = try? Data(contentsOf: url),
                    let document = try? CredentialDocument(reading: [UInt8](data))
                else { return nil }
                return (url.lastPathComponent, document)
            }
        }
    }

    private func difference(_ one: CredentialDocument, _ other: JSON) throws -> RecordDifference {
        try RecordDifference(
            from: one, to: CredentialDocument(reading: other.serialized()))
    }

    @Test func `is nothing between a record and itself`() throws {
        let samples = try Self.samples()
        #expect(samples.count > 150)
        for (file, document) in samples {
            #expect(try RecordDifference(from: document, to: document).isNone, "\(file)")
        }
    }

    @Test func `is nothing where everything stands in another order`() throws {
        for (file, document) in try Self.samples() where document.token == nil {
            let turned = Self.turned(document.credential.json, named: "")
            #expect(try difference(document, turned).isNone, "\(file)")
        }
    }

    /// Members and sets the other way round; one value without its list.
    private static func turned(_ value: JSONValue, named name: String) -> JSON {
        switch value.kind {
        case .object:
            return .object(
                value.members.reversed().map { ($0.name, turned($0.value, named: $0.name)) })
        case .array:
            let elements = value.elements.map { turned($0, named: name) }
            // A list inside a list is one; whether a list of one is a set cannot be told there.
            let isOrdered = value.elements.contains { $0.isArray }
            if name == "@context" || name == "allowedValue" || isOrdered {
                return .verbatim(value)
            }
            return elements.count == 1 ? elements[0] : .array(elements.reversed())
        case .null, .bool, .number, .string: return .verbatim(value)
        }
    }

    @Test func `is there wherever a value is another one, with its place in both`() throws {
        for (file, document) in try Self.samples() where document.token == nil {
            let root = document.credential.json
            let places = Self.places(of: root)
            for place in places.enumerated().filter({ $0.offset % (1 + places.count / 6) == 0 }) {
                let changed = Self.changed(root, at: place.element.tokens[...])
                let difference = try difference(document, changed)
                #expect(!difference.isNone, "\(file) \(place.element)")
                for group in difference.content + difference.envelope {
                    for change in group.changes {
                        let before = change.before.flatMap { root[$0.place]?.bytes }
                        #expect(before.map(Array.init) == change.before?.value.serialized())
                    }
                }
            }
        }
    }

    private static func places(of value: JSONValue, at place: JSONPointer = JSONPointer())
        -> [JSONPointer]
    {
        switch value.kind {
        case .object:
            value.members.flatMap { places(of: $0.value, at: place.appending($0.name)) }
        case .array:
            value.elements.enumerated().flatMap { places(of: $1, at: place.appending($0)) }
        case .null, .bool, .number, .string: [place]
        }
    }

    private static func changed(_ value: JSONValue, at place: ArraySlice<Text>) -> JSON {
        guard let step = place.first else { return "something else" }
        if value.isArray {
            return .array(
                value.elements.enumerated().map { index, element in
                    Text(String(index)) == step
                        ? changed(element, at: place.dropFirst()) : .verbatim(element)
                })
        }
        return .object(
            value.members.map { member in
                let isStep = Text(member.name) == step
                let inner: JSON =
                    isStep
                    ? changed(member.value, at: place.dropFirst()) : .verbatim(member.value)
                return (member.name, inner)
            })
    }
}
