/// A document as its server gave it, now or for as long as it said.
package struct FetchedDocument: Hashable, Sendable {
    package let bytes: [UInt8]
    package let mediaType: String?
}
