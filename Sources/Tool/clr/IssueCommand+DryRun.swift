import Credentials
import Issuance
import JSONText
import KeyMaterial
import RecordPages
import Verification

extension IssueCommand {
    /// Shows what would be issued, and ends with 1 where anything is wrong.
    func show(_ draft: DraftFile) async throws {
        var faults = draft.problems.map { problem -> JSON in
            ["at": .string(problem.place.description), "message": .string(problem.description)]
        }
        var lines = draft.complaints
        var outline: Outline?
        if let document = draft.document {
            let preview = try await preview(document)
            if draft.problems.isEmpty, let refusal = preview.refusal {
                lines.append("\(refusal)")
                faults.append(["at": "", "message": .string("\(refusal)")])
            }
            // What is wrong in the draft comes back in the credential; it is told once.
            for check in draft.problems.isEmpty ? preview.problems : [] {
                let text = Self.line(check)
                lines.append(text)
                faults.append(
                    ["at": .string(check.at?.description ?? ""), "message": .string(text)])
            }
            for entry in try failingContents(preview.checked.verdict, document) {
                lines.append(entry.text)
                faults.append(["at": .string(entry.place), "message": .string(entry.text)])
            }
            outline = preview.checked.document.map { Outline($0) }
            if let page = output.first, page != "-" {
                let html = try PageRenderer().html(RecordPage(RecordPageInput(preview.checked)))
                try Files.write(Array(html.utf8), to: page)
                Console.say("The page of the draft is \(page).")
            }
        }
        if json {
            let answer = JSON.object([
                ("problems", .array(faults)), ("record", outline?.json ?? .null),
            ])
            Console.answer(answer.serialized(pretty: true))
        } else if let outline {
            Console.answer(outline.lines)
        }
        guard faults.isEmpty else {
            throw Stop(.no, "this draft cannot be issued yet:", details: lines)
        }
        Console.say("Nothing is wrong with this draft. Nothing was signed.")
    }

    /// What is signed already and does not verify. Drafts inside have no proof that could fail.
    private func failingContents(
        _ verdict: Verdict, _ draft: JSONDocument
    ) throws -> [(place: String, text: String)] {
        let failing = FailingContents(verdict) { FailingContents.isSigned($0, in: draft) }
        guard !allowFailingContents else {
            Console.say(failing.warnings)
            return []
        }
        return failing.told
    }

    static func line(_ check: Check) -> String {
        let place = check.at.map { ", \($0)" } ?? ""
        return "in the credential\(place): \(check.message) [\(check.code)]"
    }

    /// Made with a key of the moment that signs nothing and is gone afterwards.
    func preview(_ document: JSONDocument) async throws -> IssuancePreview {
        let signer = try PrivateKey(type: .ed25519, secret: Randomness.octets(32))
        let named = Credential(document.root).issuerID
        let issuer = named ?? "urn:example:whoever-signs"
        let key = IssuingKey(
            signer: signer, issuer: issuer, verificationMethod: "\(issuer)#none",
            profile: named == nil
                ? ["id": .string(issuer), "type": ["Profile"], "name": "Whoever signs"] : nil)
        let moment = try Clock.reading(now)()
        let catalog = try documents.documents()
        let issuance = Issuance(
            keys: [key], source: try documents.source(catalog),
            contexts: try documents.shelf(catalog), clock: { moment },
            randomness: Randomness.octets)
        return await issuance.preview(IssuanceRequest(draft: document))
    }
}
