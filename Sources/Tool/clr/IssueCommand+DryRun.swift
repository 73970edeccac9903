import Credentials
import Issuance
import JSONText
import KeyMaterial
import RecordPages
import Verification

extension IssueCommand {
    /// Shows what would be issued, and ends with 1 where anything is wrong.
    func show(_ draft: DraftFile, _ token: TokenRequest?) async throws {
        var faults = draft.problems.map { ($0.place.description, $0.description) }
        var omitted = draft.omitted
        var outline: Outline?
        var contents = FailingContents([], undetermined: [])
        if let document = draft.document {
            let preview = try await preview(document, token)
            // What is wrong in the draft comes back in the credential; it is told once.
            if draft.problems.isEmpty {
                faults += preview.refusals.flatMap { IssuanceFaults($0).list }
                faults += preview.problems.map(IssuanceFaults.line)
                omitted += preview.omitted
            }
            if !allowFailingContents {
                faults += preview.failingContents.map { ($0.place.description, "\($0)") }
            }
            contents = FailingContents(
                allowFailingContents ? preview.failingContents : [],
                undetermined: preview.undeterminedContents)
            outline = preview.checked.document.map { Outline($0) }
            if let page = output.first, page != "-" {
                let html = try PageRenderer().html(RecordPage(RecordPageInput(preview.checked)))
                try Files.write(Array(html.utf8), to: page)
                Console.say("The page of the draft is \(page).")
            }
        }
        if json {
            let list = faults.map { place, text -> JSON in
                ["at": .string(place), "message": .string(text)]
            }
            let answer = JSON.object(
                [("problems", .array(list)), ("record", outline?.json ?? .null)] + contents.members)
            Console.answer(answer.serialized(pretty: true))
        } else if let outline {
            Console.answer(outline.lines)
        }
        Console.say(contents.warnings)
        guard faults.isEmpty else {
            throw Stop(
                .no, "this draft cannot be issued yet:",
                details: faults.map { $1 } + (omitted > 0 ? ["…and \(omitted) more."] : []))
        }
        Console.say("Nothing is wrong with this draft. Nothing was signed.")
    }

    /// Made with a key of the moment that signs nothing and is gone afterwards.
    private func preview(
        _ document: JSONDocument, _ token: TokenRequest?
    ) async throws -> IssuancePreview {
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
        return await issuance.preview(IssuanceRequest(draft: document), as: token)
    }
}
