import Credentials
import JSONText
import Vocabularies

/// What every credential that is derived from this one shows, whatever its holder chooses: all
/// that the model requires (PRF-05), who issued it to whom, how long it holds, and where it could
/// have been revoked.
///
/// The credentials in a record are required too, and which of them to show is the holder's choice.
struct MandatoryPointers {
    private let credential: Credential
    private let model: ShapeModel

    /// Members that hold credentials.
    private static let contents: Set<Text> = ["verifiableCredential", "endorsement"]
    /// What the model leaves free, and a reader must not miss.
    private static let heeded = [
        "issuer", "validFrom", "validUntil", "issuanceDate", "expirationDate", "credentialStatus",
        "credentialSchema", "termsOfUse",
    ]

    init(of credential: Credential) {
        self.credential = credential
        model = ShapeModel.on(credential.dataModel == .version1 ? .v1_1 : .v2_0)
    }

    var pointers: [JSONPointer] {
        let root = JSONPointer()
        var pointers = Self.heeded.filter { credential.json[$0] != nil }
            .map { root.appending($0) }
        if let shape = model.class(named: Text(credential.kind.rawValue)) {
            pointers += required(credential.json, shape, at: root)
        } else {
            pointers += ["id", "type"].filter { credential.json[$0] != nil }
                .map { root.appending($0) }
        }
        pointers += identities
        var seen: Set<JSONPointer> = []
        return pointers.filter { seen.insert($0).inserted }
    }

    /// Whose credential it is, by id or else by identifier (MCHK-01).
    private var identities: [JSONPointer] {
        guard let subject = credential.json["credentialSubject"] else { return [] }
        let place = JSONPointer(["credentialSubject"])
        let subjects: [(JSONValue, JSONPointer)] =
            subject.isArray
            ? subject.elements.enumerated().map { ($0.element, place.appending($0.offset)) }
            : [(subject, place)]
        return subjects.compactMap { subject, place in
            ["id", "identifier"].first { subject[$0] != nil }.map { place.appending($0) }
        }
    }

    private func required(
        _ value: JSONValue, _ shape: ShapeClass, at place: JSONPointer
    ) -> [JSONPointer] {
        shape.required.flatMap { property -> [JSONPointer] in
            let name = property.name.string
            guard !Self.contents.contains(property.name), property.name != "@context",
                !Self.heeded.contains(where: { $0.isSame(as: name) }), let member = value[name]
            else { return [] }
            return required(member, property, at: place.appending(name))
        }
    }

    private func required(
        _ value: JSONValue, _ property: ShapeProperty, at place: JSONPointer
    ) -> [JSONPointer] {
        guard let name = property.nestedClass, let shape = model.class(named: name) else {
            return [place]
        }
        switch value.kind {
        case .array:
            return value.elements.enumerated().flatMap { index, element in
                required(element, property, at: place.appending(index))
            }
        case .object:
            let inside = required(value, shape, at: place)
            return inside.isEmpty ? [place] : inside
        case .null, .bool, .number, .string: return [place]
        }
    }
}
