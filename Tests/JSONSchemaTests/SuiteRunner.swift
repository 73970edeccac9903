import JSONSchema
import JSONText
import TestSupport

/// The documents that the suite serves from its own host.
struct SuiteRemotes: SchemaLoader {
    func document(at url: Text) -> JSONDocument? {
        let prefix = "http://localhost:1234/"
        guard url.string.utf8.starts(with: prefix.utf8) else { return nil }
        let path = url.string.utf8.dropFirst(prefix.utf8.count)
        guard let name = String(path),
            let bytes = try? Standards.bytes(SuiteRunner.folder + "/remotes/" + name)
        else { return nil }
        return try? JSONDocument(parsing: bytes)
    }
}

/// Runs one file of the suite.
struct SuiteRunner {
    static let folder = "suites/JSON-Schema-Test-Suite"

    let dialect: SchemaDialect
    var assertsFormat = false
    private(set) var passed = 0
    private(set) var failures: [String] = []

    init(_ dialect: SchemaDialect, assertsFormat: Bool = false) {
        self.dialect = dialect
        self.assertsFormat = assertsFormat
    }

    static func name(_ dialect: SchemaDialect) -> String {
        switch dialect {
        case .draft4: "draft4"
        case .draft7: "draft7"
        case .draft2019_09: "draft2019-09"
        case .draft2020_12: "draft2020-12"
        }
    }

    mutating func run(_ file: String) throws {
        let path = "\(Self.folder)/tests/\(Self.name(dialect))/\(file)"
        let document = try JSONDocument(parsing: Standards.bytes(path))
        for group in document.root.elements {
            let name = "\(file): \(group["description"]?.string ?? "")"
            guard let value = group["schema"], let tests = group["tests"] else { continue }
            do {
                let schema = try Schema(
                    compiling: value, dialect: dialect, assertsFormat: assertsFormat,
                    loader: SuiteRemotes())
                for test in tests.elements { judge(test, schema, name) }
            } catch {
                failures.append("\(name): \(error)")
            }
        }
    }

    private mutating func judge(_ test: JSONValue, _ schema: Schema, _ group: String) {
        guard let data = test["data"], let expected = test["valid"]?.bool else { return }
        let name = "\(group): \(test["description"]?.string ?? "")"
        do {
            let problems = try schema.validate(data)
            if problems.isEmpty == expected {
                passed += 1
            } else {
                failures.append("\(name): expected \(expected), found \(problems)")
            }
        } catch {
            failures.append("\(name): \(error)")
        }
    }
}
