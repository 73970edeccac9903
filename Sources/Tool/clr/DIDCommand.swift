import ArgumentParser
import Credentials
import DIDs
import JSONText
import Verification

struct DIDCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "did", abstract: "Makes identifiers, and finds the keys behind them.",
        subcommands: [Resolve.self, Create.self])

    struct Resolve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the keys of a DID, and what each is for.",
            discussion: """
                did:key and did:jwk are their own documents; did:web documents come from \
                --documents, by the https URL that the DID stands for, or with --online from there.
                """)

        @Argument(help: "The DID, or the URL of a key document.")
        var identifier: String

        @OptionGroup var documents: DocumentOptions

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() async throws {
            if identifier.utf8.starts(with: "did:".utf8), let end = identifier.firstIndex(of: "#") {
                throw Stop(
                    .usage, at: identifier,
                    "this names one key of \(identifier[..<end]): resolve that, all its keys are "
                        + "shown")
            }
            let resolver = KeyResolver(source: try documents.source(try documents.documents()))
            let document: ControllerDocument
            do {
                document = try await resolver.document(of: Text(identifier))
            } catch {
                throw Stop(error.isUnavailable ? .cannotTell : .no, at: identifier, "\(error)")
            }
            if json {
                Console.answer(DIDCommand.json(document).serialized(pretty: true))
            } else {
                Console.answer(DIDCommand.lines(document))
            }
        }
    }

    static func json(_ document: ControllerDocument) -> JSON {
        let methods = document.methods.map { method -> JSON in
            let ends = [("expires", method.expires), ("revoked", method.revoked)].compactMap {
                name, end in end.map { (name, JSON.string(text($0))) }
            }
            return .object(
                [
                    ("id", .string(method.id.string)), ("type", .string(method.type.string)),
                    ("controller", .string(method.controller.string)),
                    ("publicKeyMultibase", .string(method.publicKey.multibase)),
                ] + ends)
        }
        let purposes = VerificationPurpose.allCases.compactMap { purpose -> (String, JSON)? in
            let ids = document.methods.map(\.id).filter {
                document.purposes(of: $0).contains(purpose)
            }
            guard !ids.isEmpty else { return nil }
            return (purpose.rawValue, .array(ids.map { .string($0.string) }))
        }
        return .object(
            [("id", .string(document.id.string)), ("verificationMethod", .array(methods))]
                + purposes)
    }

    private static func text(_ end: DateTimeStamp) -> String {
        Timestamp(seconds: Int(end.seconds)).description
    }

    private static func lines(_ document: ControllerDocument) -> [String] {
        var lines = [document.id.string]
        for method in document.methods {
            let purposes = document.purposes(of: method.id).map(\.rawValue).sorted()
            lines.append("  \(method.id)")
            lines.append("    key      \(method.publicKey.multibase)")
            lines.append("    is for   \(purposes.joined(separator: ", "))")
            if let end = method.expires { lines.append("    expires  \(text(end))") }
            if let end = method.revoked { lines.append("    revoked  \(text(end))") }
        }
        for method in document.unreadable {
            lines.append("  \(method.id?.string ?? "a key without an id")")
            lines.append("    is not usable here: \(method.error)")
        }
        return lines
    }
}
