import CPango

/// A layout of pango, released with the last that holds it.
final class LayoutHandle {
    let layout: OpaquePointer

    init(_ layout: OpaquePointer) { self.layout = layout }

    deinit { clr_g_object_unref(UnsafeMutableRawPointer(layout)) }
}

/// A text in lines, each with its place from the left and its height.
struct SetText {
    struct Strip {
        let line: OpaquePointer
        var x: Double
        /// From the top of the strip to the line on which letters stand.
        let ascent: Double
        let height: Double
        /// Whether marks stacked on letters leave the strip; they are cut off where they would
        /// cover other words.
        let isOverflowing: Bool
    }

    let source: Line
    private(set) var strips: [Strip] = []
    private var layouts: [LayoutHandle] = []

    init(_ source: Line) { self.source = source }

    var height: Double { strips.reduce(0) { $0 + $1.height } }

    /// Takes the lines of a layout. Of one whose text goes on, the last line is left for the next
    /// layout, because more words may fit into it.
    /// - Returns: How many octets were taken.
    mutating func add(_ handle: LayoutHandle, octets: Int, isCut: Bool) -> Int {
        layouts.append(handle)
        guard let walk = clr_pango_layout_get_iter(handle.layout) else { return octets }
        defer { clr_pango_layout_iter_free(walk) }
        let first = strips.count
        var lastStart = 0
        repeat {
            guard let line = clr_pango_layout_iter_get_line_readonly(walk) else { break }
            lastStart = Int(clr_pango_layout_line_get_start_index(line))
            strips.append(Self.strip(line, walk))
        } while clr_pango_layout_iter_next_line(walk) != 0
        guard isCut, strips.count > first + 1, lastStart > octets / 2 else { return octets }
        strips.removeLast()
        return lastStart
    }

    /// A name in a script from right to left stands where the others begin; only of several lines
    /// each begins at the right.
    mutating func alignSingleLine() {
        if strips.count == 1 { strips[0].x = 0 }
    }

    private static func strip(_ line: OpaquePointer, _ walk: OpaquePointer) -> Strip {
        var ink = PangoRectangle()
        var logical = PangoRectangle()
        clr_pango_layout_iter_get_line_extents(walk, &ink, &logical)
        let scale = Double(CLR_PANGO_SCALE)
        let top = logical.y
        let spill = max(top - ink.y, (ink.y + ink.height) - (top + logical.height))
        return Strip(
            line: line, x: Double(logical.x) / scale,
            ascent: Double(clr_pango_layout_iter_get_baseline(walk) - top) / scale,
            height: Double(logical.height) / scale, isOverflowing: Double(spill) / scale > 2)
    }
}
