import Credentials
import JSONText

/// What an SD-JWT's holder may have kept back: a required member that is missing there is no
/// fault of the credential.
struct WithheldMembers {
    private let places: Set<JSONPointer>

    init(token: CompactToken?) {
        places = Set(token?.selective?.withheld.map(\.place) ?? [])
    }

    /// The answers about the shape, with a missing member told as what it may be.
    func softened(_ answers: [Check]) -> [Check] {
        guard !places.isEmpty else { return answers }
        let softened = answers.map { answer -> Check in
            guard answer.code.isSame(as: Code.shapeMemberMissing.rawValue), let place = answer.at,
                places.contains(JSONPointer(place.tokens.dropLast())) || places.contains(place)
            else { return answer }
            return Check(
                .shapeMemberWithheld,
                "\(place) is not shown; its holder may have kept it back.", at: place)
        }
        let hasFault = softened.contains { $0.outcome == .failed || $0.outcome == .passed }
        guard !hasFault else { return softened }
        let text = "What is shown has the types that the model gives it."
        return [Check(.shapeFits, text)] + softened
    }
}
