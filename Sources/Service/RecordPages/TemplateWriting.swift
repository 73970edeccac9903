/// Writes values into templates, as the octets of one page.
struct TemplateWriting {
    let templates: [String: Template]
    /// The innermost value last.
    private var values: [Any]
    private(set) var page: [UInt8] = []

    init(_ markup: Markup, templates: [String: Template]) {
        self.templates = templates
        values = [markup]
    }

    mutating func write(_ name: String) {
        for piece in templates[name]?.pieces ?? [] { write(piece) }
    }

    private mutating func write(_ piece: Template.Piece) {
        switch piece {
        case .text(let text): page.append(contentsOf: text)
        case .value(let name): write(value(name), isMarkup: false)
        case .markup(let name): write(value(name), isMarkup: true)
        case .section(let name, let inside): write(inside, foreach: value(name))
        case .inverted(let name, let inside):
            if isNothing(value(name)) { write(inside) }
        case .partial(let name): write(name)
        }
    }

    private mutating func write(_ pieces: [Template.Piece]) {
        for piece in pieces { write(piece) }
    }

    private mutating func write(_ value: Any?, isMarkup: Bool) {
        if let text = value as? String {
            if isMarkup {
                page.append(contentsOf: text.utf8)
            } else {
                HTMLEscaping.append(text, to: &page)
            }
        } else if let number = value as? Int {
            page.append(contentsOf: String(number).utf8)
        }
    }

    /// A list is written value by value, a truth where it holds, anything else with it innermost.
    private mutating func write(_ pieces: [Template.Piece], foreach value: Any?) {
        guard let value else { return }
        if let truth = value as? Bool {
            if truth { write(pieces) }
        } else if let list = value as? [Markup] {
            for element in list { write(pieces, with: element) }
        } else if let list = value as? [String] {
            for element in list { write(pieces, with: element) }
        } else {
            write(pieces, with: value)
        }
    }

    private mutating func write(_ pieces: [Template.Piece], with value: Any) {
        values.append(value)
        write(pieces)
        values.removeLast()
    }

    private func isNothing(_ value: Any?) -> Bool {
        guard let value else { return true }
        if let truth = value as? Bool { return !truth }
        if let list = value as? [Markup] { return list.isEmpty }
        if let list = value as? [String] { return list.isEmpty }
        return false
    }

    private func value(_ name: Template.Name) -> Any? {
        guard let first = name.path.first else { return values.last }
        let outermost = name.isInnermost ? values.count - 1 : 0
        for value in values[outermost...].reversed() {
            guard let found = (value as? Markup)?[first] else { continue }
            return name.path.dropFirst().reduce(Optional(found)) { ($0 as? Markup)?[$1] }
        }
        return nil
    }
}
