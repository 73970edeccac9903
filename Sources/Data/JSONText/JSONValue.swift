/// A lens on one value of a ``JSONDocument``.
public struct JSONValue: Sendable {
    public enum Kind: UInt8, Sendable {
        case null, bool, number, string, array, object
    }

    public let document: JSONDocument
    /// Where the value stands on the document's tape; only meaningful with its document.
    @usableFromInline package let index: Int

    @inlinable package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable var entry: JSONDocument.Entry { unsafe document.tapeBase[index] }

    @inlinable public var kind: Kind { entry.kind }
    @inlinable public var isNull: Bool { kind == .null }
    @inlinable public var isObject: Bool { kind == .object }
    @inlinable public var isArray: Bool { kind == .array }
    @inlinable public var isString: Bool { kind == .string }

    public var bool: Bool? {
        guard kind == .bool else { return nil }
        return unsafe document.bytesBase[Int(entry.offset)] == UInt8(ascii: "t")
    }

    /// The number exactly as written.
    public var numberText: String? {
        unsafe kind == .number ? String(decoding: content, as: UTF8.self) : nil
    }

    /// The nearest double; infinite where the number is out of range.
    public var double: Double? {
        numberText.flatMap { Double($0) }
    }

    /// The integer, where the number is written as one and fits.
    public var integer: Int? {
        numberText.flatMap { Int($0) }
    }

    public var string: String? {
        guard kind == .string else { return nil }
        guard entry.isEscaped else { return unsafe String(decoding: content, as: UTF8.self) }
        return String(decoding: unescapedBytes, as: UTF8.self)
    }

    public var text: Text? { string.map { Text($0) } }

    /// Octets of the content of a string or number as written, between the quotes.
    @inlinable package var content: UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(
            start: document.bytesBase + Int(entry.offset), count: Int(entry.length))
    }

    /// Whether a string is written with escapes, so that its content differs from its text.
    @inlinable package var isEscaped: Bool { entry.isEscaped }

    package var unescapedBytes: [UInt8] { unsafe JSONEscapes.unescaped(content) }

    /// The exact octets of the value, quotes and brackets included.
    public var bytes: ArraySlice<UInt8> { document.bytes[range] }

    /// Where the value stands in the document's octets.
    public var range: Range<Int> {
        let start = Int(entry.offset)
        let end = start + Int(entry.length)
        return kind == .string ? start - 1..<end + 1 : start..<end
    }

    /// Members or elements; 0 for everything else.
    @inlinable public var count: Int { entry.count }

    /// The elements of an array; empty for everything else.
    @inlinable public var elements: Elements { Elements(self) }

    /// The elements of an array, the value itself where it is none, nothing where it is null:
    /// the reading that JSON-LD gives to one value for many.
    public var oneOrMore: [JSONValue] {
        switch kind {
        case .array: Array(elements)
        case .null: []
        case .bool, .number, .string, .object: [self]
        }
    }

    /// The members of an object in the order of the text; empty for everything else.
    @inlinable public var members: Members { Members(self) }

    /// The member of an object with this name (compared by code units).
    public subscript(name: String) -> JSONValue? {
        for member in members where member.hasName(name) { return member.value }
        return nil
    }

    /// The place of this value in its document.
    public var pointer: JSONPointer {
        var tokens: [Text] = []
        var current = document.root
        while current.index != index {
            guard let (token, child) = current.step(towards: index) else { break }
            tokens.append(token)
            current = child
        }
        return JSONPointer(tokens)
    }

    private func step(towards target: Int) -> (Text, JSONValue)? {
        if isObject {
            for member in members where target < member.value.next {
                return (Text(member.name), member.value)
            }
        } else {
            for (position, element) in elements.enumerated() where target < element.next {
                return (Text(String(position)), element)
            }
        }
        return nil
    }

    /// Index of the entry after this value and everything inside it.
    @inlinable package var next: Int { Int(entry.next) }
}

extension JSONValue {
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: JSONDocument
        @usableFromInline var index: Int
        @usableFromInline var remaining: Int

        @inlinable init(_ array: JSONValue) {
            document = array.document
            index = array.index + 1
            remaining = array.isArray ? array.count : 0
        }

        @inlinable public var underestimatedCount: Int { remaining }

        @inlinable public mutating func next() -> JSONValue? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let value = JSONValue(document: document, index: index)
            index = value.next
            return value
        }
    }

    public struct Member: Sendable {
        /// The name, as the string value that it is.
        public let key: JSONValue
        public let value: JSONValue

        @inlinable init(key: JSONValue, value: JSONValue) {
            self.key = key
            self.value = value
        }

        public var name: String { key.string ?? "" }

        /// Whether the name has the same code units.
        public func hasName(_ other: String) -> Bool {
            guard !key.isEscaped else { return name.isSame(as: other) }
            let content = unsafe key.content
            var other = other
            return other.withUTF8 { other in
                guard content.count == other.count else { return false }
                for place in 0..<other.count where unsafe content[place] != other[place] {
                    return false
                }
                return true
            }
        }
    }

    public struct Members: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: JSONDocument
        @usableFromInline var index: Int
        @usableFromInline var remaining: Int

        @inlinable init(_ object: JSONValue) {
            document = object.document
            index = object.index + 1
            remaining = object.isObject ? object.count : 0
        }

        @inlinable public var underestimatedCount: Int { remaining }

        @inlinable public mutating func next() -> Member? {
            guard remaining > 0 else { return nil }
            remaining -= 1
            let key = JSONValue(document: document, index: index)
            let value = JSONValue(document: document, index: index + 1)
            index = value.next
            return Member(key: key, value: value)
        }
    }
}
