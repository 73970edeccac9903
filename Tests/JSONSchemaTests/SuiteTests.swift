import JSONSchema
import JSONText
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present)) struct `The JSON Schema Test Suite` {
    @Test(arguments: [
        (SchemaDialect.draft4, 618), (.draft7, 927), (.draft2019_09, 1259),
        (.draft2020_12, 1299),
    ])
    func `passes in all required tests`(dialect: SchemaDialect, count: Int) throws {
        var runner = SuiteRunner(dialect)
        let folder = "\(SuiteRunner.folder)/tests/\(SuiteRunner.name(dialect))"
        for file in try Standards.files(folder, ending: ".json") { try runner.run(file) }
        #expect(runner.failures == [])
        #expect(runner.passed == count)
    }

    @Test(arguments: [
        (SchemaDialect.draft4, 189), (.draft7, 485), (.draft2019_09, 565),
        (.draft2020_12, 572),
    ])
    func `passes in the formats that are asserted`(
        dialect: SchemaDialect, count: Int
    ) throws {
        var runner = SuiteRunner(dialect, assertsFormat: true)
        // An A-label is taken without looking into it, and no template is read.
        let left: Set<Text> = ["hostname.json", "idn-hostname.json", "uri-template.json"]
        let folder = "\(SuiteRunner.folder)/tests/\(SuiteRunner.name(dialect))/optional/format"
        for file in try Standards.files(folder, ending: ".json")
        where !left.contains(Text(file)) { try runner.run("optional/format/\(file)") }
        #expect(runner.failures == [])
        #expect(runner.passed == count)
    }

    @Test(arguments: [
        (SchemaDialect.draft4, 100), (.draft7, 108), (.draft2019_09, 158),
        (.draft2020_12, 162),
    ])
    func `passes in the other optional tests`(dialect: SchemaDialect, count: Int) throws {
        var runner = SuiteRunner(dialect)
        // No content is decoded: what `contentEncoding` says is an annotation.
        let left: Set<Text> = ["content.json"]
        let folder = "\(SuiteRunner.folder)/tests/\(SuiteRunner.name(dialect))/optional"
        for file in try Standards.files(folder, ending: ".json")
        where !left.contains(Text(file)) { try runner.run("optional/\(file)") }
        #expect(runner.failures == [])
        #expect(runner.passed == count)
    }
}
