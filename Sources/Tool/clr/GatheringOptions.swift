import ArgumentParser
import Conversion
import JSONText

/// What a conversion is told that its sources do not say.
struct GatheringOptions: ParsableArguments {
    @Option(help: "Who issues a record that is put together: an identifier.")
    var issuer: String?

    @Option(help: "The name of --issuer.")
    var issuerName: String?

    @Option(help: "Whom all credentials of a record that is put together must be about.")
    var learner: String?

    @Option(help: "The kind of identifier that --learner is, such as emailAddress.")
    var learnerType: String?

    @Option(help: "The name of a record that is put together.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "A document that an Open Badge 2.0 links to (the class of the badge, its issuer).",
            valueName: "[address=]file"))
    var linked: [String] = []

    @Option(help: "Which record of a set of CLR 1.0 is converted, from 1.")
    var part: Int?

    var gathering: Gathering {
        var made = Gathering()
        made.issuer = issuer
        made.issuerName = issuerName
        made.name = name
        made.learner = learner.map { value in
            learnerType.map { .identifier(value, type: $0) } ?? .id(value)
        }
        return made
    }

    func documents() throws -> LinkedDocuments {
        var documents = LinkedDocuments()
        for option in linked {
            // An address holds no "=" before its end as a file does: the last one divides.
            let divider = Files.exists(option) ? nil : option.lastIndex(of: "=")
            let path = divider.map { String(option[option.index(after: $0)...]) } ?? option
            documents.add(
                try Files.document(path).root, address: divider.map { String(option[..<$0]) })
        }
        return documents
    }
}
