import DataIntegrity
import JSONText
import Verification

/// Why nothing is derived.
package enum DerivationError: Error, Sendable {
    case proof(ProofError)
    /// What comes out lacks members that the model requires, so that readers would refuse it; with
    /// places in the whole of which one would mend it, where they are known.
    case incomplete([Check], choices: [JSONPointer])
}

extension DerivationError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .proof(let error): "\(error)"
        case .incomplete(let checks, let choices):
            "readers would refuse what was chosen, because something is missing. "
                + checks.map(\.message).joined(separator: " ") + Self.advice(choices)
        }
    }

    private static func advice(_ choices: [JSONPointer]) -> String {
        guard let first = choices.first else { return " Reveal that as well." }
        guard choices.count > 1, let last = choices.last else {
            return " Reveal \(first) as well, or a part of it."
        }
        return " Reveal one of \(first) to \(last) as well, or a part of it."
    }
}
