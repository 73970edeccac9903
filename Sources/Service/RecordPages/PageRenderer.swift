import Mustache

/// Turns the values of pages into HTML.
///
/// Made once; making it fails only where a template of this room is malformed.
package struct PageRenderer: Sendable {
    private let library: MustacheLibrary

    package init() throws {
        MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
        var library = MustacheLibrary()
        for (name, source) in Self.templates {
            let pragma = "{{% CONTENT_TYPE:\(HTMLEscaping.name)}}"
            try library.register(pragma + source, named: name)
        }
        self.library = library
    }

    package func html(_ page: RecordPage) -> String { render(page.markup, "record") }

    package func html(_ page: VerifyPage) -> String { render(page.markup, "verify") }

    package func html(_ page: ErrorPage) -> String { render(page.markup, "error") }

    func render(_ markup: Markup, _ name: String) -> String {
        library.render(markup, withTemplate: name) ?? ""
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
        ("own", EntryTemplates.own), ("block", EntryTemplates.block),
        ("item", EntryTemplates.item), ("verify", OtherTemplates.verify),
        ("problem", OtherTemplates.problem), ("error", OtherTemplates.error),
    ]
}
