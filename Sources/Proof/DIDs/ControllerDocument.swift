import JSONText
import KeyMaterial

/// What a key may be used for (Controlled Identifiers 1.0 section 2.3).
package enum VerificationPurpose: String, Hashable, Sendable, CaseIterable {
    case assertionMethod
    case authentication
    case capabilityInvocation
    case capabilityDelegation
    case keyAgreement

    /// The purpose of this name, by code units.
    package init?(_ name: Text) {
        guard let purpose = Self.allCases.first(where: { Text($0.rawValue) == name }) else {
            return nil
        }
        self = purpose
    }
}

/// A DID document, or the document of any other controller: its keys, and what each is for.
package struct ControllerDocument: Sendable {
    package let id: Text
    package let controllers: [Text]
    package let methods: [VerificationMethod]
    /// Methods that could not be read, by their absolute id where they have one.
    package let unreadable: [(id: Text?, error: VerificationMethodError)]
    private let purposes: [Text: Set<VerificationPurpose>]

    /// Reads a document. A method that is of no use here does not spoil the others: it is kept
    /// in ``unreadable``.
    package init(reading value: JSONValue) throws(ControllerDocumentError) {
        guard value.isObject else { throw .notAnObject }
        guard let id = (value["id"] ?? value["@id"])?.text else { throw .missingID }
        var reading = Reading(id: id)
        try reading.read(value)
        self.id = id
        controllers = value["controller"]?.oneOrMore.compactMap(\.text) ?? []
        methods = reading.methods
        unreadable = reading.unreadable
        purposes = reading.purposes
    }

    /// A document of one key that is its own controller's: what did:key and did:jwk stand for.
    init(id: Text, method: VerificationMethod) {
        self.id = id
        controllers = []
        methods = [method]
        unreadable = []
        purposes = [
            method.id: [
                .assertionMethod, .authentication, .capabilityInvocation, .capabilityDelegation,
            ]
        ]
    }

    package func method(_ id: Text) -> VerificationMethod? { methods.first { $0.id == id } }

    package func purposes(of method: Text) -> Set<VerificationPurpose> { purposes[method] ?? [] }

    private struct Reading {
        let id: Text
        var methods: [VerificationMethod] = []
        var unreadable: [(id: Text?, error: VerificationMethodError)] = []
        var purposes: [Text: Set<VerificationPurpose>] = [:]

        mutating func read(_ value: JSONValue) throws(ControllerDocumentError) {
            for method in value["verificationMethod"]?.oneOrMore ?? [] { try add(method) }
            for purpose in VerificationPurpose.allCases {
                for entry in value[purpose.rawValue]?.oneOrMore ?? [] {
                    try read(entry, for: purpose)
                }
            }
        }

        /// Strings name methods, objects are methods that stand here alone (KEY-08).
        private mutating func read(
            _ entry: JSONValue, for purpose: VerificationPurpose
        ) throws(ControllerDocumentError) {
            if entry.isObject { try add(entry) }
            guard let name = entry.text ?? entry["id"]?.text else { return }
            purposes[FragmentReference.resolve(name, against: id), default: []].insert(purpose)
        }

        private mutating func add(_ value: JSONValue) throws(ControllerDocumentError) {
            guard methods.count + unreadable.count < Limits.verificationMethods else {
                throw .tooManyMethods(limit: Limits.verificationMethods)
            }
            let name = value["id"]?.text
            let id = name.map { FragmentReference.resolve($0, against: self.id) }
            do {
                let method = try VerificationMethod(reading: value, in: self.id)
                let known = methods.first { $0.id == method.id }
                guard known == nil || known == method else { throw Ambiguity() }
                if known == nil { methods.append(method) }
            } catch let error as VerificationMethodError {
                unreadable.append((id, error))
            } catch {
                throw .ambiguousMethod(id ?? self.id)
            }
        }

        private struct Ambiguity: Error {}
    }
}

package enum ControllerDocumentError: Error, Hashable, Sendable {
    case json(JSONError)
    case notAnObject
    case missingID
    /// The document says that it is another's.
    case wrongID(expected: Text, found: Text)
    /// Two different methods have one id.
    case ambiguousMethod(Text)
    case tooManyMethods(limit: Int)
    /// It is neither a controller's document nor a key.
    case noKey
}

extension ControllerDocumentError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .json(let error): "\(error)"
        case .notAnObject: "the document is not an object"
        case .missingID: "the document has no \"id\""
        case .wrongID(let expected, let found):
            "the document's \"id\" is \(found), not \(expected)"
        case .ambiguousMethod(let id): "two different keys have the id \(id)"
        case .tooManyMethods(let limit): "the document has more than \(limit) keys"
        case .noKey: "the document has no key"
        }
    }
}

extension Limits {
    /// Verification methods of one controller document, and keys of one key set.
    package static let verificationMethods = 1_000
    /// Octets of a controller document, a key document or a key set.
    package static let controllerDocumentBytes = 1 << 20
}
