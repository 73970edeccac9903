import Issuance
import JSONText
import KeyMaterial
import Storage

/// Why a store was not filled with the demonstration.
package enum SeedingError: Error, Sendable {
    /// The store holds something else already.
    case storeInUse
    /// No did:web can be made of it: its host is an IPv6 address, or its port is 0.
    case unusablePublicURL(String)
    case storage(StorageError)
    /// A key could not be made, or not be unwrapped: the wrapping key is another one.
    case key(KeyError, issuer: String)
    case draft(JSONError, name: String)
    case issuance(IssuanceError, name: String)
}

extension SeedingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .storeInUse:
            "This store holds records that are not the demonstration's, and was left as it is. "
                + "Name another data folder for the demonstration."
        case .unusablePublicURL(let url):
            "The issuers of the demonstration cannot be named after the public URL \"\(url)\". "
                + "Give one with a host name or an IPv4 address, and with a real port if any."
        case .storage(let error): error.description
        case .key(let error, let issuer):
            "The key of \(issuer) could not be used: \(error). If the key that protects it is "
                + "lost, begin the demonstration anew in an empty folder."
        case .draft(let error, let name): "The draft \(name) is malformed: \(error)."
        case .issuance(let error, let name): "\(name) could not be issued. \(error)"
        }
    }
}
