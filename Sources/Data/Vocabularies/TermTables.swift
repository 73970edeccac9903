/// The term tables of the standards, in this project's line notation (docs/vocabularies.md).
///
/// The notation in short; words are parted by spaces, a line that begins with four spaces goes
/// on with the line before it, one that begins with `#` is a remark:
///
///     abbr NAME IRI                        NAME:x stands for IRI followed by x in this text
///     every MEMBERS                        how each scope after it begins
///     context VERSION URL… [with MEMBERS]  a context document; two-space lines: its own terms
///     include CLASS… | *                   the classes that it defines
///     class NAME IRI|- open|closed|- [< BASE] [like CLASS] [abstract] [ID] [with MEMBERS]
///     scope NAME [with MEMBERS]            the context of a property, named by `>NAME`
///     alias NAME CLASS                     another name for a class
///     list NAME extensible|closed ID       an enumeration; two-space lines: its terms
///     context VERSION URL… from VERSION [with MEMBERS] [every MEMBERS]
///     model 1.1                            after either: classes as what differs in an older one
///
/// MEMBERS is `-` or a list with commas of `@protected`, `@version`, `id`, `type`, an
/// abbreviation to be a prefix, or `name=<IRI>`. A two-space line under a class is a property:
///
///     NAME [TIMES RANGE [ID]] [= IRI [^COERCION] [@CONTAINER…] [>SCOPE]]
///
/// TIMES: `1`, `0..1`, `0..*`, `2..*`, then letters: `c` one value may stand without its array,
/// `a` an array is tolerated, `s` a bare string is tolerated, `n` a number is tolerated, `m` that
/// it is missing is tolerated. `~` is
/// "as in the base class", with this ID; `-` takes the property away. What stands before `=` is
/// the model, what follows is the term; either may be absent: a property without `=` gets its
/// term from the context around it, or has none. `= -` takes a term away, `^COERCION NAME…`
/// changes no more than the coercion of terms. `<x>` is the text x as it is, unexpanded.
/// The range `Type` is a type name that must be among the values: the name of the class.
enum TermTables {
    /// W3C: VCDM 2.0, status lists, Data Integrity, keys and their controllers.
    static let w3c = TermTable(reading: [credentials, status, security])
    /// W3C: VCDM 1.1.
    static let w3cLegacy = TermTable(reading: [credentialsLegacy])
    /// 1EdTech: Open Badges 3.0.
    static let badges = TermTable(
        reading: [openBadges, openBadgesVersions, openBadgesVocabularies])
    /// 1EdTech: Comprehensive Learner Record 2.0.
    static let records = TermTable(reading: [learnerRecord])

    /// 1EdTech: Comprehensive Learner Record 1.0.
    static let firstRecords = TermTable(
        reading: [learnerRecord1Context, learnerRecord1, learnerRecord1Editions])
    /// 1EdTech: Open Badges 2.0.
    static let firstBadges = TermTable(reading: [openBadges2Context, openBadges2])
    /// 1EdTech: Extended Transcript 1.0, its classes.
    static let transcripts = TermTable(reading: [extendedTranscript])

    /// All tables; each is read when it is first looked into.
    static let all: [@Sendable () -> TermTable] = ofCredentials + beforeCredentials

    /// Those of verifiable credentials, whose contexts give each member an IRI of its own.
    static let ofCredentials: [@Sendable () -> TermTable] = [
        { w3c }, { badges }, { records }, { w3cLegacy },
    ]

    /// Those of what came before.
    static let beforeCredentials: [@Sendable () -> TermTable] = [
        { firstRecords }, { firstBadges }, { transcripts },
    ]
}
