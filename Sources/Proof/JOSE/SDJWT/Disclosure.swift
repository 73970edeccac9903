import JSONText
import Multiformat

/// One value that a holder may show or keep back (RFC 9901 section 4.2).
struct Disclosure: Sendable {
    /// The disclosure as it stands in the token: digests are made over these octets.
    let encoded: [UInt8]
    /// The name of a member; nil for an element of a list.
    let name: Text?
    let value: JSONValue

    static let reservedNames: Set<Text> = ["_sd", "_sd_alg", "..."]

    init(reading encoded: ArraySlice<UInt8>, number index: Int) throws(SDJWTError) {
        self.encoded = Array(encoded)
        let octets: [UInt8]
        do { octets = try Base64URL.decode(encoded) } catch {
            throw .disclosureNotBase64URL(index, error)
        }
        let root: JSONValue
        do { root = try JSONDocument(parsing: octets).root } catch {
            throw .disclosureNotJSON(index, error)
        }
        let parts = Array(root.elements)
        guard (2...3).contains(parts.count), parts[0].isString, let value = parts.last else {
            throw .malformedDisclosure(index)
        }
        self.value = value
        guard parts.count == 3 else {
            name = nil
            return
        }
        guard let name = parts[1].text else { throw .malformedDisclosure(index) }
        guard !Self.reservedNames.contains(name) else { throw .reservedName(index, name) }
        self.name = name
    }

    /// A new disclosure, as it will stand in the token.
    static func text(salt: [UInt8], name: String?, value: JSON) -> String {
        let members: [JSON?] = [
            .string(Base64URL.encode(salt)), name.map { .string($0) }, value,
        ]
        return Base64URL.encode(JSON.array(members.compactMap { $0 }).serialized())
    }
}
