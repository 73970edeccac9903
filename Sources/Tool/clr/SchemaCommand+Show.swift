import ArgumentParser
import JSONText
import Vocabularies

extension SchemaCommand {
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints this project's own JSON Schema of a class.",
            discussion: """
                JSON Schema 2020-12, made of the model. Without CLASS: the standards and their \
                classes, or those of --standard.
                """)

        @Argument(help: ArgumentHelp("The class, such as ClrCredential.", valueName: "class"))
        var name: String?

        @Option(help: "The generation of the standard; default clr-2.0.")
        var standard: String?

        func run() throws {
            guard let name else { return Console.answer(try list()) }
            let (dataModel, shape) = try ModelChoice.class(named: name, standard: standard)
            guard let schema = ModelSchema(dataModel).document(of: shape.name) else { return }
            Console.answer(schema.serialized(pretty: true))
        }

        private func list() throws -> [String] {
            let shown =
                standard == nil
                ? ShapeModel.DataModel.allCases : [try ModelChoice.standard(standard)]
            let lines = shown.flatMap { dataModel -> [String] in
                let names = ShapeModel.on(dataModel).classes.map(\.name).sorted()
                return ["\(dataModel.rawValue)  \(dataModel.title)"] + names.map { "  \($0)" }
            }
            return lines
        }
    }
}
