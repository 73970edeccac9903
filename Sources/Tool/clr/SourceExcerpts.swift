import Conversion
import JSONText

/// What stands at the places of the source that a report names, in a few words.
struct SourceExcerpts {
    private let roots: [JSONValue]
    private let element: XMLElement?

    private static let longest = 48

    init(_ inputs: [ConversionInput]) {
        roots = inputs.map(\.value)
        element = nil
    }

    init(xml bytes: [UInt8]) {
        roots = []
        element = try? XMLElement(reading: bytes)
    }

    subscript(_ place: String) -> String? {
        guard let text = element == nil ? text(at: place) : elementText(at: place), !text.isEmpty
        else { return nil }
        let short = String(text.prefix(Self.longest))
        return short.utf8.count == text.utf8.count ? short : short + "…"
    }

    private func text(at place: String) -> String? {
        guard let pointer = JSONPointer(place) else { return nil }
        var value = roots.first
        var tokens = pointer.tokens[...]
        if roots.count > 1, let first = tokens.popFirst(), let index = Int(first.string),
            roots.indices.contains(index)
        {
            value = roots[index]
        }
        for token in tokens { value = value?[JSONPointer([token])] }
        return value?.string ?? value?.numberText ?? value?.bool.map { "\($0)" }
    }

    private func elementText(at place: String) -> String? {
        let steps = place.split(separator: "/").dropFirst()
        let found = steps.reduce(element) { element, step in
            element?.steps.first { $0.step.utf8.dropFirst().elementsEqual(step.utf8) }?.child
        }
        return found?.children.isEmpty == true ? found?.text : nil
    }
}
