import JSONText
import RecordPages

/// Sets a document piece after piece, page after page: once to measure it, without a sheet, and
/// once to draw it, when the number of pages and the places of its parts are known.
struct Flow {
    let document: RecordDocument
    let type: Typesetter
    let sheet: Sheet?
    /// What measuring told; nil while measuring.
    let plan: Plan?
    private(set) var page = 1
    private(set) var places: [String: Place] = [:]
    var y = Frame.firstTop
    private var section = 0
    private var bookmarks = 0

    init(_ document: RecordDocument, type: Typesetter, sheet: Sheet? = nil, plan: Plan? = nil) {
        self.document = document
        self.type = type
        self.sheet = sheet
        self.plan = plan
    }

    mutating func set() throws(DocumentError) {
        sheet?.begin("Document")
        for piece in document.pieces { try set(piece) }
        sheet?.end("Document")
        endPage()
        try sheet?.endPage()
    }

    private mutating func set(_ piece: Piece) throws(DocumentError) {
        switch piece {
        case .verdict(let panel): set(panel)
        case .heading(let heading): try set(heading)
        case .text(let lines, let indent): try set(lines, indent: indent)
        case .table(let table): try set(table)
        case .space(let height): y = isAtTop ? y : y + height
        }
    }
}

extension Flow {
    var top: Double { page == 1 ? Frame.firstTop : Frame.top }

    var isAtTop: Bool { y <= top }

    mutating func breakPage() throws(DocumentError) {
        endPage()
        try sheet?.endPage()
        page += 1
        guard page <= DocumentLimits.pages else { throw .tooManyPages }
        y = Frame.top
        beginPage()
    }

    /// Goes on to the next page where this one has less room than that.
    mutating func keep(_ height: Double) throws(DocumentError) {
        if y + height > Frame.bottom, !isAtTop { try breakPage() }
    }

    /// Whose record it is, and what came of the check: pages get separated.
    private func beginPage() {
        guard let sheet else { return }
        let names = [document.learner, document.title, document.issuer].compactMap(\.self)
        let left = type.setOneLine(
            Line(names.joined(separator: "  ·  "), .small), width: Frame.body * 0.46)
        let right = type.setOneLine(
            Line(document.running, .small), width: Frame.body * 0.52, isAtEnd: true)
        draw(left, x: Frame.left, baseline: Frame.headLine - 5)
        draw(right, x: Frame.right - Frame.body * 0.52, baseline: Frame.headLine - 5)
        sheet.rule(Frame.headLine, from: Frame.left, to: Frame.right, .hairline)
    }

    private func endPage() {
        guard let sheet else { return }
        sheet.rule(Frame.footLine, from: Frame.left, to: Frame.right, .hairline)
        let words = "A view of the attached record; what counts is the record itself."
        let left = type.setOneLine(Line(words, .small), width: Frame.body * 0.7)
        let number = "Page \(page) of \(plan?.pages ?? page)"
        let right = type.setOneLine(
            Line(number, .small), width: Frame.body * 0.28, isAtEnd: true)
        draw(left, x: Frame.left, baseline: Frame.footLine + 13)
        draw(right, x: Frame.right - Frame.body * 0.28, baseline: Frame.footLine + 13)
    }

    func draw(_ text: SetText, x: Double, baseline: Double) {
        guard let strip = text.strips.first else { return }
        sheet?.draw(strip, x: x, top: baseline - strip.ascent, text.source.style.look.ink)
    }
}

extension Flow {
    private mutating func set(_ heading: Heading) throws(DocumentError) {
        let shape = heading.level.shape
        let noteWidth = heading.note == nil ? 0 : Frame.body * 0.45
        let text = type.set(heading.line, width: Frame.body - noteWidth)
        if !isAtTop { y += shape.before }
        try keep(text.height + shape.keep)
        mark(heading)
        let first = y
        try flow(text, x: Frame.left, tag: shape.tag)
        if let note = heading.note, let strip = text.strips.first {
            let set = type.setOneLine(Line(note, .note), width: noteWidth - 8, isAtEnd: true)
            sheet?.begin("P")
            draw(set, x: Frame.right - noteWidth + 8, baseline: first + strip.ascent)
            sheet?.end("P")
        }
        if heading.level == .section {
            sheet?.rule(y + 1.5, from: Frame.left, to: Frame.right, .black, width: 0.7)
        }
        y += shape.after
    }

    private mutating func mark(_ heading: Heading) {
        let place = Place(page: page, y: y)
        if let anchor = heading.anchor { places[anchor] = place }
        guard heading.isBookmarked, let sheet else { return }
        bookmarks += 1
        if heading.level == .section {
            section = sheet.bookmark(heading.line.text, under: 0, leadsTo: place)
        } else if bookmarks <= DocumentLimits.bookmarks {
            _ = sheet.bookmark(heading.line.text, under: section, leadsTo: place)
        }
    }

    private mutating func set(_ lines: [Line], indent: Double) throws(DocumentError) {
        for line in lines {
            let text = type.set(line, width: Frame.body - indent)
            if !isAtTop { y += line.style.look.before }
            try flow(text, x: Frame.left + indent, tag: "P")
        }
        y += 3
    }

    /// Draws a text in lines, on as many pages as it needs; each page has a mark of its own.
    private mutating func flow(_ text: SetText, x: Double, tag: String) throws(DocumentError) {
        var isOpen = false
        for strip in text.strips {
            if y + strip.height > Frame.bottom, !isAtTop {
                if isOpen { end(text.source, tag: tag) }
                isOpen = false
                try breakPage()
            }
            if !isOpen { begin(text.source, tag: tag) }
            isOpen = true
            sheet?.draw(strip, x: x, top: y, ink(of: text.source))
            y += strip.height
        }
        if isOpen { end(text.source, tag: tag) }
    }

    func ink(of line: Line) -> Ink {
        if case .address? = line.target { return .link }
        return line.style.look.ink
    }

    func begin(_ line: Line, tag: String) {
        guard let sheet else { return }
        if !tag.isEmpty { sheet.begin(tag) }
        if let attributes = linkAttributes(line) { sheet.begin("Link", attributes) }
    }

    func end(_ line: Line, tag: String) {
        guard let sheet else { return }
        if linkAttributes(line) != nil { sheet.end("Link") }
        if !tag.isEmpty { sheet.end(tag) }
    }

    private func linkAttributes(_ line: Line) -> String? {
        switch line.target {
        case nil: nil
        case .address(let address): "uri='\(PDFText.address(address))'"
        case .anchor(let anchor), .pageOf(let anchor): plan?.places[anchor]?.attributes
        }
    }

    /// A line with the number of the page that it names.
    func resolved(_ line: Line) -> Line {
        guard case .pageOf(let anchor)? = line.target else { return line }
        var line = line
        line.text = "\(plan?.places[anchor]?.page ?? 0)"
        return line
    }
}

extension Heading.Level {
    fileprivate var shape: (tag: String, before: Double, keep: Double, after: Double) {
        switch self {
        case .title: ("H1", 0, 40, 0)
        case .section: ("H2", 22, 84, 7)
        case .entry: ("H3", 11, 52, 1)
        case .part: ("H4", 3, 26, 0)
        }
    }
}
