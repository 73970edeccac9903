import JSONText

/// Why a proof of selective disclosure cannot be read, made or derived from.
public enum DisclosureError: Error, Hashable, Sendable {
    /// Neither of the headers of `ecdsa-sd-2023` stands at the beginning.
    case header
    case cbor(CBORError)
    case octetCount(of: String, expected: Int, found: Int)
    /// Not a compressed P-256 key.
    case proofKey
    /// Indexes of mandatory statements that do not rise.
    case indexes
    case pointer(String)
    case tooManyPointers(limit: Int)
    /// There is no member or element at the place.
    case notFound(JSONPointer)
    /// What RDF makes of the chosen part is not a part of what it makes of the whole.
    case notSeparable
    case nothingChosen
    case noBaseProof
    case alreadyDerived
    case severalBaseProofs(Int)
    /// The base proof covers other proofs (`previousProof`).
    case chained
    /// The statements are not those that the base proof has signatures for.
    case otherStatements
}

extension DisclosureError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .header: "the \"proofValue\" begins neither as a base nor as a derived proof"
        case .cbor(let error): "the \"proofValue\" is not the CBOR that it must be: \(error)"
        case .octetCount(let name, let expected, let found):
            "\(name) in the \"proofValue\" should have \(expected) octets and has \(found)"
        case .proofKey: "the public key in the \"proofValue\" is not a compressed P-256 key"
        case .indexes: "the mandatory statements in the \"proofValue\" are not in order"
        case .pointer(let text): "\"\(text)\" is not a JSON Pointer"
        case .tooManyPointers(let limit): "there are more than \(limit) pointers"
        case .notFound(let pointer): "there is nothing at \"\(pointer)\" that could be shown"
        case .notSeparable:
            "the chosen part would say something else alone than it says in the whole"
        case .nothingChosen: "nothing was chosen, and nothing is mandatory"
        case .noBaseProof: "there is no ecdsa-sd-2023 base proof to derive from"
        case .alreadyDerived:
            "the ecdsa-sd-2023 proof is a derived one: only the holder's credential, with its base "
                + "proof, can be derived from"
        case .severalBaseProofs(let count):
            "there are \(count) ecdsa-sd-2023 base proofs: take out all but one"
        case .chained:
            "the base proof covers other proofs of the credential: no part can be shown without them"
        case .otherStatements:
            "the base proof has signatures for other statements: the credential was changed after "
                + "it was signed"
        }
    }
}
