import Credentials
import JSONText

/// What class of credential is it?
struct TypeCheck {
    let credential: Credential

    var answer: Check {
        let place = credential.place.appending("type")
        let types = credential.types
        guard !types.isEmpty else {
            return Check(
                .typeMissing,
                "There is no \"type\", so nobody can tell what this is. A credential lists "
                    + "\"VerifiableCredential\" and its class there.", at: place)
        }
        let base =
            credential.kind == .presentation
            ? CredentialKind.presentation.rawValue
            : CredentialKind.verifiableCredential.rawValue
        guard types.contains(where: { $0.isSame(as: base) }) else {
            return Check(
                .notACredential,
                "The types (\(types.joined(separator: ", "))) do not include \"\(base)\": this is "
                    + "not a verifiable credential. Older badges and records must be converted "
                    + "by their issuer.", at: place)
        }
        guard credential.kind != .verifiableCredential || types.count == 1 else {
            return Check(
                .typeGeneric,
                "This is a verifiable credential of a class without a model here "
                    + "(\(types.joined(separator: ", "))); the general rules are applied.",
                at: place)
        }
        return Check(.typeKnown, "Its class is \(credential.kind.rawValue).", at: place)
    }
}
