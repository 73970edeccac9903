/// One institution among those that share a store. Everything kept is kept for a tenant.
package struct TenantID: Hashable, Sendable {
    package let text: String

    /// Makes an identifier of 1 to 63 lower-case letters, digits and inner hyphens, or nil.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard (1...63).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen,
            bytes.allSatisfy(Self.isAllowed)
        else { return nil }
        self.text = text
    }

    private init(known text: String) {
        self.text = text
    }

    /// The tenant of a server that serves a single institution.
    package static let main = TenantID(known: "main")

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), hyphen:
            true
        default: false
        }
    }
}

private let hyphen = UInt8(ascii: "-")
