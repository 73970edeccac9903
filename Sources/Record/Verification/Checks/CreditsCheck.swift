import Credentials
import JSONText

/// Are the credits earned possible (OB3-M-25, OB3-M-48)?
struct CreditsCheck {
    let credential: Credential

    var answers: [Check] {
        guard credential.kind.isAchievement else { return [] }
        var faults = FaultList()
        for subject in credential.subjects {
            for achievement in subject.achievements { note(subject, achievement, &faults) }
        }
        return faults.answers
    }

    private func note(
        _ subject: Subject, _ achievement: Achievement, _ faults: inout FaultList
    ) {
        let earned = subject.creditsEarned.flatMap(PlainNumber.value)
        let available = achievement.creditsAvailable.flatMap(PlainNumber.value)
        if let earned, earned < 0 {
            faults.note(
                .creditsNegative, at: credential.place(of: subject.json).appending("creditsEarned"),
                "\(PlainNumber.words(earned)) credits cannot have been earned.")
        }
        if let available, available < 0 {
            faults.note(
                .creditsNegative,
                at: credential.place(of: achievement.json).appending("creditsAvailable"),
                "\(PlainNumber.words(available)) credits cannot be had.")
        }
        if let earned, let available, PlainNumber.isMore(earned, than: available) {
            faults.note(
                .creditsMoreThanAvailable,
                at: credential.place(of: subject.json).appending("creditsEarned"),
                "\(PlainNumber.words(earned)) credits were earned with an achievement that "
                    + "gives \(PlainNumber.words(available)).")
        }
    }
}
