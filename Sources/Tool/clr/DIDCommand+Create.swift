import ArgumentParser
import Credentials
import DIDs
import JSONText
import KeyMaterial

extension DIDCommand {
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a DID, and the document to publish for it.",
            subcommands: [Key.self, JWK.self, Web.self])

        struct Key: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "The did:key of a key: nothing has to be published.")

            @Option(help: "The key file, private or public.")
            var key: String

            @Flag(help: "Answer in JSON.")
            var json = false

            func run() async throws {
                let key = try KeyFiles.read(key).publicKey
                try await Create.show(Text(key.didKey), json: json)
            }
        }

        struct JWK: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                commandName: "jwk",
                abstract: "The did:jwk of a key: nothing has to be published.")

            @Option(help: "The key file, private or public.")
            var key: String

            @Flag(help: "Answer in JSON.")
            var json = false

            func run() async throws {
                try await Create.show(DID.jwk(KeyFiles.read(key).publicKey), json: json)
            }
        }

        /// A DID that is its own document, with what it stands for.
        private static func show(_ did: Text, json: Bool) async throws {
            guard json else { return Console.answer(did.string) }
            let document: ControllerDocument
            do {
                document = try await KeyResolver(source: NoDocuments()).document(of: did)
            } catch {
                throw Stop(.no, "\(error)")
            }
            let answer: JSON = ["did": .string(did.string), "document": DIDCommand.json(document)]
            Console.answer(answer.serialized(pretty: true))
        }
    }
}

extension DIDCommand.Create {
    struct Web: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The did:web of a place on the web, and its document.",
            discussion: """
                The document is to be served at the URL that is named at the end. A key that is \
                replaced stays in it, with the time of its end: give the document as it is now \
                with --earlier, the new key with --key, and the old one with --expire (it was \
                replaced) or --revoke (it is not to be trusted any more). What it signed before \
                that time still holds, and what it signs later does not.

                A key goes by its fragment, which is its Multikey where no name was given.
                """)

        @Argument(help: "An https URL, or the did:web itself.")
        var place: String

        @Option(help: "A key file, private or public, or NAME=FILE. May be given more than once.")
        var key: [String] = []

        @Option(help: "How new keys are written down: Multikey or JsonWebKey.")
        var form = Form.multikey

        @Option(help: "The document as it is now; its keys and other members stay.")
        var earlier: String?

        @Option(
            help: ArgumentHelp(
                "Let a key of the earlier document end, now or at a time.",
                valueName: "name[=time]"))
        var expire: [String] = []

        @Option(
            help: ArgumentHelp(
                "Withdraw a key of the earlier document, from now on or from a time on.",
                valueName: "name[=time]"))
        var revoke: [String] = []

        @Option(help: ArgumentHelp("The time that is now.", valueName: "RFC 3339"))
        var now: String?

        @Option(name: [.short, .long], help: "Where the document is written.")
        var output = "-"

        @Flag(help: "Answer in JSON (the document always is).")
        var json = false

        enum Form: String, ExpressibleByArgument, CaseIterable {
            case multikey = "Multikey"
            case jwk = "JsonWebKey"
        }

        func run() throws {
            let did = try did()
            let document = try document(of: did)
            try Files.write(document.serialized(pretty: true) + [0x0A], to: output)
            let url = DIDWeb.documentURL(of: did)?.string ?? ""
            Console.say("Publish the document of \(did.text) at \(url).")
            guard json, output != "-" else { return }
            let answer: JSON = [
                "did": .string(did.text.string), "url": .string(url), "file": .string(output),
            ]
            Console.answer(answer.serialized(pretty: true))
        }

        private func did() throws -> DID {
            let text = Text(place)
            if let did = DIDWeb.did(url: text) { return did }
            guard let did = DID(text), DIDWeb.documentURL(of: did) != nil else {
                throw Stop(.usage, "\(place) is neither an https URL nor a did:web")
            }
            return did
        }

        private func document(of did: DID) throws -> JSON {
            let earlier = try earlier.map { try Files.document($0).root }
            guard earlier != nil || !key.isEmpty else {
                throw Stop(.usage, "a document needs a key: --key FILE")
            }
            let form: ControllerDocumentDraft.Form = form == .jwk ? .jwk : .multikey
            do {
                var draft = try ControllerDocumentDraft(id: did.text, earlier: earlier)
                for entry in key {
                    let (name, file) = Self.named(entry)
                    try draft.add(KeyFiles.read(file).publicKey, name: name, form: form)
                }
                for entry in expire { try end(entry, .expires, in: &draft) }
                for entry in revoke { try end(entry, .revoked, in: &draft) }
                return try draft.document()
            } catch let error as ControllerDraftError {
                throw Stop(.no, "\(error)")
            }
        }

        /// `NAME=FILE`, or a file alone. A file that is there is never taken apart.
        private static func named(_ entry: String) -> (name: String?, file: String) {
            let parts = entry.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, !Files.exists(entry) else { return (nil, entry) }
            return (String(parts[0]), String(parts[1]))
        }

        private func end(
            _ entry: String, _ kind: ControllerDocumentDraft.Ending,
            in draft: inout ControllerDocumentDraft
        ) throws {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first else {
                throw Stop(.usage, "say which key, by its fragment")
            }
            let time = try parts.count == 2 ? parts[1] : Clock.reading(now)().description
            try draft.end(name, kind, at: Text(time))
        }
    }
}
