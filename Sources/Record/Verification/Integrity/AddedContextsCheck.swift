import Credentials
import JSONText

/// Were contexts added behind those that a `jcs` proof was made under?
///
/// The suite allows it, so that others can sign too, and the signature says nothing of them.
struct AddedContextsCheck {
    let credential: Credential
    /// Its proofs of those suites.
    let proofs: [JSONValue]

    var answers: [Check] {
        let present = credential.json["@context"]?.oneOrMore.count ?? 0
        let signed = proofs.compactMap { $0["@context"]?.oneOrMore.count }
        guard signed.contains(where: { $0 < present }) else { return [] }
        return [
            Check(
                .contextAdded,
                "Contexts were added after a proof was made, and it does not cover them. Programs "
                    + "that read by contexts may understand more or other things than was signed.",
                at: credential.place.appending("@context"))
        ]
    }
}
