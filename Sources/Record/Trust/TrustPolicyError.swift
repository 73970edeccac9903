import JSONText
import YAMLText

/// Why a policy is none. A policy is read whole or not at all: half a deny list would be worse
/// than none.
package enum TrustPolicyError: Error, Sendable, CustomStringConvertible {
    case notJSON(JSONError)
    case notYAML(YAMLError)
    /// What is wrong, with the line of the YAML text.
    indirect case inLine(Int, TrustPolicyError)
    case unknownMember(JSONPointer, known: [String])
    case missing(JSONPointer, String)
    case wrongType(JSONPointer, wanted: String)
    case invalid(JSONPointer, String)
    case noFile(JSONPointer, String)
    case registryInvalid(JSONPointer, RegistryError)
    case tooMany(JSONPointer, limit: Int)

    package var description: String {
        switch self {
        case .notJSON(let error): "the trust policy is not JSON: \(error)"
        case .notYAML(let error): "the trust policy is not YAML: \(error)"
        case .inLine(let line, let error): "line \(line): \(error)"
        case .unknownMember(let place, let known):
            "the trust policy has at \(place) a member that means nothing here; there are "
                + known.joined(separator: ", ")
        case .missing(let place, let name):
            "the trust policy lacks \"\(name)\" at \(Self.place(place))"
        case .wrongType(let place, let wanted):
            "the trust policy needs \(wanted) at \(Self.place(place))"
        case .invalid(let place, let why): "the trust policy at \(Self.place(place)): \(why)"
        case .noFile(let place, let file):
            "the trust policy names at \(place) the file \(file), which cannot be read"
        case .registryInvalid(let place, let error):
            "the registry that the trust policy names at \(place) is not usable: \(error)"
        case .tooMany(let place, let limit):
            "the trust policy has at \(Self.place(place)) more than \(limit) entries"
        }
    }

    /// Where in the policy the fault is.
    var place: JSONPointer? {
        switch self {
        case .notJSON, .notYAML, .inLine: nil
        case .unknownMember(let place, _), .missing(let place, _), .wrongType(let place, _),
            .invalid(let place, _), .noFile(let place, _), .registryInvalid(let place, _),
            .tooMany(let place, _):
            place
        }
    }

    private static func place(_ pointer: JSONPointer) -> String {
        pointer.tokens.isEmpty ? "its top" : pointer.description
    }
}

/// Why the text of a registry is not usable.
package enum RegistryError: Error, Sendable, CustomStringConvertible {
    case notJSON(JSONError)
    case notThisKind(RegistryKind, String)
    case entryInvalid(JSONPointer, String)
    case tooManyEntries(limit: Int)
    case notSigned
    case noKeyPinned
    case signature(String)

    package var description: String {
        switch self {
        case .notJSON(let error): "it is not JSON: \(error)"
        case .notThisKind(let kind, let why): "it is no registry of kind \(kind.rawValue): \(why)"
        case .entryInvalid(let place, let why): "its entry at \(place): \(why)"
        case .tooManyEntries(let limit): "it has more than \(limit) entries"
        case .notSigned: "the policy pins keys for it, and it is not signed"
        case .noKeyPinned: "it is signed, and the policy pins no keys (\"keys\") to check it with"
        case .signature(let why): "its signature does not hold: \(why)"
        }
    }
}
