import JSONText

/// What was found about contexts, terms and signatures: one look at the document answers them
/// together, because the same expansion shows all three.
struct IntegrityAnswers {
    var contexts: [Check] = []
    var terms: [Check] = []
    /// Proof, controller and purpose of each signature.
    var signatures: [Check] = []
    /// Whether a signature of this credential, or of one that holds it, is made over RDF.
    var isSignedAsRDF = false

    /// Whether a signature, or the record around, holds: then what it names may be looked up.
    var isIntact: Bool {
        !signatures.contains { $0.outcome == .failed }
            && signatures.contains { check in
                check.name == .proof && (check.outcome == .passed || check.outcome == .warning)
            }
    }
}

/// The answers about one signature.
struct SignatureAnswer {
    let proof: Check
    var controller: Check?
    var purposes: [Check] = []

    var all: [Check] { [proof] + [controller].compactMap { $0 } + purposes }

    var isBy: Party {
        guard let controller else { return .unknown }
        switch controller.code {
        case Code.controllerIsIssuer.rawValue: return .issuer
        case Code.controllerNotIssuer.rawValue: return .other
        default: return .unknown
        }
    }

    enum Party { case issuer, other, unknown }
}

extension [SignatureAnswer] {
    /// A proof set (interface): every supported proof must pass, others are skipped, and one at
    /// least must be the issuer's. Beside that one, others may sign too.
    var checks: [Check] {
        let hasIssuers = contains { $0.isBy == .issuer }
        return flatMap { answer -> [Check] in
            guard hasIssuers, answer.isBy == .other, let controller = answer.controller else {
                return answer.all
            }
            var other = answer
            other.controller = Check(
                .controllerOtherParty, "A further signature. " + controller.message,
                at: controller.at)
            return other.all
        }
    }
}
