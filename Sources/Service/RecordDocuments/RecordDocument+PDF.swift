import CPango

/// A document as a file, and what there is to say of it.
package struct DrawnDocument: Sendable {
    package var bytes: [UInt8]
    package var pages: Int
    /// Whether the fonts of the machine lack characters of the record; the document says so too.
    package var lacksCharacters: Bool
}

extension RecordDocument {
    /// Draws the document. The same record, checked at the same time, gives the same octets with
    /// the same libraries and fonts.
    package func drawn() throws(DocumentError) -> DrawnDocument {
        let type = try Typesetter()
        var document = self
        var plan = try document.measured(by: type)
        let lacksCharacters = plan.undrawn > 0
        if lacksCharacters {
            document.pieces += Self.undrawn
            plan = try document.measured(by: type)
        }
        let sheet = try Sheet()
        describe(sheet)
        var flow = Flow(document, type: type, sheet: sheet, plan: plan)
        try flow.set()
        return DrawnDocument(
            bytes: try attached(to: sheet.finished()), pages: plan.pages,
            lacksCharacters: lacksCharacters)
    }

    private func measured(by type: Typesetter) throws(DocumentError) -> Plan {
        type.undrawn = 0
        var flow = Flow(self, type: type)
        try flow.set()
        return Plan(pages: flow.page, places: flow.places, undrawn: type.undrawn)
    }

    private func describe(_ sheet: Sheet) {
        sheet.describe(CLR_CAIRO_PDF_METADATA_TITLE, documentTitle)
        sheet.describe(CLR_CAIRO_PDF_METADATA_SUBJECT, "A view of the attached learner record")
        sheet.describe(CLR_CAIRO_PDF_METADATA_CREATOR, "clr")
        // Without a date cairo takes that of the machine.
        let date = checkedAt.map { String($0.prefix(19)) + "Z" } ?? "1970-01-01T00:00:00Z"
        sheet.describe(CLR_CAIRO_PDF_METADATA_CREATE_DATE, date)
    }

    var documentTitle: String {
        [title, learner].compactMap(\.self).joined(separator: " · ")
    }
}
