import JSONText

/// Why a document was not converted.
package enum ConversionError: Error, Equatable, CustomStringConvertible {
    case notLearnerRecord1
    case missing(String)
    case revoked
    case reportTooLarge
    case unknownSource
    case noRoute(ConversionSource, ConversionTarget)
    case notBadge2
    case link(String, place: String)
    case alreadyNew(String)
    case notGathered(index: Int, why: String)
    case otherLearner(index: Int, id: String, expected: String)
    case unknownLearner(index: Int)
    case severalIssuers(String, String, index: Int)
    case several(place: String, first: String, second: String)
    case noRecord(place: String)
    case notTranscript1
    case repeatsTooMuch
    case oneAtATime(ConversionTarget)
    case notLearnerRecord2
    case resultTooLarge
    case notEuropass
    case notTranscript(root: String)
    case noStudent
    case noClaim
    case notJSON
    case notXML
    case xml(XMLFailure)

    package var description: String {
        switch self {
        case .notLearnerRecord1:
            "this is no CLR 1.0 record: a record has \"learner\" and \"publisher\" at its root. "
                + "Give one record of a set by itself, without a credential around it"
        case .revoked:
            "the record is revoked at /revoked: what its publisher took back is not made anew"
        case .reportTooLarge:
            "the names of its members are so long, above so many values, that the report on the "
                + "conversion would be larger than \(Limits.reportedPlaces) octets"
        case .notLearnerRecord2:
            "this is neither a CLR 2.0 nor an Open Badge 3.0: its \"credentialSubject\" has neither "
                + "\"verifiableCredential\" nor \"achievement\""
        case .resultTooLarge:
            "what comes of it would be larger than \(Limits.repeatedBytes) octets: it says again and "
                + "again what the source says once, as a table does in each of its rows"
        case .notEuropass:
            "this is no European Digital Credential of ELM 3: its \"type\" does not name "
                + "\"EuropeanDigitalCredential\", or it has no \"credentialSubject\""
        case .notTranscript(let root):
            "this is no PESC College Transcript: the element at its root is \(root), not "
                + "CollegeTranscript of urn:org:pesc:message:CollegeTranscript"
        case .noStudent:
            "the transcript has no Student with an AcademicRecord, so there is nothing to convert"
        case .noClaim:
            "the credential makes no claim: \"hasClaim\" of its subject is absent or empty, so there "
                + "is nothing to convert"
        case .notJSON: "this is XML; the record to convert is JSON"
        case .notXML: "this is JSON; a PESC College Transcript is XML"
        case .unknownSource:
            "this is none of the documents that are converted: "
                + ConversionSource.allCases.map(\.rawValue).joined(separator: ", ")
        case .noRoute(let source, let target):
            "there is no way from \(source.rawValue) to \(target.rawValue), only to "
                + ConversionRoute.all.filter { $0.source == source }.map(\.target.rawValue)
                .joined(separator: ", ")
        case .xml(let failure): failure.description
        case .notBadge2:
            "this is no Open Badge 2.0: its \"type\" is not \"Assertion\", or it has no \"badge\". "
                + "Give one assertion, not the class of a badge, its issuer or a list"
        case .link(let address, let place):
            "at \(place) stands a link to \(address), and nothing is looked up: give that document "
                + "with --linked FILE, or --linked \(address)=FILE"
        case .alreadyNew(let name): "this is \(name) already: there is nothing to convert"
        case .notGathered(let index, let why): "credential \(index + 1) \(why)"
        case .otherLearner(let index, let id, let expected):
            "credential \(index + 1) is about \(id), at /credentialSubject, and not about \(expected): "
                + "a record holds what one learner achieved. Leave it out"
        case .unknownLearner(let index):
            "credential \(index + 1) does not say at /credentialSubject whom it is about: it has no "
                + "\"id\", and no \"identifier\" that says who the learner of the record is. Say it with "
                + "--learner, and with --learner-type where that is an identifier of the credential"
        case .severalIssuers(let one, let other, let index):
            "credential 1 was issued by \(one), credential \(index + 1) by \(other), at /issuer: say who "
                + "puts the record together with --issuer"
        case .several(let place, let first, let second):
            "the records of the set differ at \(place): \(first) and \(second). Convert one of them by "
                + "itself, with --part 1 and so on"
        case .noRecord(let place):
            "there is no CLR 1.0 record at \(place == "" ? "the root" : place)"
        case .notTranscript1:
            "this is neither an Extended Transcript (\"transcriptEntities\", \"person\") nor a Record of "
                + "Performance (\"progress\", \"user\")"
        case .repeatsTooMuch:
            "its records name large entities so often that what comes of it would be larger than "
                + "\(Limits.reportedPlaces) octets"
        case .oneAtATime(let target):
            "several documents become one CLR 2.0 (--to clr2), or what such a record is told as (--to "
                + "\(ConversionTarget.allCases.filter(\.isExport).map(\.rawValue).joined(separator: ", "))): "
                + "give one at a time for --to \(target.rawValue)"
        case .missing(let member):
            "the record has no \"\(member)\", which CLR 1.0 requires and no default can stand for"
        }
    }
}
