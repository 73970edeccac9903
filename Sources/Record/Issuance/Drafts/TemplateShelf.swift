import JSONText

/// Definitions of achievements that many records share, each in versions that never change: what
/// was awarded under one version stays what it was.
package struct TemplateShelf: Sendable {
    /// The file that says which terms and credits there are.
    package static let vocabularyName = "vocabularies"

    struct Template: Sendable {
        let name: String
        let version: String
        let file: String
        let value: JSONValue
        let line: DraftLineFinder?
    }

    private var versions: [Text: [Template]] = [:]
    private(set) var vocabulary: (file: String, value: JSONValue, line: DraftLineFinder?)?
    package private(set) var problems: [DraftProblem] = []

    package init() {}

    /// Adds a file of one template, or of a list of them.
    package mutating func add(
        _ document: JSONDocument, file: String, line: DraftLineFinder? = nil
    ) {
        let notes = DraftNotes(file: file, line: line)
        for value in document.root.oneOrMore { add(value, file, line, notes) }
        problems += notes.problems
    }

    package mutating func add(
        vocabulary document: JSONDocument, file: String, line: DraftLineFinder? = nil
    ) {
        vocabulary = (file, document.root, line)
    }

    private mutating func add(
        _ value: JSONValue, _ file: String, _ line: DraftLineFinder?, _ notes: DraftNotes
    ) {
        guard
            let object = DraftObject(value, notes, "A template", DraftAchievement.templateMembers),
            let name = object.required("template", "drafts call the template by it"),
            let version = object.required("version", "records say which version they rest on")
        else { return }
        guard !name.utf8.contains(UInt8(ascii: "@")) else {
            object.note("template", "The name of a template has no @; the version goes behind it.")
            return
        }
        let others = versions[Text(name)] ?? []
        if let other = others.first(where: { $0.version.isSame(as: version) }) {
            object.note(
                "version",
                "\(name)@\(version) is in \(other.file) too. Give the newer one another version.")
            return
        }
        versions[Text(name), default: []].append(
            Template(name: name, version: version, file: file, value: value, line: line))
    }

    enum Found {
        case template(Template)
        case fault(String)
    }

    /// `NAME@VERSION`, or `NAME` where there is one version only.
    func find(_ reference: String) -> Found {
        let parts = reference.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        guard let known = versions[Text(name)], let only = known.first else {
            let names = versions.keys.sorted().prefix(20).map(\.string).joined(separator: ", ")
            let hint =
                names.isEmpty
                ? "No templates were given: name their folder with --templates."
                : "There are: \(names)."
            return .fault("There is no template \"\(name)\". \(hint)")
        }
        let all = known.map { "\(name)@\($0.version)" }.joined(separator: ", ")
        guard parts.count == 2 else {
            if known.count == 1 { return .template(only) }
            return .fault("The template \"\(name)\" has several versions. Say which: \(all).")
        }
        guard let found = known.first(where: { $0.version.isSame(as: String(parts[1])) }) else {
            return .fault("There is no version \(parts[1]) of \"\(name)\". There is: \(all).")
        }
        return .template(found)
    }
}
