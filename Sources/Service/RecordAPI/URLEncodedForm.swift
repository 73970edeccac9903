/// Reads `application/x-www-form-urlencoded` (WHATWG URL section 5.1), escapes strictly.
enum URLEncodedForm {
    static let maximumFields = 64

    static func fields(_ body: [UInt8]) throws(FormFault) -> [FormField] {
        var fields: [FormField] = []
        for pair in body.split(separator: UInt8(ascii: "&")) {
            guard fields.count < maximumFields else { throw .tooManyFields(limit: maximumFields) }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let name = try decoded(pair[..<equals])
            fields.append(
                FormField(
                    name: String(decoding: name, as: UTF8.self), isFile: false,
                    content: try decoded(pair[equals...].dropFirst())))
        }
        return fields
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(FormFault) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit),
                    let low = rest.popFirst().flatMap(digit)
                else { throw .escape }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        return plain
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
