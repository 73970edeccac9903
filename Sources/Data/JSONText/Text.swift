/// A string that is equal, hashed and ordered by its UTF-8 code units.
///
/// Swift's own `String` merges composed and decomposed spellings; identifiers, member names and
/// literals of the standards must not. Ordering by UTF-8 is ordering by code point.
public struct Text: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    public var string: String

    public init(_ string: String) {
        self.string = string
    }

    public init(stringLiteral value: String) {
        string = value
    }

    public var description: String { string }

    public static func == (left: Text, right: Text) -> Bool {
        left.string.isSame(as: right.string)
    }

    public static func < (left: Text, right: Text) -> Bool {
        left.string.utf8.lexicographicallyPrecedes(right.string.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        var copy = string
        copy.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(0xFF as UInt8)
    }
}

extension String {
    /// Whether both are the same code units (and not only canonically equivalent).
    public func isSame(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (one, other) = (self, other)
        return one.withUTF8 { one in
            other.withUTF8 { other in
                for place in 0..<one.count where unsafe one[place] != other[place] { return false }
                return true
            }
        }
    }
}
