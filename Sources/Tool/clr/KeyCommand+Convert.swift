import ArgumentParser
import DIDs
import JSONText
import KeyMaterial

extension KeyCommand {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jwk
        case pem
        case der
        case multikey
        case didKey = "did-key"
        case didJWK = "did-jwk"

        /// Whether there is a form of this name for private keys.
        var canHoldSecrets: Bool { self != .didKey && self != .didJWK }
    }

    struct Convert: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a key in another form.",
            discussion: """
                pem and der are PKCS #8 for a private key and SubjectPublicKeyInfo for a public \
                one. did-key and did-jwk are the name of the public key. A private key goes into \
                a file that only its owner can read (-o FILE), or to standard output if you ask \
                for it with --show-private.
                """)

        @Argument(help: "The key file; - is standard input.")
        var file: String

        @Option(help: "jwk, pem, der, multikey, did-key or did-jwk.")
        var to: Form

        @Flag(name: .customLong("public"), help: "Write the public part alone.")
        var isPublic = false

        @Option(name: [.short, .long], help: "The file for the key.")
        var output: String?

        @Flag(help: "Replace the file, and the key in it, where it is there already.")
        var replace = false

        @Flag(help: "Print the private key on standard output.")
        var showPrivate = false

        @Flag(help: "Answer in JSON.")
        var json = false

        func run() throws {
            let key = try KeyFiles.read(file)
            guard case .secret(let secret) = key, !isPublic, to.canHoldSecrets else {
                return try give(written(key.publicKey), isSecret: false)
            }
            guard showPrivate || (output != nil && output != "-") else {
                throw Stop(
                    .usage,
                    "\(file) is a private key: say where it is to be kept (-o FILE), or ask for it "
                        + "with --show-private, or for its public part with --public")
            }
            try give(written(secret), isSecret: true)
        }

        private func written(_ key: PublicKey) -> [UInt8] {
            switch to {
            case .jwk: key.jwk.serialized(pretty: true)
            case .pem: Array(key.pem.utf8)
            case .der: key.publicKeyInfo
            case .multikey: multikey(key, []).serialized(pretty: true)
            case .didKey: Array(key.didKey.utf8)
            case .didJWK: Array(DID.jwk(key).string.utf8)
            }
        }

        private func written(_ key: PrivateKey) throws -> [UInt8] {
            switch to {
            case .jwk: return key.jwk().serialized(pretty: true)
            case .pem: return Array(key.pem.utf8)
            case .der: return key.pkcs8
            case .multikey:
                do {
                    let secret = ("secretKeyMultibase", JSON.string(try key.secretMultibase))
                    return multikey(key.publicKey, [secret]).serialized(pretty: true)
                } catch {
                    throw Stop(.no, at: file, "\(error); jwk and pem hold it")
                }
            case .didKey, .didJWK: return written(key.publicKey)
            }
        }

        private func multikey(_ key: PublicKey, _ more: [(name: String, value: JSON)]) -> JSON {
            .object(
                [
                    ("@context", "https://w3id.org/security/multikey/v1"),
                    ("id", .string("\(key.didKey)#\(key.multibase)")), ("type", "Multikey"),
                    ("controller", .string(key.didKey)),
                    ("publicKeyMultibase", .string(key.multibase)),
                ] + more)
        }

        private func give(_ bytes: [UInt8], isSecret: Bool) throws {
            if let output, output != "-" {
                let isText = to != .der && bytes.last != 0x0A
                try Files.write(
                    bytes + (isText ? [0x0A] : []), to: output, secret: isSecret,
                    replaces: replace)
                if json { Console.answer(told(["file": .string(output)], isSecret)) }
                return
            }
            guard json else { return Console.answer(bytes, endingLine: to != .der) }
            switch to {
            case .jwk, .multikey:
                let key = try Files.document(bytes, named: "the key").root
                Console.answer(told(["key": .verbatim(key)], isSecret))
            case .der: throw Stop(.usage, "der is not text: use -o FILE, or pem")
            case .pem, .didKey, .didJWK:
                Console.answer(
                    told(["key": .string(String(decoding: bytes, as: UTF8.self))], isSecret))
            }
        }

        private func told(_ more: JSON, _ isSecret: Bool) -> [UInt8] {
            var members: [(name: String, value: JSON)] = [
                ("form", .string(to.rawValue)), ("private", .bool(isSecret)),
            ]
            if case .object(let others) = more { members += others }
            return JSON.object(members).serialized(pretty: true)
        }
    }
}
