import Credentials
import JSONText

/// Why a status list is not made, or not signed again.
public enum StatusListFault: Error, Hashable, Sendable {
    case unreadable(String)
    /// The list came as a JWT.
    case token
    case unsigned
    /// A list of data model 1.1 or of Status List 2021, which is not issued here.
    case olderModel
    /// An entry was to be taken back whose purpose does not allow it.
    case notReversible(Int, purpose: String)
    /// Its signature does not hold, or the key is not the issuer's.
    case notGenuine(String)
    case otherIssuer(String, ours: [String])
    case outOfRange(Int, entries: Int)
    case valueTooLarge(UInt64, bits: Int)
    case entryBits(Int)
    /// The list's own `validUntil` is over.
    case ended(Timestamp)
    /// It says that it was signed later than now.
    case fromFuture(Timestamp)

    /// More bits an entry than anybody has meanings for.
    package static let mostEntryBits = 8
}

extension StatusListFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let reason): "The status list cannot be read: \(reason)."
        case .token: "The status list is a JWT; only lists in JSON are changed here."
        case .unsigned: "The status list is not signed, so nobody knows whether it is whole."
        case .olderModel: "Only lists of the data model 2.0 are signed again."
        case .notReversible(let index, let purpose):
            "Entry \(index) is set for \"\(purpose)\", which is not reversible: issue a new "
                + "credential instead."
        case .notGenuine(let reason):
            "The status list is not genuine as it is, and is not signed again: \(reason)"
        case .otherIssuer(let issuer, let ours):
            "The status list belongs to \(issuer), and the key to "
                + ours.joined(separator: ", ") + "."
        case .outOfRange(let index, let entries):
            "Entry \(index) is not on the list, which has the entries 0 to \(entries - 1)."
        case .valueTooLarge(let value, let bits):
            "The value \(value) does not fit into \(bits) bit\(bits == 1 ? "" : "s")."
        case .entryBits(let bits):
            "An entry has 1 to \(StatusListFault.mostEntryBits) bits, not \(bits)."
        case .ended(let end):
            "The status list ended on \(end): readers would refuse it. Give it a new end."
        case .fromFuture(let start):
            "The status list says that it is valid from \(start) on, which is still to come: a "
                + "clock is wrong."
        }
    }
}
