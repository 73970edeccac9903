import ArgumentParser
import Credentials
import JSONText
import Verification

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Tells what is in a credential, record or draft, without judging it.",
        discussion: """
            First what it is, then every value with its place: line and column, and its JSON \
            Pointer. Of tokens (JWT, SD-JWT), also of those inside, header and claims are listed; \
            of a picture what is baked into it.

            Nothing is checked: use verify to learn whether it is real.
            """)

    @Argument(help: "The file; - or nothing is standard input.")
    var file = "-"

    @Flag(help: "Answer in JSON.")
    var json = false

    func run() throws {
        let bytes = try Files.read(file)
        if let draft = try DraftFile.written(bytes, file) {
            let head = "draft, \(draft.line == nil ? "JSON" : "YAML"), not issued yet"
            return answer(
                ValueList(draft: draft.document, line: draft.line), [head],
                ["form": .string(draft.line == nil ? "JSON" : "YAML"), "kind": "draft"])
        }
        let document: CredentialDocument
        do {
            document = try CredentialDocument(reading: bytes)
        } catch {
            throw Stop(.no, at: file, error.sentence)
        }
        let outline = Outline(document)
        answer(ValueList(bytes), outline.lines, outline.json)
    }

    private func answer(_ values: ValueList, _ lines: [String], _ outline: JSON) {
        guard json else {
            let head = lines.map { Visible.line($0) + "\n" }.joined()
            return Console.answer(Array(head.utf8) + values.text)
        }
        // The list may be long: it is written value by value into the open object.
        var out = outline.serialized(pretty: true)
        out.removeLast(2)
        Console.answer(out + Array(",\n  \"values\": ".utf8) + values.json + Array("\n}".utf8))
    }
}

/// What a credential says it is, each value with its place.
struct Outline {
    private let document: CredentialDocument
    private let place: JSONPointer

    init(_ document: CredentialDocument, at place: JSONPointer = JSONPointer()) {
        self.document = document
        self.place = place
    }

    private var credential: Credential { document.credential }

    /// Members that say whose, what, from whom and how long.
    private var facts: [(name: String, value: String, pointer: JSONPointer)] {
        let members: [(String, [String])] = [
            ("id", ["id"]), ("name", ["name"]), ("issuer", ["issuer"]), ("holder", ["holder"]),
            ("subject", ["credentialSubject", "id"]), ("from", [credential.validFromName]),
            ("until", [credential.validUntilName]), ("awarded", ["awardedDate"]),
        ]
        return members.compactMap { name, path in
            let pointer = JSONPointer(path.map { Text($0) })
            guard let value = credential.json[pointer] else { return nil }
            let text = value.string ?? value["name"]?.string ?? value["id"]?.string
            return text.map { (name, $0, pointer) }
        }
    }

    private var parts: [(role: String, outline: Outline?, pointer: JSONPointer)] {
        credential.contained().map { part in
            let role =
                switch part.role {
                case .content: "credential"
                case .endorsement: "endorsement"
                }
            let inner = try? CredentialDocument(contained: part)
            return (role, inner.map { Outline($0, at: part.pointer) }, part.pointer)
        }
    }

    private var form: String {
        let form =
            switch document.token {
            case nil: "JSON"
            case let token?: token.selective == nil ? "JWT" : "SD-JWT"
            }
        return document.image.map { "\(form) in \($0.format.rawValue)" } ?? form
    }

    /// What the holder of an SD-JWT could have kept back.
    private var disclosed: [JSONPointer] {
        document.token?.selective?.disclosures.map(\.place) ?? []
    }

    private var withheld: Int {
        document.token?.selective?.withheld.reduce(0) { $0 + $1.count } ?? 0
    }

    private var proofs: [(kind: String, pointer: JSONPointer)] {
        signature
            + credential.proofs.map { proof in
                let kind = proof["cryptosuite"]?.string ?? proof["type"]?.string ?? "unknown"
                return (kind, proof.pointer)
            }
    }

    /// A token is signed as a whole.
    private var signature: [(kind: String, pointer: JSONPointer)] {
        guard let token = document.token else { return [] }
        return [("JWT, \(token.header["alg"]?.string ?? "unknown")", JSONPointer())]
    }

    var json: JSON {
        var members: [(name: String, value: JSON)] = [
            ("at", .string(place.description)), ("form", .string(form)),
            ("standard", .string(credential.standard)),
            ("kind", .string(credential.kind.rawValue)),
            ("types", .array(credential.types.map { .string($0) })),
            (
                "contexts",
                .array(
                    credential.contexts.map { $0.string.map { .string($0) } ?? .verbatim($0) })
            ),
        ]
        for fact in facts {
            let value: JSON = [
                "value": .string(fact.value), "at": .string(fact.pointer.description),
            ]
            members.append((fact.name, value))
        }
        let proofs = proofs.map { proof -> JSON in
            ["kind": .string(proof.kind), "at": .string(proof.pointer.description)]
        }
        members.append(("proofs", .array(proofs)))
        if document.token?.selective != nil {
            members.append(
                ("disclosed", .array(disclosed.map { .string($0.description) })))
            members.append(("withheld", .integer(withheld)))
        }
        let contents = parts.map { part -> JSON in
            part.outline?.json
                ?? ["at": .string(part.pointer.description), "kind": "unreadable"]
        }
        members.append(("contents", .array(contents)))
        return .object(members)
    }

    var lines: [String] { lines(indent: "") }

    private func lines(indent: String) -> [String] {
        var lines = ["\(indent)\(credential.kind.rawValue), \(credential.standard), \(form)"]
        for fact in facts {
            lines.append("\(indent)  \(fact.name): \(fact.value)  (\(fact.pointer))")
        }
        for proof in proofs { lines.append("\(indent)  proof: \(proof.kind)  (\(proof.pointer))") }
        for place in disclosed { lines.append("\(indent)  disclosed: \(place)") }
        if withheld > 0 { lines.append("\(indent)  kept back or empty: \(withheld)") }
        for part in parts {
            lines.append("\(indent)  \(part.role) at \(part.pointer):")
            lines += part.outline?.lines(indent: indent + "    ") ?? ["\(indent)    unreadable"]
        }
        return lines
    }
}
