import Credentials
import JSONText

/// Does the record say itself that it is not the whole (CLR2-M-07)?
struct PartialCheck {
    let credential: Credential

    var answers: [Check] {
        guard credential.kind == .clrCredential, credential.json["partial"]?.bool == true else {
            return []
        }
        return [
            Check(
                .contentsPartial,
                "The issuer says that this record does not hold everything that it knew of the "
                    + "learner. Ask for the whole record if you need to know what is left out.",
                at: credential.place.appending("partial"))
        ]
    }
}
