import JSONText

/// What terms and credits there are at an institution: said in the draft, or beside its templates.
struct DraftVocabulary {
    private(set) var terms: [String] = []
    private var step: Double?
    private var most: Double?

    init(_ draft: DraftObject, _ notes: DraftNotes, _ shelf: TemplateShelf) {
        if let (file, value, line) = shelf.vocabulary {
            let own = DraftNotes(file: file, line: line)
            read(value, own)
            notes.add(contentsOf: own.problems)
        }
        if let value = draft["vocabularies"] { read(value, notes) }
    }

    private mutating func read(_ value: JSONValue, _ notes: DraftNotes) {
        let members = ["terms", "creditStep", "creditMost"]
        guard let object = DraftObject(value, notes, "A vocabulary", members) else { return }
        terms += object.texts("terms")
        step = object.amount("creditStep")?.value ?? step
        most = object.amount("creditMost")?.value ?? most
    }

    func term(_ object: DraftObject) -> String? {
        guard let term = object.text("term") else { return nil }
        if !terms.isEmpty, !terms.contains(where: { $0.isSame(as: term) }) {
            let all = terms.prefix(40).joined(separator: ", ")
            let hint = DraftObject.hint(term, terms)
            object.note("term", "\"\(term)\" is none of the terms there are: \(all).\(hint)")
        }
        return term
    }

    func check(_ credits: Double, _ object: DraftObject, _ member: String) {
        if let most, credits > most {
            object.note(
                member,
                "\(draftNumber(credits)) credits are more than one achievement has, \(draftNumber(most))."
            )
        }
        guard let step, step > 0 else { return }
        let parts = credits / step
        if (parts - parts.rounded()).magnitude > 1e-6 {
            object.note(
                member,
                "\(draftNumber(credits)) credits are not counted here: they go in steps of \(draftNumber(step))."
            )
        }
    }
}
