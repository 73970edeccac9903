import JSONLD
import JSONSchema
import JSONText
import Multiformat
import RDF
import Verification
import Vocabularies

extension Work {
    /// Reading is strict, and what was read can be written, read and made canonical again.
    static func json(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(parsing: bytes) else { return }
        let root = document.root
        visit(root)
        let pretty = copy(root).serialized(pretty: true)
        guard let again = try? JSONDocument(parsing: pretty) else {
            return demand(false, "what was written cannot be read")
        }
        guard let canonical = try? root.canonicalized() else { return }
        demand((try? again.root.canonicalized()) == canonical, "a copy says something else")
        let reread = try? JSONDocument(parsing: canonical).root.canonicalized()
        demand(reread == canonical, "the canonical form has another canonical form")
    }

    private static func visit(_ value: JSONValue) {
        let found = value.document.root[value.pointer]
        demand(found?.index == value.index, "\(value.pointer) leads elsewhere")
        let written = JSONPointer(value.pointer.description)
        demand(written == value.pointer, "\(value.pointer) is read as another pointer")
        _ = (value.string, value.double, value.integer, value.bool, value.oneOrMore.count)
        for element in value.elements { visit(element) }
        for member in value.members {
            demand(value[member.name] != nil, "a member is not found by its name")
            visit(member.value)
        }
    }

    private static func copy(_ value: JSONValue) -> JSON {
        switch value.kind {
        case .null: .null
        case .bool: .bool(value.bool == true)
        case .number: .number(value.numberText ?? "")
        case .string: .string(value.string ?? "")
        case .array: .array(value.elements.map(copy))
        case .object: .object(value.members.map { ($0.name, copy($0.value)) })
        }
    }

    private static let effort = Effort(base: 20_000, perBlankNode: 32)

    /// A dataset is the same after writing and reading, and has one canonical form in each
    /// reading, which is its own.
    static func nquads(_ bytes: [UInt8]) {
        guard let dataset = try? Dataset(nquads: bytes) else { return }
        let written = dataset.serialized()
        guard let again = try? Dataset(nquads: written) else {
            return demand(false, "what was written cannot be read")
        }
        demand(again.quads.count == dataset.quads.count, "quads are lost or added")
        demand(again.serialized() == written, "a second writing says something else")
        for reading in RelatedReading.allCases {
            guard
                let canonical = try? canonicalize(dataset, related: reading, effort: effort).nquads
            else { continue }
            guard let reread = try? Dataset(nquads: canonical) else {
                return demand(false, "the canonical form cannot be read")
            }
            guard !dataset.quads.contains(where: hasThreeBlanks) else { continue }
            let second = try? canonicalize(reread, related: reading, effort: effort).nquads
            demand(second == canonical, "the canonical form has another canonical form")
        }
    }

    /// Where RDFC-1.0 itself can leave a tie undecided (docs/known-differences.md).
    private static func hasThreeBlanks(_ quad: Quad) -> Bool {
        quad.subject.isBlank && quad.object.isBlank && quad.graph.isBlank
            && quad.subject != quad.object && quad.graph != quad.subject
            && quad.graph != quad.object
    }

    private static func processor(isSafe: Bool) -> JSONLDProcessor {
        JSONLDProcessor(
            contexts: KnownContextLoader.process, options: isSafe ? .safe : .init(),
            cache: ContextCache())
    }

    /// In safe mode a document and its expanded form say the same.
    static func jsonld(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(parsing: bytes, maximumDepth: 64) else { return }
        _ = try? processor(isSafe: false).toRDF(document.root)
        let safe = processor(isSafe: true)
        guard let dataset = try? safe.toRDF(document.root),
            let canonical = try? canonicalize(dataset, effort: effort).nquads
        else { return }
        demand((try? Dataset(nquads: canonical)) != nil, "what was made cannot be read")
        guard let expanded = try? safe.expanded(document.root) else {
            return demand(false, "what becomes RDF cannot be expanded")
        }
        guard let again = try? JSONDocument(parsing: expanded.serialized()) else {
            return demand(false, "the expanded form cannot be read")
        }
        guard let same = try? safe.toRDF(again.root),
            let second = try? canonicalize(same, effort: effort).nquads
        else { return }
        demand(second == canonical, "the expanded form says something else")
    }

    /// The other forms: a document, and a context or frame.
    static func forms(_ bytes: [UInt8]) {
        let (first, second) = halves(bytes)
        guard let document = try? JSONDocument(parsing: first, maximumDepth: 64) else { return }
        let processor = processor(isSafe: false)
        if let dataset = try? processor.toRDF(document.root) {
            _ = try? processor.fromRDF(dataset)
        }
        guard let other = try? JSONDocument(parsing: second, maximumDepth: 64) else {
            _ = try? processor.flattened(document.root, context: nil)
            return
        }
        _ = try? processor.compacted(document.root, context: other.root)
        _ = try? processor.flattened(document.root, context: other.root)
        _ = try? processor.framed(document.root, frame: other.root)
    }

    /// Each text has one decoding, and each decoding one text.
    static func multibase(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        if let (base, octets) = try? Multibase.decode(text) {
            demand(
                base.encode(octets).utf8.elementsEqual(text.utf8), "there is a second spelling")
            if let (codec, content) = try? Multicodec.decode(octets) {
                demand(codec.encode(content) == octets, "the code has a second spelling")
            }
        }
        if let octets = try? Base64.decode(text) {
            demand(
                Base64.encode(octets).utf8.elementsEqual(text.utf8), "base64 has a second spelling")
        }
        for base in Multibase.allCases where bytes.count < 512 {
            demand((try? base.decode(base.encode(bytes))) == bytes, "octets do not come back")
        }
    }

    /// A schema and an instance. What is valid has no problems, and what is not has some.
    static func schema(_ bytes: [UInt8]) {
        let (first, second) = halves(bytes)
        guard let schema = try? JSONDocument(parsing: first),
            let instance = try? JSONDocument(parsing: second)
        else { return }
        for dialect in SchemaDialect.allCases {
            guard
                let compiled = try? Schema(
                    compiling: schema.root, base: "https://example.org/schema", dialect: dialect,
                    assertsFormat: true),
                let isValid = try? compiled.isValid(instance.root),
                let problems = try? compiled.validate(instance.root)
            else { continue }
            demand(problems.isEmpty == isValid, "what is invalid has no problem, or the reverse")
            for problem in problems {
                _ = problem.description
                demand(instance.root[problem.instance] != nil, "a problem is nowhere")
            }
        }
    }

    /// A regular expression and a text.
    static func pattern(_ bytes: [UInt8]) {
        let (first, second) = halves(bytes)
        guard let pattern = try? Pattern(Text(String(decoding: first, as: UTF8.self))) else {
            return
        }
        _ = pattern.matches(String(decoding: second, as: UTF8.self), effort: 200_000)
    }
}
