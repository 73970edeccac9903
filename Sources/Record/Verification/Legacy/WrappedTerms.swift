import Credentials
import JSONText
import Vocabularies

/// Is what a reader finds in a CLR 1.0 that a credential wraps what was signed over RDF?
///
/// The context of CLR 1.0 gives several names one meaning (`assertions`, `Assertion`, `dtAssertion`):
/// whoever writes one for the other hides a member, and the signature still fits. So a member goes by
/// the name that its class has for it, no further context brings more names, and what is said of one
/// thing stands in one place.
struct WrappedTerms {
    let credential: Credential
    let record: LegacyRecord
    /// Whether the credential is signed itself: then no context around it is at work.
    let hasOwnProof: Bool

    var answers: [Check] {
        var walk = WrappedWalk()
        walk.visit(record.json, as: record.kind == .clrSet ? "ClrSet" : "Clr")
        if let place = foreignContext ?? walk.foreignContext { return [Self.open(place)] }
        if let (name, place) = walk.alias {
            return [
                Check(
                    .termsInvalid,
                    "\"\(name)\" is another name for a member of CLR 1.0, under which nobody looks "
                        + "for it. The signature over RDF does not tell the two apart; the issuer "
                        + "must use the name of the standard.", at: place)
            ]
        }
        if let (id, place) = walk.second {
            return [
                Check(
                    .termsInvalid,
                    "Two objects describe \(id) and say different things. The signature over RDF "
                        + "covers both as one; the issuer must describe it in one place.", at: place
                )
            ]
        }
        return [
            Check(
                .termsRecordMerged,
                "The context of CLR 1.0 gives one meaning to the level and the description of a "
                    + "result, and one to signed assertions and endorsements: the signature over "
                    + "RDF does not tell which was which.", at: record.place)
        ]
    }

    private static let known = Set(
        (KnownContexts.ofCredentials + [KnownContexts.firstRecords]).map { Text($0) })

    private var foreignContext: JSONPointer? {
        let place = credential.place.appending("@context")
        guard hasOwnProof else { return place }
        let isForeign = credential.contexts.contains { entry in
            entry.text.map { !Self.known.contains($0) } ?? true
        }
        return isForeign ? place : nil
    }

    private static func open(_ place: JSONPointer) -> Check {
        Check(
            .termsRecordOpen,
            "Beside the contexts of credentials and of CLR 1.0 others are at work here. They can give "
                + "the members of the record other names, and the signature over RDF does not cover "
                + "names; so it is not shown that what is read is what was signed.", at: place)
    }
}

/// Goes through a record once, class by class.
private struct WrappedWalk {
    private(set) var foreignContext: JSONPointer?
    private(set) var alias: (name: Text, place: JSONPointer)?
    private var described: [(id: Text, value: JSONValue)] = []
    private var statements: Set<Text> = []
    private var meanings: [Text: Set<Text>] = [:]

    private static let model = ShapeModel.on(.records1)

    mutating func visit(_ record: JSONValue, as name: Text) {
        var pending = [(value: record, shape: Self.model.class(named: name))]
        while let (value, shape) = pending.popLast() {
            if value.isArray {
                pending += value.elements.map { ($0, shape) }
                continue
            }
            guard value.isObject else { continue }
            note(value, shape)
            for member in value.members {
                let name = Text(member.name)
                if name == "@context" {
                    look(at: member.value)
                } else if let property = shape?.property(named: name) {
                    let inner = property.nestedClass.flatMap { Self.model.class(named: $0) }
                    pending.append((member.value, inner))
                } else {
                    if let shape, alias == nil, isAlias(name, in: shape) {
                        alias = (name, member.value.pointer)
                    }
                    pending.append((member.value, nil))
                }
            }
        }
    }

    private mutating func look(at context: JSONValue) {
        let url = Text(KnownContexts.firstRecords)
        guard foreignContext == nil, context.oneOrMore.contains(where: { $0.text != url }) else {
            return
        }
        foreignContext = context.pointer
    }

    // MARK: - Names

    private mutating func isAlias(_ name: Text, in shape: ShapeClass) -> Bool {
        if meanings[shape.name] == nil {
            meanings[shape.name] = Set(shape.properties.map { Self.meaning(of: $0.name) })
        }
        return meanings[shape.name]?.contains(Self.meaning(of: name)) == true
    }

    /// The IRI that a member stands for: as a term, by a prefix, or as it is.
    private static func meaning(of name: Text) -> Text {
        let terms = KnownContexts.firstRecordTerms
        if let iri = terms[name] { return iri }
        let text = name.string
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
            let prefix = terms[Text(String(text[..<colon]))]
        else { return name }
        return Text(prefix.string + text[text.utf8.index(after: colon)...])
    }

    // MARK: - Descriptions

    private static let statementClasses: Set<Text> = ["Clr", "Assertion", "Achievement"]
    private static let ofClaims = ["id", "type", "endorsementComment"]

    private mutating func note(_ value: JSONValue, _ shape: ShapeClass?) {
        guard let id = value["id"]?.text else { return }
        if let shape, Self.statementClasses.contains(shape.name) { statements.insert(id) }
        // A claim has the identifier of what is endorsed, and says nothing of it but that.
        let isClaim =
            shape?.name == "EndorsementClaim"
            && value.members.allSatisfy { member in
                Self.ofClaims.contains { member.hasName($0) }
            }
        if !isClaim { described.append((id, value)) }
    }

    /// A further object of a statement that says something else.
    var second: (id: Text, place: JSONPointer)? {
        var known = RepeatedIdentifiers(without: ["@context"])
        for (id, value) in described where statements.contains(id) {
            if known.note(value, named: id) == .other { return (id, value.pointer) }
        }
        return nil
    }
}
