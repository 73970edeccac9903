import Credentials
import DIDs
import JSONText
import Vocabularies

/// What is wrong with the shape of a document: JSON, the model, and the JSON Schemas that it names.
/// No key is needed and no status asked for.
package struct Validation: Sendable {
    /// Nil where nothing tells what the document is.
    package private(set) var documentClass: DocumentClass?
    package private(set) var problems: [ModelProblem] = []
    package private(set) var notes: [ModelProblem] = []
    package private(set) var problemCount = 0
    /// What could not be told, because a document was not at hand.
    package private(set) var open: [ModelProblem] = []

    package enum Answer: Sendable { case valid, invalid, undetermined }

    package var answer: Answer {
        if problemCount > 0 { return .invalid }
        return open.isEmpty ? .valid : .undetermined
    }

    /// - Parameters:
    ///   - bytes: JSON, a token, or a picture with either.
    ///   - named: The class that the document should be; nil for what it says it is.
    ///   - source: Where JSON Schemas are had that the project does not know itself.
    package init(
        of bytes: [UInt8], as named: DocumentClass? = nil, source: any DocumentSource
    ) async {
        let document: CredentialDocument
        do {
            document = try CredentialDocument(reading: bytes)
        } catch {
            let check = error.check
            add(check)
            return
        }
        let credential = document.credential
        guard let found = named ?? DocumentClass(of: credential.json) else {
            problems = [Self.unknown(at: credential.place)]
            problemCount = 1
            return
        }
        let judgement = ModelJudgement(credential.json, as: found, at: credential.place)
        documentClass = found
        problems = judgement.problems
        problemCount = judgement.problemCount
        notes = judgement.notes
        if named == nil, let record = credential.legacy {
            for check in LegacyShape(record: record).beyondModel { add(check) }
        }
        let lookups = Lookups(source: source)
        let schemas = SchemaCheck(
            credential: credential, lookups: lookups, mayLookUp: true, judged: found)
        let told = Set(problems.map(\.pointer))
        for check in await schemas.answers() {
            let isTold = check.at.map(told.contains) == true
            if check.outcome == .failed, isTold { continue }
            add(check)
        }
    }

    private static func unknown(at place: JSONPointer) -> ModelProblem {
        ModelProblem(
            kind: .wrongClass, pointer: place,
            message: "Nothing tells what this is: no \"type\" and no \"@context\" of CLR, Open "
                + "Badges, Verifiable Credentials or Extended Transcript. Name its class with "
                + "--class if you know it.",
            requirement: "CLR1-X-03", isFault: true, departure: nil)
    }

    private mutating func add(_ check: Check) {
        let problem = ModelProblem(
            kind: .malformedText, pointer: check.at ?? JSONPointer(), message: check.message,
            requirement: check.spec, isFault: check.outcome == .failed, departure: nil)
        switch check.outcome {
        case .failed:
            problems.append(problem)
            problemCount += 1
        case .undetermined: open.append(problem)
        case .warning where check.code.isSame(as: Code.schemaNotAtHand.rawValue):
            open.append(problem)
        case .warning: notes.append(problem)
        case .passed, .skipped: break
        }
    }
}
