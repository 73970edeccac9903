import Crypto
import RecordPages

extension RecordDocument.Original {
    /// What the paper is, and how anybody can check the record without believing the paper.
    func explained(_ page: RecordPage) -> [Piece] {
        let when = page.headline.checkedAt.map { " on \($0.words)" } ?? ""
        return [
            .section("What this paper is", anchor: "paper"),
            .text([
                Line(
                    "This is a view of a record that was read and checked\(when). It bears no "
                        + "signature, and anybody could make one that looks like it: what counts is "
                        + "the record, whose signature anybody can check at any time. Signatures and "
                        + "dictionaries, which are for machines, stand in the record alone.", .body),
                Line(
                    "The record is attached to this PDF file exactly as it was received. Save the "
                        + "attachment with a PDF reader and give it to a verifier, for example: "
                        + "clr verify \(DrawnText.name(fileName)). Paper does not hold it: whoever has "
                        + "only a printed copy asks for the file.", .body),
            ]),
            .space(4),
            .table(
                .facts([
                    row("Attached record", DrawnText.name(fileName)),
                    row("Octets", "\(bytes.count)"),
                    row("SHA-256 of these", digest),
                ])),
        ]
    }

    private func row(_ label: String, _ text: String) -> Table.Row {
        Table.Row(cells: [[Line(label, .label)], [Line(text, .body)]])
    }

    private var digest: String {
        SHA256.hash(data: bytes).map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}

extension RecordDocument {
    /// What is said where the fonts of the machine lack characters.
    static var undrawn: [Piece] {
        [
            .space(6),
            .text([
                Line(
                    "Some characters of the record could not be drawn, because no font on the "
                        + "machine that made this document has them. The attached record has them.",
                    .strong)
            ]),
        ]
    }
}
