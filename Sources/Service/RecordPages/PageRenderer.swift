/// Turns the values of pages into HTML.
///
/// Made once; making it fails only where a template of this room is malformed.
package struct PageRenderer: Sendable {
    private let templates: [String: Template]

    package init() throws {
        var templates: [String: Template] = [:]
        for (name, source) in Self.templates { templates[name] = try Template(source) }
        self.templates = templates
    }

    package func html(_ page: RecordPage) -> String { render(page.markup, "record") }

    package func html(_ page: VerifyPage) -> String { render(page.markup, "verify") }

    package func html(_ page: ErrorPage) -> String { render(page.markup, "error") }

    func render(_ markup: Markup, _ name: String) -> String {
        var writing = TemplateWriting(markup, templates: templates)
        writing.write(name)
        return String(decoding: writing.page, as: UTF8.self)
    }

    private static let templates: [(String, String)] = [
        ("head", FrameTemplates.head), ("foot", FrameTemplates.foot),
        ("icon", FrameTemplates.icon), ("phrase", FrameTemplates.phrase),
        ("signs", FrameTemplates.signs), ("record", RecordTemplates.page),
        ("headline", RecordTemplates.headline), ("title", RecordTemplates.title),
        ("fact", RecordTemplates.fact), ("tools", RecordTemplates.tools),
        ("more", RecordTemplates.more), ("hierarchy", RecordTemplates.hierarchy),
        ("branch", RecordTemplates.branch), ("node", RecordTemplates.node),
        ("checks", RecordTemplates.checks), ("check", RecordTemplates.check),
        ("source", RecordTemplates.source), ("section", EntryTemplates.section),
        ("entry", EntryTemplates.entry), ("term", EntryTemplates.term),
        ("about", EntryTemplates.about), ("inside", EntryTemplates.inside),
        ("own", EntryTemplates.own), ("ways", EntryTemplates.ways), ("block", EntryTemplates.block),
        ("item", EntryTemplates.item), ("verify", OtherTemplates.verify),
        ("problem", OtherTemplates.problem), ("error", OtherTemplates.error),
    ]
}
