import JSONText

/// The namespaces that matter here.
enum SVGSpace: Hashable, Sendable {
    case none, svg, xml, other
    case badges(BakedStandard)

    init(_ name: [UInt8]) {
        let standard = BakedStandard.allCases.first { name.elementsEqual($0.namespace.utf8) }
        if let standard {
            self = .badges(standard)
        } else if name.elementsEqual(SVGScan.namespace.utf8) {
            self = .svg
        } else {
            self = name.isEmpty ? .none : .other
        }
    }
}

/// Which prefixes mean what at one place (Namespaces in XML 1.0).
struct SVGScope {
    struct Binding {
        /// Empty for the default namespace.
        let prefix: Range<Int>
        let space: SVGSpace
        /// The attribute that declares it.
        let attribute: Range<Int>
    }

    private(set) var bindings: [Binding] = []

    var count: Int { bindings.count }

    mutating func leave(to count: Int) { bindings.removeLast(bindings.count - count) }

    mutating func declare(
        _ attributes: [SVGAttribute], _ reader: SVGReader
    ) throws(SVGFailure) {
        for attribute in attributes {
            guard let prefix = Self.declaredPrefix(attribute, reader) else { continue }
            let value = try reader.value(of: attribute)
            let name = reader.bytes[prefix]
            let isReserved = ["xml", "xmlns"].contains { name.elementsEqual($0.utf8) }
            guard !isReserved, !value.isEmpty || prefix.isEmpty else {
                throw SVGFailure(.reservedPrefix, attribute.name.lowerBound)
            }
            guard bindings.count < Limits.svgNamespaces else {
                throw SVGFailure(
                    .tooManyNamespaces(limit: Limits.svgNamespaces), attribute.name.lowerBound)
            }
            bindings.append(
                Binding(
                    prefix: prefix, space: SVGSpace(value),
                    attribute: attribute.name.lowerBound..<(attribute.value.upperBound + 1)))
        }
    }

    /// The namespace of an element.
    func space(of name: Range<Int>, _ reader: SVGReader) throws(SVGFailure) -> SVGSpace {
        let prefix = reader.prefix(name)
        if let space = space(reader.bytes[prefix], reader) { return space }
        guard prefix.isEmpty else { throw SVGFailure(.undeclaredPrefix, name.lowerBound) }
        return .none
    }

    /// An attribute's prefix has to be declared too.
    func check(_ attribute: SVGAttribute, _ reader: SVGReader) throws(SVGFailure) {
        let prefix = reader.bytes[reader.prefix(attribute.name)]
        guard !prefix.isEmpty, !prefix.elementsEqual("xmlns".utf8) else { return }
        guard space(prefix, reader) != nil else {
            throw SVGFailure(.undeclaredPrefix, attribute.name.lowerBound)
        }
    }

    private func space(_ prefix: ArraySlice<UInt8>, _ reader: SVGReader) -> SVGSpace? {
        let bytes = reader.bytes
        let binding = bindings.last { binding in
            binding.prefix.count == prefix.count && bytes[binding.prefix].elementsEqual(prefix)
        }
        return binding?.space ?? (prefix.elementsEqual("xml".utf8) ? .xml : nil)
    }

    /// `xmlns` or `xmlns:prefix`; nil for another attribute.
    private static func declaredPrefix(
        _ attribute: SVGAttribute, _ reader: SVGReader
    ) -> Range<Int>? {
        let name = attribute.name
        if reader.bytes[name].elementsEqual("xmlns".utf8) {
            return name.upperBound..<name.upperBound
        }
        let prefix = reader.prefix(name)
        guard reader.bytes[prefix].elementsEqual("xmlns".utf8) else { return nil }
        return (prefix.upperBound + 1)..<name.upperBound
    }
}
