import JSONText
import Multiformat

/// The `proofValue` of an `ecdsa-sd-2023` proof, of either kind.
enum DisclosureProofValue: Sendable {
    case base(BaseProofValue)
    case derived(DerivedProofValue)

    /// Base 64 for URLs only, a known header, and then exactly what belongs to it (SD-14).
    init(of proof: DataIntegrityProof) throws(ProofError) {
        guard let member = proof.value["proofValue"] else { throw .missing(member: "proofValue") }
        guard let text = member.string else { throw .invalid(member: "proofValue") }
        let octets: [UInt8]
        do {
            octets = try Multibase.base64url.decode(text)
        } catch {
            throw .proofValue(error)
        }
        do throws(DisclosureError) {
            switch Array(octets.prefix(3)) {
            case BaseProofValue.header: self = .base(try BaseProofValue(reading: octets))
            case DerivedProofValue.header: self = .derived(try DerivedProofValue(reading: octets))
            default: throw .header
            }
        } catch {
            throw .disclosure(error)
        }
    }
}
