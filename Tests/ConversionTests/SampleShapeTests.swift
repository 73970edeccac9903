import Credentials
import JSONText
import TestSupport
import Testing
import Verification

@testable import Conversion

/// The samples of the standards, in every form that they can become.
@Suite(.enabled(if: Standards.present)) struct `A conversion of a sample` {
    private static let folders = [
        "clr10/randa", "clr20/dc-bootcamp", "clr20/learncard", "clr20/validator",
        "extended-transcript", "ob20/badgr", "ob20/randa", "ob20/validator", "ob30/badge-engine",
        "ob30/dc-bootcamp", "ob30/dcc", "ob30/edubadges-nl", "ob30/learncard", "ob30/mynextid",
        "ob30/spec-examples", "ob30/validator", "ob30/verifier-core", "ob30/waltid",
        "vc-ed/vc-ed", "vc-ed/vc-ed-models",
    ]

    private struct Sample {
        let name: String
        let value: JSONValue
        let judgement: ModelJudgement
    }

    private static func samples() throws -> [Sample] {
        var found: [Sample] = []
        for folder in folders {
            guard let files = try? Standards.files("samples/" + folder, ending: ".json") else {
                continue
            }
            for file in files {
                let bytes = try Standards.bytes("samples/\(folder)/\(file)")
                guard let value = try? JSONDocument(parsing: bytes).root,
                    let judgement = ModelJudgement(value)
                else { continue }
                found.append(
                    Sample(name: "\(folder)/\(file)", value: value, judgement: judgement))
            }
        }
        return found
    }

    private func converted(_ value: JSONValue, _ target: ConversionTarget) throws -> JSONValue? {
        let made = try? Converted(
            [ConversionInput(value)], to: target, as: Gathering(), linked: LinkedDocuments(),
            part: nil, newID: Accounts.identifiers())
        guard let made, case .json(let json) = made.body else { return nil }
        return try Accounts.read(json)
    }

    private static let contents = "/credentialSubject/verifiableCredential/"

    @Test func `is valid where the sample is, and the record around it whatever the sample is`()
        throws
    {
        var counts = (whole: 0, around: 0)
        for sample in try Self.samples() {
            // Of credentials in general not more is asked than all of them share.
            let isGeneral = sample.judgement.documentClass.name == "VerifiableCredential"
            for target in [ConversionTarget.learnerRecord1, .badge3, .learnerRecord2] {
                guard let made = try converted(sample.value, target) else { continue }
                let judgement = try #require(ModelJudgement(made), "\(sample.name)")
                let told = judgement.problems.map { "\($0.pointer) \($0.message)" }
                if sample.judgement.isValid, !isGeneral {
                    counts.whole += 1
                    #expect(told == [], "\(sample.name) as \(target.rawValue)")
                }
                let isAround = ConversionSource(.json(sample.value)) == .badge3
                guard isAround, target == .learnerRecord2 else { continue }
                counts.around += 1
                #expect(
                    told.filter { !$0.utf8.starts(with: Self.contents.utf8) } == [],
                    "\(sample.name)")
            }
        }
        #expect(counts.whole >= 60)
        #expect(counts.around >= 20)
    }
}
