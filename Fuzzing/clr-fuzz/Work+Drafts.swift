import Credentials
import Issuance
import JSONText
import KeyMaterial
import Verification

extension Work {
    /// A short draft: its problems are told, or a credential comes of it that has the shape of
    /// one.
    static func draft(_ bytes: [UInt8]) {
        guard let document = try? JSONDocument(parsing: bytes) else { return }
        var shelf = TemplateShelf()
        for template in Seeds.templates() { shelf.add(template, file: "templates") }
        let materials = DraftMaterials(templates: shelf) { name, _, _ in
            name.isEmpty ? .fault("it has no name") : .octets(Array(name.utf8))
        }
        let draft = ShortDraft(
            reading: document.root, materials: materials,
            randomness: { [UInt8](repeating: 7, count: $0) })
        for problem in draft.problems { _ = problem.description }
        guard draft.problems.isEmpty else { return }
        guard let credential = draft.credential else { fatalError("there is no answer") }
        let root = credential.root
        demand(root["id"]?.string?.isEmpty == false, "a credential has no identifier")
        demand(root["credentialSubject"]?["id"] != nil, "nobody's credential")
        guard let key = Seeds.draftKey(for: root) else { return }
        let issuance = Issuance(
            keys: [key], clock: { Seeds.now }, randomness: { [UInt8](repeating: 9, count: $0) })
        let preview = wait { await issuance.preview(IssuanceRequest(draft: credential)) }
        demand(preview.refusals.isEmpty, "a draft without problems is refused")
        let faults = preview.checked.verdict.checks.filter {
            $0.name == .shape && $0.outcome == .failed
        }
        demand(faults.isEmpty, "a draft without problems has not the shape of a credential")
    }
}
