import JSONText
import KeyMaterial
import Verification

/// Why a draft is not made into a credential, and where.
public enum IssuanceError: Error, Sendable {
    /// The draft is not an object.
    case notAnObject(JSONPointer)
    /// The draft says nowhere what class of credential it is to be.
    case classUnknown(JSONPointer)
    case alreadySigned(JSONPointer)
    /// A null or an empty list (GEN-04).
    case emptyValue(JSONPointer)
    /// No key of this issuer is at hand.
    case issuerDiffers(draft: String, keys: [String], JSONPointer)
    case noKey
    /// The draft has a status entry, and another was to be added.
    case statusTwice(JSONPointer)
    /// What is to stand inside is not a credential that can be read.
    case unreadableContent(index: Int, String)
    /// Contents were given for a draft whose subject cannot hold them.
    case noPlaceForContents(JSONPointer)
    /// A member that no context defines, or another fault of JSON-LD: it would not be signed.
    case notSignable(String, JSONPointer?)
    /// A context that is neither known nor to be had where documents are looked up.
    case contextUnknown(url: String, JSONPointer?)
    case signing(String)
    /// The key makes no proof of this form, or of none.
    case proofNotForKey(ProofForm?, KeyType)
    /// A status list cannot be made or changed as asked.
    case statusList(StatusListFault)
    /// The signed credential did not pass its own verification.
    case refused([Check])
    /// Drafts inside the draft that would not verify.
    case partsRefused([JudgedPart])
    /// Credentials inside that others signed and that do not verify, where that was not allowed.
    case contentsRefused([JudgedPart])
    /// Several things are wrong with the draft, in the order of its text; and how many more.
    case several([IssuanceError], omitted: Int)
}

extension IssuanceError {
    /// One error of several; nil of none.
    init?(all: [IssuanceError], omitted: Int = 0) {
        guard let first = all.first else { return nil }
        self = all.count == 1 && omitted == 0 ? first : .several(all, omitted: omitted)
    }

    /// Each thing by itself.
    public var each: [IssuanceError] {
        guard case .several(let all, _) = self else { return [self] }
        return all.flatMap(\.each)
    }

    /// How many more things are wrong than are told.
    public var omitted: Int {
        guard case .several(_, let omitted) = self else { return 0 }
        return omitted
    }

    /// Where in the draft the fault lies, where it lies in one place.
    public var place: JSONPointer? {
        switch self {
        case .notAnObject(let place), .classUnknown(let place), .alreadySigned(let place),
            .emptyValue(let place),
            .issuerDiffers(_, _, let place), .statusTwice(let place),
            .noPlaceForContents(let place):
            place
        case .notSignable(_, let place), .contextUnknown(_, let place): place
        case .noKey, .unreadableContent, .signing, .proofNotForKey, .statusList, .refused,
            .partsRefused, .contentsRefused, .several:
            nil
        }
    }

    /// The same of a draft that stands at a place of another.
    func inside(_ outer: JSONPointer) -> IssuanceError {
        placed { outer.appending($0) }
    }

    /// The same at another place, where it was found in what was made of the draft.
    func placed(_ changed: (JSONPointer) -> JSONPointer) -> IssuanceError {
        switch self {
        case .notSignable(let reason, let place):
            .notSignable(reason, place.map(changed))
        case .contextUnknown(let url, let place):
            .contextUnknown(url: url, place.map(changed))
        case .notAnObject, .classUnknown, .alreadySigned, .emptyValue, .issuerDiffers, .noKey,
            .statusTwice,
            .unreadableContent, .noPlaceForContents, .signing, .proofNotForKey, .statusList,
            .refused, .partsRefused, .contentsRefused, .several:
            self
        }
    }

    /// Whether more may be wrong with the draft than this first thing.
    var isOfDraft: Bool {
        switch self {
        case .notAnObject, .classUnknown, .alreadySigned, .emptyValue, .issuerDiffers,
            .statusTwice, .unreadableContent, .noPlaceForContents, .notSignable, .contextUnknown,
            .several:
            true
        case .noKey, .signing, .proofNotForKey, .statusList, .refused, .partsRefused,
            .contentsRefused:
            false
        }
    }
}

extension IssuanceError: CustomStringConvertible {
    /// What, where, why, and what to do.
    public var description: String {
        switch self {
        case .notAnObject(let place):
            "The draft\(at(place)) is not one credential: that is a JSON object, in braces."
        case .classUnknown(let place):
            "The draft\(at(place)) does not say what it is to be. Give it a \"type\", such as "
                + "[\"VerifiableCredential\", \"ClrCredential\"]."
        case .alreadySigned(let place):
            "The draft\(at(place)) has a \"proof\" already. Take it out, or give the signed "
                + "credential as it is."
        case .emptyValue(let place):
            "The value\(at(place)) is null or an empty list, which no credential may hold. Fill it "
                + "in, or leave the member out."
        case .issuerDiffers(let draft, let keys, let place):
            "The draft\(at(place)) names the issuer \(draft), but the key belongs to "
                + keys.joined(separator: ", ") + ". Use that issuer's key, or correct the draft."
        case .noKey: "There is no key to sign with."
        case .statusTwice(let place):
            "The draft\(at(place)) has a \"credentialStatus\" already; a place on a status list "
                + "was to be added. Take one of the two out."
        case .unreadableContent(let index, let reason):
            "Credential number \(index + 1) that is to stand inside cannot be read: \(reason)"
        case .noPlaceForContents(let place):
            "Credentials were to be put inside, but the \"credentialSubject\"\(at(place)) is not "
                + "one object."
        case .notSignable(let reason, let place):
            "The draft cannot be signed\(place.map(at) ?? ""): \(reason)"
                + (".?!".contains { reason.last == $0 } ? "" : ".")
        case .contextUnknown(let url, let place):
            "The context \(url)\(place.map(at) ?? "") is not at hand, and what it defines cannot "
                + "be signed without it. Give it beside the draft (clr: --documents with a catalog "
                + "that has it, or --online to fetch it), or take it out of \"@context\"."
        case .proofNotForKey(let form, let type):
            if let form {
                "\(form.rawValue) needs a key of the type \(form.keyTypes); this one is "
                    + "\(type.rawValue)."
            } else {
                "No embedded proof is made with a key of the type \(type.rawValue); a signed token is "
                    + "(clr: --proof vc-jwt)."
            }
        case .signing(let reason): "The key could not sign: \(reason)."
        case .statusList(let fault): "\(fault)"
        case .refused(let checks):
            "The credential would not verify: "
                + checks.map { "\($0.message)\($0.at.map(at) ?? "") [\($0.code)]" }
                .joined(separator: " ")
        case .partsRefused(let parts):
            "Parts of the draft would not verify: "
                + parts.map(\.description).joined(separator: " ")
        case .contentsRefused(let parts):
            "The draft holds a credential that does not verify, and the signature around it would "
                + "vouch for it. Take it out, or allow it (clr: --allow-failing-contents). "
                + parts.map(\.description).joined(separator: " ")
        case .several(let all, let omitted):
            all.map(\.description).joined(separator: " ")
                + (omitted > 0 ? " And \(omitted) more." : "")
        }
    }

    private func at(_ place: JSONPointer) -> String {
        place.tokens.isEmpty ? "" : " (at \(place))"
    }
}
