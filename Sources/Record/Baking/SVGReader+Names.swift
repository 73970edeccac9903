extension SVGReader {
    /// The part of a name before its colon; empty at its start where there is none.
    func prefix(_ name: Range<Int>) -> Range<Int> {
        let colon = bytes[name].firstIndex(of: UInt8(ascii: ":"))
        return name.lowerBound..<(colon ?? name.lowerBound)
    }

    func localName(_ name: Range<Int>) -> ArraySlice<UInt8> {
        let prefix = prefix(name)
        return bytes[(prefix.isEmpty ? name.lowerBound : prefix.upperBound + 1)..<name.upperBound]
    }

    /// Whether an attribute has this name and no namespace.
    func isNamed(_ attribute: SVGAttribute, _ name: String) -> Bool {
        bytes[attribute.name].elementsEqual(name.utf8)
    }

    /// The value as XML hands it on (section 3.3.3): references resolved, white space as spaces.
    func value(of attribute: SVGAttribute) throws(SVGFailure) -> [UInt8] {
        var reader = self
        reader.go(to: attribute.value.lowerBound)
        var value: [UInt8] = []
        while reader.position < attribute.value.upperBound {
            let byte = bytes[reader.position]
            if byte == UInt8(ascii: "&") {
                value += try reader.reference()
            } else {
                value.append(XMLText.isSpace(byte) ? 0x20 : byte)
                reader.go(to: reader.position + 1)
            }
        }
        return value
    }

    /// `onclick` and its like.
    func isHandler(_ attribute: SVGAttribute) -> Bool {
        let name = bytes[attribute.name].prefix(3).map { $0 | 0x20 }
        return name.count == 3 && name.starts(with: "on".utf8)
    }

    /// `javascript:`, as browsers see it: without white space and control characters.
    func isScriptAddress(_ attribute: SVGAttribute) -> Bool {
        let start = bytes[attribute.value].first { $0 > 0x20 } ?? 0
        guard start == UInt8(ascii: "&") || start | 0x20 == UInt8(ascii: "j") else { return false }
        let value = (try? value(of: attribute)) ?? []
        return value.lazy.filter { $0 > 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
            .starts(with: "javascript:".utf8)
    }
}
