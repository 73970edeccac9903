import ArgumentParser
import JSONText
import KeyMaterial

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Makes and shows keys.",
        discussion: """
            A key file is a JWK. Whoever has it can sign in your name: keep it where only you can \
            read it, and never send it to anybody. The private part is not printed unless you ask \
            for it with --show-private.
            """,
        subcommands: [Generate.self, Show.self])

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case ed25519 = "Ed25519"
        case p256 = "P-256"
        case p384 = "P-384"

        var type: KeyType {
            switch self {
            case .ed25519: .ed25519
            case .p256: .p256
            case .p384: .p384
            }
        }
    }

    struct Generate: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a new key.")

        @Option(help: "The kind of key: Ed25519, P-256 or P-384.")
        var type = Kind.ed25519

        @Option(name: [.short, .long], help: "The file for the private key.")
        var output: String?

        @Flag(help: "Print the private key on standard output.")
        var showPrivate = false

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            guard output != nil || showPrivate else {
                throw Stop(
                    .usage,
                    "say where the key is to be kept (-o FILE): what is not kept cannot be used")
            }
            let key = try PrivateKey.generate(type.type)
            let secret = key.jwk().serialized(pretty: true)
            if let output, output != "-" {
                try Files.write(secret + [0x0A], to: output, secret: true)
            }
            if showPrivate || output == "-" {
                Console.answer(secret)
            } else {
                KeyCommand.show(key.publicKey, json: json)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the public part of a key, and what it is called.")

        @Argument(help: "The key file (a JWK, private or public).")
        var file: String

        @Flag(help: "Print the private key as well.")
        var showPrivate = false

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            let document = try Files.document(file)
            do {
                if document.root["d"] == nil {
                    guard !showPrivate else { throw KeyError.noPrivatePart }
                    return KeyCommand.show(try PublicKey(jwk: document.root), json: json)
                }
                let key = try PrivateKey(jwk: document.root)
                if showPrivate {
                    Console.answer(key.jwk().serialized(pretty: true))
                } else {
                    KeyCommand.show(key.publicKey, json: json)
                }
            } catch let error as KeyError {
                throw Stop(.no, "\(file): \(error)")
            }
        }
    }

    static func show(_ key: PublicKey, json: Bool) {
        guard !json else {
            let answer: JSON = [
                "type": .string(key.type.rawValue), "did": .string(key.didKey),
                "publicKeyMultibase": .string(key.multibase), "publicKeyJwk": key.jwk,
                "thumbprint": .string(key.thumbprint),
            ]
            return Console.answer(answer.serialized(pretty: true))
        }
        Console.answer(
            """
            type        \(key.type.rawValue)
            did         \(key.didKey)
            multibase   \(key.multibase)
            thumbprint  \(key.thumbprint)
            jwk         \(String(decoding: key.jwk.serialized(), as: UTF8.self))
            """)
    }
}
