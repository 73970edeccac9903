import Synchronization

/// What all parts of one verification may take together, beyond what the size of each part
/// explains: each part keeps its own limits, and many that come near to them come to this one.
///
/// The sums do not depend on the order in which the parts are looked at. Whether any of them is
/// passed hangs on the document alone, and then nothing of it is judged.
package final class WorkAllowance: Sendable {
    package enum Work: Int, CaseIterable, Sendable {
        /// Terms that processing contexts writes down.
        case terms
        /// Octets of the IRIs that these stand for.
        case termOctets
        /// Octets of the texts that documents expand to.
        case textOctets
        /// Steps of canonicalization.
        case steps
        /// Octets of canonical forms.
        case canonicalOctets
        /// Octets of documents that older records name, each time that one is gone through.
        case linkedOctets

        package var limit: Int {
            switch self {
            case .terms: Limits.sharedContextTerms
            case .termOctets: Limits.sharedContextOctets
            case .textOctets: Limits.sharedExpandedBytes
            case .steps: Limits.sharedSteps
            case .canonicalOctets: Limits.sharedCanonicalBytes
            case .linkedOctets: Limits.sharedLinkedBytes
            }
        }
    }

    private struct State {
        var spent = [Int](repeating: 0, count: Work.allCases.count)
        var exhausted: Work?
    }

    private let state = Mutex(State())

    package init() {}

    /// What a document of so many octets may make without that it counts for the whole.
    package static func freeOctets(_ octets: Int) -> Int {
        max(64 << 10, Limits.freeExpandedOctets * octets)
    }

    /// The limit that was passed, if any was.
    package var exhausted: Work? { state.withLock { $0.exhausted } }

    /// Takes so much; false where that is more than is left.
    package func take(_ count: Int, of work: Work) -> Bool {
        state.withLock { state in
            state.spent[work.rawValue] += max(0, count)
            if state.spent[work.rawValue] > work.limit, state.exhausted == nil {
                state.exhausted = work
            }
            return state.exhausted == nil
        }
    }
}

extension WorkAllowance.Work: CustomStringConvertible {
    package var description: String {
        switch self {
        case .terms: "\(limit) terms of contexts"
        case .termOctets: "\(limit) octets of the IRIs of terms"
        case .textOctets: "\(limit) octets of expanded texts"
        case .steps: "\(limit) steps of canonicalization"
        case .canonicalOctets: "\(limit) octets of canonical forms"
        case .linkedOctets: "\(limit) octets of linked documents"
        }
    }
}
