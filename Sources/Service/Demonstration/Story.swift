/// What the learner was awarded. All of it is invented.
enum Story {
    /// The contents of the whole record, in the order in which it shows them.
    static let awards: [AwardPlan] =
        [degree] + courses + [transferred, microCredential] + competencies
        + [role, internship, summerSchool]
}
