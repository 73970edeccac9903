import Testing

@testable import RecordPages

@Suite struct `A template` {
    private func written(
        _ source: String, _ markup: Markup = [:], and partials: [String: String] = [:]
    ) throws -> String {
        var templates = try partials.mapValues { try Template($0) }
        templates["page"] = try Template(source)
        var writing = TemplateWriting(markup, templates: templates)
        writing.write("page")
        return String(decoding: writing.page, as: UTF8.self)
    }

    @Test func `escapes what it is given, code unit by code unit`() throws {
        #expect(
            try written("a {{.x}} b", ["x": "<\"\u{301}&'>\0"])
                == "a &lt;&quot;\u{301}&amp;&#39;&gt;\u{FFFD} b")
        #expect(try written("{{{.x}}}", ["x": "<b>"]) == "<b>")
        #expect(try written("{{.x}}", ["x": 12]) == "12")
    }

    @Test func `shows a section for each element, for a truth, and for a value`() throws {
        let source = "{{#.x}}[{{.}}]{{/.x}}{{^.x}}none{{/.x}}"
        #expect(try written(source, ["x": ["a", "b"]]) == "[a][b]")
        #expect(try written(source, ["x": [String]()]) == "none")
        #expect(try written(source, ["x": "<"]) == "[&lt;]")
        #expect(try written(source, ["x": false]) == "none")
        #expect(try written(source) == "none")
        #expect(try written("{{#.x}}{{.y}}{{/.x}}", ["x": true, "y": "z"]) == "z")
    }

    @Test func `looks outwards only for a name without a dot`() throws {
        let markup: Markup = ["a": ["c": "C"] as Markup, "b": "B"]
        #expect(try written("{{#.a}}{{.c}}{{.b}}{{b}}{{/.a}}{{.a.c}}", markup) == "CBC")
    }

    @Test func `takes the line of a tag that has one for itself`() throws {
        #expect(try written("a\n{{#.x}}\nb\n{{/.x}}\nc", ["x": true]) == "a\nb\nc")
        #expect(try written("a\n{{>p}}\nc", and: ["p": "b"]) == "a\nbc")
        #expect(try written("a {{>p}}\nc", and: ["p": "b"]) == "a b\nc")
    }

    @Test func `is refused where a tag is not closed or not known`() {
        #expect(throws: Template.Fault.tagNotClosed) { try Template("a {{.b") }
        #expect(throws: Template.Fault.sectionNotClosed(".b")) { try Template("{{#.b}}") }
        #expect(throws: Template.Fault.closesNothing(".b")) { try Template("{{/.b}}") }
        #expect(throws: Template.Fault.closesNothing(".c")) { try Template("{{#.b}}{{/.c}}") }
        #expect(throws: Template.Fault.unknownTag(" b")) { try Template("{{! b}}") }
    }
}
