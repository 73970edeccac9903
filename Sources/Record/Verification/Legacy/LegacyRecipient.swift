import Credentials
import JSONText

/// Whose a record or badge of an older generation is (CLR1-V-06, OB-M-04, OB-V-04).
struct LegacyRecipient {
    let record: LegacyRecord

    func answers(
        around: LegacyExamination.Surroundings?, expected: VerificationPolicy.Recipient?
    ) -> [Check] {
        var answers: [Check] = []
        if let expected { answers.append(answer(expected)) }
        if record.kind == .assertion, let learner = around?.learner {
            answers.append(answer(learner))
        }
        if let recipient = record.recipient, recipient.isWeak {
            answers.append(
                Check(
                    .recipientWeakHash,
                    "The recipient is hashed with MD5: somebody else with the same hash can be "
                        + "made. The issuer should use SHA-256.", at: place))
        }
        return answers
    }

    private var place: JSONPointer {
        record.place.appending(record.kind == .assertion ? "recipient" : "learner")
    }

    // MARK: - The expected person

    private func answer(_ expected: VerificationPolicy.Recipient) -> Check {
        let (type, value) =
            switch expected {
            case .id(let id): ("id", id)
            case .identifier(let value, let type): (Self.name(of: type), value)
            }
        let isTheirs =
            record.kind == .assertion
            ? record.recipient?.isOf(value, as: type) == true
            : record.learner.map { $0.has(value, as: type) } == true
        return isTheirs
            ? Check(.recipientMatches, "This is for the expected person.", at: place)
            : Check(
                .recipientDiffers,
                "This is not for the expected person: it names nobody of that \"\(type)\".",
                at: place)
    }

    /// The newer generation's names of kinds of identifiers, in the words of the older.
    private static func name(of type: String) -> String {
        let names = [("emailAddress", "email"), ("phoneNumber", "telephone"), ("name", "name")]
        return names.first { $0.0.isSame(as: type) }?.1 ?? type
    }

    // MARK: - The learner of the record

    private func answer(_ learner: LegacyParty) -> Check {
        guard let recipient = record.recipient, let type = recipient.type,
            recipient.identity != nil
        else {
            return Check(
                .recipientUnclear,
                "The assertion does not say for whom it is; it stands in a record of "
                    + "\(learner.name ?? "a learner").", at: place)
        }
        let values = learner.values(of: type)
        guard !values.isEmpty else {
            return Check(
                .recipientUnclear,
                "The assertion names its recipient by \"\(type)\", which the record does not say "
                    + "of its learner.", at: place)
        }
        guard values.contains(where: { recipient.isOf($0, as: type) }) else {
            return Check(
                .recipientNotLearner,
                "The recipient of the assertion is not the learner of the record.", at: place)
        }
        return Check(.recipientIsLearner, "It is for the learner of the record.")
    }
}

extension LegacyParty {
    /// What the profile says of itself under the name of a kind of identifier.
    fileprivate func values(of type: String) -> [String] { texts(type) }

    fileprivate func has(_ value: String, as type: String) -> Bool {
        values(of: type).contains { LegacyIdentity.agrees($0, value, as: type) }
    }
}

extension LegacyIdentity {
    fileprivate var isWeak: Bool { identity?.utf8.starts(with: "md5$".utf8) == true }

    private var hash: IdentityHash? {
        guard let identity else { return nil }
        let isPlain = !["sha256$", "md5$"].contains { identity.utf8.starts(with: $0.utf8) }
        return isPlain ? nil : IdentityHash(identity)
    }

    /// Whether it is this value of this kind, hashed or not.
    fileprivate func isOf(_ value: String, as type: String) -> Bool {
        guard self.type?.isSame(as: type) == true, let identity else { return false }
        if let hash {
            return hash.isOf(value, salt: salt) || hash.isOf(value.lowercased(), salt: salt)
        }
        return !isHashed && Self.agrees(identity, value, as: type)
    }

    /// Capitals count, but in addresses.
    fileprivate static func agrees(_ one: String, _ other: String, as type: String) -> Bool {
        if one.isSame(as: other) { return true }
        let isForgiving = type.isSame(as: "email") || type.isSame(as: "id")
        return isForgiving && one.lowercased().isSame(as: other.lowercased())
    }
}
