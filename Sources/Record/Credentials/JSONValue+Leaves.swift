import JSONText

extension JSONValue {
    /// Every value that holds no other, in the order of the text, with its JSON Pointer. Lists and
    /// objects without anything in them count as such values.
    package func forEachLeaf(_ body: (String, JSONValue) -> Void) {
        var path: [UInt8] = []
        visitLeaves(&path, body)
    }

    private func visitLeaves(_ path: inout [UInt8], _ body: (String, JSONValue) -> Void) {
        guard isObject || isArray, count > 0 else {
            return body(String(decoding: path, as: UTF8.self), self)
        }
        let length = path.count
        for (index, element) in elements.enumerated() {
            path.append(UInt8(ascii: "/"))
            path.append(contentsOf: String(index).utf8)
            element.visitLeaves(&path, body)
            path.removeLast(path.count - length)
        }
        for member in members {
            path.append(UInt8(ascii: "/"))
            for byte in member.name.utf8 {
                switch byte {
                case UInt8(ascii: "~"): path.append(contentsOf: "~0".utf8)
                case UInt8(ascii: "/"): path.append(contentsOf: "~1".utf8)
                default: path.append(byte)
                }
            }
            member.value.visitLeaves(&path, body)
            path.removeLast(path.count - length)
        }
    }
}
