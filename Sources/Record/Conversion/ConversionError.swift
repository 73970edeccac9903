import JSONText

/// Why a document was not converted.
package enum ConversionError: Error, Equatable, CustomStringConvertible {
    case notLearnerRecord1
    case missing(String)
    case revoked
    case reportTooLarge

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
        case .missing(let member):
            "the record has no \"\(member)\", which CLR 1.0 requires and no default can stand for"
        }
    }
}
