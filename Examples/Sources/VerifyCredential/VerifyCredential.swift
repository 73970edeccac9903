import Foundation
import LearnerRecord

/// Verifies the credential in a file, and says what the verdict rests on.
@main
struct VerifyCredential {
    static func main() async throws {
        let path = CommandLine.arguments.dropFirst().first ?? "Fixtures/credential.json"

        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let verifier = Verifier { Timestamp(seconds: Int(Date().timeIntervalSince1970)) }
        let verdict = await verifier.verify(bytes).verdict

        print("\(verdict.name ?? "The credential") is \(verdict.verdict)")
        for check in verdict.checks where check.outcome != .passed {
            print("\(check.outcome): \(check.message) [\(check.code)]")
        }

        // Whoever holds more than one credential asks for all of them at once.
        switch verdict.aggregate {
        case .verified: print("It can be relied upon, with all that it contains.")
        case .undetermined: print("Something was not at hand. Show it, and say what.")
        case .problems: print("Something in it is wrong. Do not rely on it.")
        }
        exit(verdict.aggregate == .verified ? 0 : 1)
    }
}
