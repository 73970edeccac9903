import ArgumentParser
import DIDs
import JSONText
import Verification
import Vocabularies

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Tells what is wrong with the shape of a record, badge or transcript.",
        discussion: """
            CLR 2.0 and 1.0, Open Badges 3.0 and 2.0, Verifiable Credentials 2.0 and 1.1, Extended \
            Transcript; JSON, a signed token, or a picture with either. No key is needed and no \
            status asked for: use verify to learn whether it is real. Exit status: 0 valid, 1 not \
            valid, 2 could not tell.
            """)

    @Argument(help: "The file; - or nothing is standard input.")
    var file = "-"

    @Option(name: .customLong("class"), help: "The class that it should be, such as Profile.")
    var className: String?

    @Option(help: "The generation of the standard, such as clr-1.0; see clr schema show.")
    var standard: String?

    @OptionGroup var documents: DocumentOptions

    @Flag(help: "Answer in JSON.")
    var json = false

    func run() async throws {
        let catalog = try documents.documents()
        let validation = await Validation(
            of: try Files.read(file), as: try named(), source: try documents.source(catalog))
        if json {
            Console.answer(Self.json(validation).serialized(pretty: true))
        } else {
            Console.answer(Self.lines(validation))
        }
        switch validation.answer {
        case .valid: return
        case .invalid: throw ExitCode(Stop.Status.no.rawValue)
        case .undetermined: throw ExitCode(Stop.Status.cannotTell.rawValue)
        }
    }

    private func named() throws -> DocumentClass? {
        guard let className else {
            guard standard == nil else {
                throw Stop(.usage, "--standard goes with --class: which class should it be?")
            }
            return nil
        }
        let (dataModel, shape) = try ModelChoice.class(named: className, standard: standard)
        return DocumentClass(dataModel, shape.name)
    }

    private static func json(_ validation: Validation) -> JSON {
        func list(_ problems: [ModelProblem]) -> JSON {
            .array(
                problems.map { problem in
                    [
                        "at": .string(problem.pointer.description),
                        "message": .string(problem.message),
                        "spec": .string(problem.requirement),
                    ]
                })
        }
        let found = validation.documentClass
        return .object([
            (
                "valid",
                validation.answer == .undetermined ? .null : .bool(validation.answer == .valid)
            ),
            ("class", found.map { .string($0.name.string) } ?? .null),
            ("standard", found.map { .string($0.dataModel.rawValue) } ?? .null),
            ("problems", list(validation.problems)), ("open", list(validation.open)),
            ("notes", list(validation.notes)),
            ("problemCount", .integer(validation.problemCount)),
        ])
    }

    private static func lines(_ validation: Validation) -> [String] {
        var lines: [String] = []
        let name = validation.documentClass.map { "\($0.name), \($0.dataModel.title)" }
        switch validation.answer {
        case .valid: lines.append("Valid: \(name ?? "")")
        case .invalid: lines.append("Not valid\(name.map { ": \($0)" } ?? "")")
        case .undetermined: lines.append("Could not tell: \(name ?? "")")
        }
        for (word, problems) in [
            ("problem", validation.problems), ("open", validation.open), ("note", validation.notes),
        ] {
            for problem in problems {
                let place = problem.pointer.description
                lines.append(
                    "  \(word)  \(place.isEmpty ? "the whole" : place): \(problem.message) "
                        + "[\(problem.requirement)]")
            }
        }
        let untold = validation.problemCount - validation.problems.count
        if untold > 0 { lines.append("  and \(untold) problems more") }
        return lines
    }
}

/// A class of the model by the names that people give it.
enum ModelChoice {
    static func standard(_ name: String?) throws -> ShapeModel.DataModel {
        guard let name else { return .v2_0 }
        guard let found = ShapeModel.DataModel(rawValue: name) else {
            let known = ShapeModel.DataModel.allCases.map(\.rawValue).joined(separator: ", ")
            throw Stop(.usage, "--standard must be one of \(known), not \"\(name)\"")
        }
        return found
    }

    static func `class`(
        named name: String, standard: String?
    ) throws -> (ShapeModel.DataModel, ShapeClass) {
        let dataModel = try self.standard(standard)
        guard let shape = ShapeModel.on(dataModel).class(named: Text(name)) else {
            throw Stop(
                .usage,
                "\(dataModel.title) has no class \"\(name)\"; clr schema show lists what there is")
        }
        return (dataModel, shape)
    }
}
