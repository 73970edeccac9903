import ArgumentParser
import Issuance
import JOSE
import JSONText
import KeyMaterial

/// What `--proof` names: a proof that is embedded, or the form of token around the credential.
enum ProofChoice: Hashable, ExpressibleByArgument {
    case embedded(ProofForm)
    case token
    case selectiveToken

    init?(argument: String) {
        switch argument {
        case "vc-jwt": self = .token
        case "sd-jwt": self = .selectiveToken
        default:
            guard let kind = ProofForm(rawValue: argument) else { return nil }
            self = .embedded(kind)
        }
    }

    var form: ProofForm? {
        if case .embedded(let form) = self { form } else { nil }
    }

    static var allValueStrings: [String] {
        ProofForm.allCases.map(\.rawValue) + ["vc-jwt", "sd-jwt"]
    }
}

/// The options of `clr issue` for tokens.
struct TokenOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "With vc-jwt: the type of the token, JWT (Open Badges, CLR) or vc+jwt (W3C).",
            valueName: "type"))
    var typ = TokenRequest.TypeName.plain

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With sd-jwt: what the holder may keep back, as JSON Pointers.", valueName: "pointer"))
    var disclosable: [String] = []

    @Option(help: "With sd-jwt: digests of nothing beside those of each object.")
    var decoys = 0

    @Option(
        help: ArgumentHelp(
            "With sd-jwt: the holder's public key (a JWK), which must bind each presentation.",
            valueName: "file"))
    var holderKey: String?

    /// Nil where the credential stays JSON.
    func request(_ choices: [ProofChoice]) throws -> TokenRequest? {
        let isSelective = choices.contains(.selectiveToken)
        guard isSelective || (disclosable.isEmpty && decoys == 0 && holderKey == nil) else {
            throw Stop(.usage, "--disclosable, --decoys and --holder-key go with --proof sd-jwt")
        }
        guard isSelective || choices.contains(.token) else { return nil }
        guard !(isSelective && choices.count > 1) else {
            throw Stop(.usage, "--proof sd-jwt stands alone: what is kept back breaks other proofs")
        }
        var request = TokenRequest(type: typ)
        request.embedsProof = choices.contains { $0.form != nil }
        if isSelective { request.disclosure = try disclosure() }
        return request
    }

    private func disclosure() throws -> TokenRequest.SelectiveDisclosure {
        guard (0...100).contains(decoys) else {
            throw Stop(.usage, "--decoys takes a number from 0 to 100")
        }
        return TokenRequest.SelectiveDisclosure(
            places: try Pointers.reading(disclosable), decoys: decoys,
            holder: try holderKey.map(Self.publicKey))
    }

    private static func publicKey(_ file: String) throws -> PublicKey {
        let value = try Files.document(file).root
        do {
            return value["d"] == nil
                ? try PublicKey(jwk: value) : try PrivateKey(jwk: value).publicKey
        } catch {
            throw Stop(.usage, "\(file): \(error)")
        }
    }
}

extension TokenRequest.TypeName: ExpressibleByArgument {}
