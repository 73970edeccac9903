import ArgumentParser
import JSONText
import KeyMaterial

struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Makes, shows and converts keys.",
        discussion: """
            A key file is a JWK, PEM or DER (PKCS #8, SubjectPublicKeyInfo), or a Multikey. Whoever \
            has it can sign in your name: keep it where only you can read it, and never send it to \
            anybody. The private part is not printed unless you ask for it with --show-private.
            """,
        subcommands: [Generate.self, Show.self, Convert.self])

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case ed25519 = "Ed25519"
        case p256 = "P-256"
        case p384 = "P-384"
        case rsa = "RSA"

        var type: KeyType {
            switch self {
            case .ed25519: .ed25519
            case .p256: .p256
            case .p384: .p384
            case .rsa: .rsa
            }
        }
    }

    struct Generate: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes a new key.")

        @Option(help: "The kind of key: Ed25519, P-256, P-384 or RSA.")
        var type = Kind.ed25519

        @Option(help: "The length of an RSA key: 2048 to 8192; default 3072.")
        var bits: Int?

        @Option(name: [.short, .long], help: "The file for the private key, a JWK.")
        var output: String?

        @Flag(help: "Replace the file, and the key in it, where it is there already.")
        var replace = false

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
            guard bits == nil || type == .rsa else {
                throw Stop(.usage, "--bits is for RSA keys; a \(type.rawValue) key has one length")
            }
            if !replace { try Files.refuse(existing: output) }
            let key = try made()
            let secret = key.jwk().serialized(pretty: true)
            if let output, output != "-" {
                try Files.write(secret + [0x0A], to: output, secret: true, replaces: replace)
            }
            if showPrivate || output == "-" {
                Console.answer(secret)
            } else {
                KeyCommand.show(key.publicKey, json: json)
            }
        }

        private func made() throws -> PrivateKey {
            do {
                return try PrivateKey.generate(
                    type.type, bits: bits ?? PrivateKey.usualRSAModulusBits)
            } catch {
                throw Stop(.usage, "\(error)")
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows the public part of a key, and what it is called.")

        @Argument(help: "The key file, private or public.")
        var file: String

        @Flag(help: "Print the private key as well.")
        var showPrivate = false

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            guard showPrivate else {
                return KeyCommand.show(try KeyFiles.read(file).publicKey, json: json)
            }
            let key = try KeyFiles.secret(file)
            KeyCommand.show(key.publicKey, secret: key.jwk(), json: json)
        }
    }

    /// - Parameter secret: the private key, where it is shown as well.
    static func show(_ key: PublicKey, secret: JSON? = nil, json: Bool) {
        guard !json else {
            let members: [(name: String, value: JSON)] = [
                ("type", .string(key.type.rawValue)), ("did", .string(key.didKey)),
                ("publicKeyMultibase", .string(key.multibase)), ("publicKeyJwk", key.jwk),
                ("thumbprint", .string(key.thumbprint)),
            ]
            return Made.answer(members + (secret.map { [("privateKeyJwk", $0)] } ?? []))
        }
        let lines = [
            "type        \(key.type.rawValue)", "did         \(key.didKey)",
            "multibase   \(key.multibase)", "thumbprint  \(key.thumbprint)",
            "jwk         \(String(decoding: key.jwk.serialized(), as: UTF8.self))",
        ]
        let more = secret.map { "private     \(String(decoding: $0.serialized(), as: UTF8.self))" }
        Console.answer(lines + (more.map { [$0] } ?? []))
    }
}
