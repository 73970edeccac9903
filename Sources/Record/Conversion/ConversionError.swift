import JSONText

/// Why a document was not converted.
package enum ConversionError: Error, Equatable, CustomStringConvertible {
    case notLearnerRecord1
    case missing(String)
    case revoked
    case reportTooLarge
    case notLearnerRecord2
    case resultTooLarge
    case notEuropass
    case notTranscript(root: String)
    case noStudent
    case noClaim
    case notJSON
    case notXML
    case unknownSource
    case noRoute(ConversionSource, ConversionTarget)
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
        case .missing(let member):
            "the record has no \"\(member)\", which CLR 1.0 requires and no default can stand for"
        }
    }
}
