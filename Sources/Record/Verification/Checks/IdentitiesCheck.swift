import Credentials
import JSONText

/// Can the identifiers of a subject be compared with anything (MCHK-08)?
struct IdentitiesCheck {
    let credential: Credential

    var answers: [Check] {
        var faults = FaultList()
        for identity in credential.subjects.flatMap(\.identifiers) { note(identity, &faults) }
        return faults.answers
    }

    private func note(_ identity: IdentityObject, _ faults: inout FaultList) {
        let place = identity.json["identityHash"] ?? identity.json
        guard let stored = identity.identityHash, !stored.isEmpty else {
            faults.note(
                .identityEmpty, at: credential.place(of: place),
                "An identifier has no value, so it identifies nobody.")
            return
        }
        let isHash = IdentityHash(stored)?.isWhole == true
        if identity.isHashed, !isHash {
            faults.note(
                .identityHashMalformed, at: credential.place(of: place),
                "The identifier is said to be hashed, and \"\(Quoted.short(stored))\" is no hash: "
                    + "\"sha256$\" and 64 hexadecimal digits, or \"md5$\" and 32.")
        } else if !identity.isHashed, isHash {
            faults.note(
                .identityHashUndeclared, at: credential.place(of: place),
                "The identifier has the form of a hash, and is not said to be one: it is compared "
                    + "as it stands, and so with nobody.")
        }
    }
}
