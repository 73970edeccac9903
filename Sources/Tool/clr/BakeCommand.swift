import ArgumentParser
import Baking
import Credentials
import Foundation
import JSONText
import Verification

struct BakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bake",
        abstract: "Puts a credential into a PNG or SVG picture.",
        discussion: """
            The picture stays as it is, octet for octet; a credential of the same standard that is \
            already in it is replaced. Only records (ClrCredential) and badges \
            (AchievementCredential, OpenBadgeCredential, Open Badges 2.0 Assertion) are baked.
            """)

    @Argument(help: "The picture, a PNG or SVG; - is standard input.")
    var image: String

    @Argument(help: "The credential, JSON, JWT or SD-JWT; - is standard input.")
    var credential: String

    @Option(name: [.short, .long], help: "Where the picture is written; - is standard output.")
    var output = "-"

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        guard image != "-" || credential != "-" else {
            throw Stop(.usage, "only one of the two can be standard input")
        }
        let picture = try Pictures.read(image)
        let bakeable = try bakeable()
        do {
            try give(picture.baking(bakeable))
        } catch let error as BakingError {
            throw Stop(.no, at: image, "\(error)")
        }
    }

    private func give(_ baked: [UInt8]) throws {
        guard answer.json else { return try Pictures.write(baked, to: output) }
        let type: (name: String, value: JSON) = (
            "mediaType", .string(ImageFormat(of: baked) == .png ? "image/png" : "image/svg+xml")
        )
        guard output == "-" else {
            return try Made.give(baked, as: "picture", to: output, json: true, [type])
        }
        let text = Data(baked).base64EncodedString()
        Made.answer([("picture", .string(text)), type])
    }

    private func bakeable() throws -> Bakeable {
        let document: CredentialDocument
        do {
            document = try CredentialDocument(reading: Files.read(credential))
        } catch let error as ReadingError {
            throw Stop(.no, at: credential, error.sentence)
        }
        guard let standard = document.bakedStandard else {
            let types = document.credential.types.joined(separator: ", ")
            throw Stop(
                .no, at: credential,
                "only a ClrCredential, an AchievementCredential and an Open Badges "
                    + "2.0 Assertion are baked; this is "
                    + (types.isEmpty ? "of no type" : types))
        }
        if !document.isSigned {
            Console.say("Warning: the credential is not signed; nobody will be able to verify it.")
        }
        return Bakeable(
            standard: standard, text: document.token?.text ?? document.bytes,
            isToken: document.token != nil, address: document.address)
    }
}

struct UnbakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unbake",
        abstract: "Takes the credential out of a PNG or SVG picture.",
        discussion: """
            It is given octet for octet as it was baked, and is not judged: use verify for that, \
            which reads pictures too. A token is baked without the white space that may stand \
            around it in a file, the end of its line.
            """)

    @Argument(help: "The picture; - or nothing is standard input.")
    var image = "-"

    @Option(name: [.short, .long], help: "Where the credential is written; - is standard output.")
    var output = "-"

    @Option(help: "Where the picture without the credential is written.")
    var picture: String?

    @OptionGroup var answer: AnswerOptions

    func run() throws {
        if picture == "-", output == "-" {
            throw Stop(.usage, "only one of the two can be standard output")
        }
        if picture == "-", answer.json {
            throw Stop(.usage, "standard output is for the answer in JSON: --picture needs a file")
        }
        do {
            let baked = try Pictures.read(image).credential()
            if let picture { try Pictures.write(baked.picture, to: picture) }
            let more: [(name: String, value: JSON)] =
                picture.map { [("picture", .string($0))] } ?? []
            try Made.give(
                baked.text, as: "credential", to: output, json: answer.json, more)
        } catch let error as BakingError {
            throw Stop(.no, at: image, "\(error)")
        }
    }
}

/// Pictures as files.
enum Pictures {
    static func read(_ path: String) throws -> Picture {
        let bytes = try Files.read(path, maximumBytes: Limits.pictureBytes)
        do {
            return try Picture(reading: bytes)
        } catch {
            throw Stop(.no, at: path, "\(error)")
        }
    }

    /// Exactly these octets: no line end is added.
    static func write(_ bytes: [UInt8], to path: String) throws {
        guard path == "-" else { return try Files.write(bytes, to: path) }
        Console.answer(bytes, endingLine: false)
    }
}

extension CredentialDocument {
    fileprivate static let openBadges2Context = "https://w3id.org/openbadges/v2"

    /// By whose rules it is baked; nil where no standard says how.
    fileprivate var bakedStandard: BakedStandard? {
        switch credential.kind {
        case .clrCredential: return .clr2
        case .achievementCredential, .openBadgeCredential: return .openBadges3
        case .endorsementCredential, .statusListCredential, .verifiableCredential, .presentation:
            return nil
        case .unknown:
            let isBadge = credential.contexts.contains {
                $0.string?.isSame(as: Self.openBadges2Context) == true
            }
            return isBadge && credential.hasType("Assertion") ? .openBadges2 : nil
        }
    }

    fileprivate var isSigned: Bool { token != nil || !credential.proofs.isEmpty }

    /// Where the assertion is hosted, by its own word.
    fileprivate var address: String? {
        credential.id.flatMap { id in
            ["https://", "http://"].contains { id.utf8.starts(with: $0.utf8) } ? id : nil
        }
    }
}
