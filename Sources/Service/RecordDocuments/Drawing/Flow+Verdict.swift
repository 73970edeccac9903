import RecordPages

extension Flow {
    /// The verdict stands at the top of the first page; what it says is short enough for that.
    mutating func set(_ panel: VerdictPanel) {
        let indent = 52.0
        let width = Frame.body - indent
        let texts = ([panel.lead] + panel.lines).map { type.set($0, width: width) }
        let top = y
        sheet?.rule(top, from: Frame.left, to: Frame.right, panel.state.ink, width: 1.6)
        y += 9
        let middle = y + max(texts.prefix(2).reduce(0) { $0 + $1.height }, 34) / 2
        sheet?.seal(panel.state, x: Frame.left + 19, y: middle + 1, radius: 15)
        for text in texts {
            begin(text.source, tag: "P")
            for strip in text.strips where y + strip.height < Frame.bottom {
                sheet?.draw(strip, x: Frame.left + indent, top: y, ink(of: text.source, panel))
                y += strip.height
            }
            end(text.source, tag: "P")
            y += 1.5
        }
        y += 8
        sheet?.rule(y, from: Frame.left, to: Frame.right, .hairline)
    }

    private func ink(of line: Line, _ panel: VerdictPanel) -> Ink {
        line.style == .lead ? panel.state.ink : ink(of: line)
    }
}
