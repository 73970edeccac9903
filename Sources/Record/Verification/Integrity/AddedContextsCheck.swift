import Credentials
import DataIntegrity
import JSONText

/// Were contexts added behind those that a `jcs` proof was made under?
///
/// The suite allows it, so that others can sign too, and the signature says nothing of them.
struct AddedContextsCheck {
    let credential: Credential

    var answers: [Check] {
        let present = credential.json["@context"]?.oneOrMore.count ?? 0
        guard credential.proofs.contains(where: { signed($0).map { $0 < present } ?? false })
        else { return [] }
        return [
            Check(
                .contextAdded,
                "Contexts were added after a proof was made, and it does not cover them. Programs "
                    + "that read by contexts may understand more or other things than was signed.",
                at: credential.place.appending("@context"))
        ]
    }

    /// How many contexts a proof covers; nil where it covers what is there.
    private func signed(_ proof: JSONValue) -> Int? {
        guard let read = try? DataIntegrityProof(reading: proof),
            Cryptosuites.suite(of: read)?.isOverRDF == false
        else { return nil }
        return proof["@context"]?.oneOrMore.count
    }
}
