/// A column of a table as it is drawn.
private struct Edge {
    let x: Double
    let width: Double
    let isAtEnd: Bool
}

/// A cell, in strips one below the other.
private struct SetCell {
    let texts: [SetText]
    let strips: [(text: Int, strip: SetText.Strip)]

    init(_ texts: [SetText]) {
        self.texts = texts
        strips = texts.enumerated().flatMap { index, text in text.strips.map { (index, $0) } }
    }

    var height: Double { strips.reduce(0) { $0 + $1.strip.height } }

    /// How many strips from this one on fit into a height.
    func fitting(from first: Int, in height: Double) -> Int {
        var rest = height
        var count = 0
        for (_, strip) in strips[first...] {
            rest -= strip.height
            guard rest >= 0 else { break }
            count += 1
        }
        return count
    }

    func height(_ range: Range<Int>) -> Double {
        strips[range].reduce(0) { $0 + $1.strip.height }
    }
}

extension Flow {
    mutating func set(_ table: Table) throws(DocumentError) {
        guard !table.rows.isEmpty else { return }
        let edges = Self.edges(table)
        let head = table.hasHead ? headCells(table, edges) : nil
        sheet?.begin("Table")
        for (index, row) in table.rows.enumerated() {
            let cells = zip(row.cells, edges).map { lines, edge in
                SetCell(
                    lines.map {
                        type.set(resolved($0), width: edge.width, isAtEnd: edge.isAtEnd)
                    })
            }
            if index == 0, let head {
                try keep(Self.height(head, table) + min(Self.height(cells, table), 60))
                draw(head, edges, table, isHead: true, isTagged: true)
            }
            try set(cells, edges, table, head)
        }
        sheet?.end("Table")
        y += table.isFollowed ? 0 : 5
    }

    private func headCells(_ table: Table, _ edges: [Edge]) -> [SetCell] {
        zip(table.columns, edges).map { column, edge in
            SetCell([
                type.set(Line(column.name, .column), width: edge.width, isAtEnd: edge.isAtEnd)
            ])
        }
    }

    /// A row that does not fit goes on to the next page as a whole where it is small, and in part
    /// where it is large.
    private mutating func set(
        _ cells: [SetCell], _ edges: [Edge], _ table: Table, _ head: [SetCell]?
    ) throws(DocumentError) {
        let room = Frame.bottom - Frame.top
        if Self.height(cells, table) < room / 3, y + Self.height(cells, table) > Frame.bottom {
            try breakPage(head, edges, table)
        }
        var next = cells.map { _ in 0 }
        while true {
            let height = Frame.bottom - y - 2 * table.padding
            var parts = zip(cells, next).map { cell, first in
                first..<(first + cell.fitting(from: first, in: height))
            }
            let isDone = zip(cells, parts).allSatisfy { $1.upperBound == $0.strips.count }
            if !isDone, parts.allSatisfy(\.isEmpty) {
                guard isAtTopOfTable(head, table) else {
                    try breakPage(head, edges, table)
                    continue
                }
                // A single line that is taller than the page.
                parts = zip(cells, next).map { $1..<min($1 + 1, $0.strips.count) }
            }
            draw(cells, edges, table, parts: parts)
            next = parts.map(\.upperBound)
            if zip(cells, next).allSatisfy({ $1 == $0.strips.count }) { return }
            try breakPage(head, edges, table)
        }
    }

    private func isAtTopOfTable(_ head: [SetCell]?, _ table: Table) -> Bool {
        y <= top + (head.map { Self.height($0, table) } ?? 0) + 1
    }

    private mutating func breakPage(
        _ head: [SetCell]?, _ edges: [Edge], _ table: Table
    ) throws(DocumentError) {
        try breakPage()
        if let head { draw(head, edges, table, isHead: true, isTagged: false) }
    }

    private mutating func draw(
        _ cells: [SetCell], _ edges: [Edge], _ table: Table, parts: [Range<Int>]? = nil,
        isHead: Bool = false, isTagged: Bool = true
    ) {
        let parts = parts ?? cells.map { 0..<$0.strips.count }
        let ascents = zip(cells, parts).map { cell, part in
            part.isEmpty ? 0 : cell.strips[part.lowerBound].strip.ascent
        }
        let baseline = ascents.max() ?? 0
        if isTagged { sheet?.begin("TR") }
        var height = 0.0
        for (index, cell) in cells.enumerated() {
            let part = parts[index]
            let drop = part.isEmpty ? 0 : baseline - ascents[index]
            let tag = isHead || table.isLabelled && index % 2 == 0 ? "TH" : "TD"
            draw(
                cell, part, edges[index], top: y + table.padding + drop, tag: isTagged ? tag : nil)
            height = max(height, cell.height(part) + drop)
        }
        if isTagged { sheet?.end("TR") }
        y += height + 2 * table.padding
        guard table.hasHead else { return }
        sheet?.rule(
            y, from: Frame.left + table.indent, to: Frame.right, isHead ? .grey : .hairline,
            width: isHead ? 0.7 : 0.4)
    }

    private func draw(
        _ cell: SetCell, _ part: Range<Int>, _ edge: Edge, top: Double, tag: String?
    ) {
        guard let sheet else { return }
        var top = top
        var open: Int?
        // A cell of one text holds it by itself: half as many objects in the file.
        let inner = cell.texts.count == 1 ? "" : "P"
        if let tag { sheet.begin(tag) }
        for (index, strip) in cell.strips[part] {
            let line = cell.texts[index].source
            if open != index, tag != nil {
                if let open { end(cell.texts[open].source, tag: inner) }
                begin(line, tag: inner)
                open = index
            }
            sheet.draw(strip, x: edge.x, top: top, ink(of: line))
            top += strip.height
        }
        if let open { end(cell.texts[open].source, tag: inner) }
        if let tag { sheet.end(tag) }
    }
}

extension Flow {
    private static let gap = 12.0

    private static func height(_ cells: [SetCell], _ table: Table) -> Double {
        (cells.map(\.height).max() ?? 0) + 2 * table.padding
    }

    private static func edges(_ table: Table) -> [Edge] {
        let gaps = Double(table.columns.count - 1) * gap
        var rest = Frame.body - table.indent - gaps
        var shares = 0.0
        for column in table.columns {
            switch column.width {
            case .points(let points): rest -= points
            case .share(let share): shares += share
            }
        }
        var x = Frame.left + table.indent
        return table.columns.map { column in
            let width =
                switch column.width {
                case .points(let points): points
                case .share(let share): rest * share / shares
                }
            defer { x += width + gap }
            return Edge(x: x, width: width, isAtEnd: column.isAtEnd)
        }
    }
}

extension Table {
    fileprivate var padding: Double { hasHead ? 3 : 1.2 }
}
