import CPango

/// The pages of a PDF while they are drawn with cairo, and the octets that they become.
final class Sheet {
    private let surface: OpaquePointer
    private let drawing: OpaquePointer
    private let sink: Sink

    /// Takes the octets; cairo holds it without counting.
    private final class Sink {
        var bytes: [UInt8] = []
    }

    init() throws(DocumentError) {
        let sink = Sink()
        let surface = clr_cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return UInt32(CLR_CAIRO_STATUS_WRITE_ERROR) }
                Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                return UInt32(CLR_CAIRO_STATUS_SUCCESS)
            }, Unmanaged.passUnretained(sink).toOpaque(), Frame.width, Frame.height)
        guard let surface else { throw .drawing("no surface") }
        // The newest version whose table of places is plain text, with every version of cairo.
        clr_cairo_pdf_surface_restrict_to_version(surface, UInt32(CLR_CAIRO_PDF_VERSION_1_4))
        guard let drawing = clr_cairo_create(surface) else {
            clr_cairo_surface_destroy(surface)
            throw .drawing("no drawing")
        }
        self.sink = sink
        self.surface = surface
        self.drawing = drawing
        clr_cairo_set_line_width(drawing, 0.5)
    }

    deinit {
        clr_cairo_destroy(drawing)
        // Writes what is left into the sink, which is still there.
        clr_cairo_surface_destroy(surface)
    }

    func describe(_ member: Int, _ text: String) {
        clr_cairo_pdf_surface_set_metadata(surface, UInt32(member), text)
    }

    /// The whole file. Nothing can be drawn afterwards.
    func finished() throws(DocumentError) -> [UInt8] {
        try check(clr_cairo_status(drawing))
        clr_cairo_surface_finish(surface)
        try check(clr_cairo_surface_status(surface))
        return sink.bytes
    }

    /// Ends a page, and tells early of a drawing that cannot go on.
    func endPage() throws(DocumentError) {
        clr_cairo_show_page(drawing)
        try check(clr_cairo_status(drawing))
    }

    private func check(_ status: UInt32) throws(DocumentError) {
        guard status != UInt32(CLR_CAIRO_STATUS_SUCCESS) else { return }
        throw .drawing(
            clr_cairo_status_to_string(status).map { String(cString: $0) } ?? "\(status)")
    }
}

extension Sheet {
    /// A mark of the structure that programs read aloud by. One that holds text begins and ends on
    /// the same page.
    func begin(_ name: String, _ attributes: String = "") {
        clr_cairo_tag_begin(drawing, name, attributes)
    }

    func end(_ name: String) { clr_cairo_tag_end(drawing, name) }

    func bookmark(_ title: String, under parent: Int, leadsTo place: Place) -> Int {
        Int(
            clr_cairo_pdf_surface_add_outline(
                surface, Int32(parent), title, place.attributes, 0))
    }

    func draw(_ strip: SetText.Strip, x: Double, top: Double, _ ink: Ink) {
        if strip.isOverflowing {
            clr_cairo_save(drawing)
            clr_cairo_rectangle(drawing, 0, top - 2, Frame.width, strip.height + 4)
            clr_cairo_clip(drawing)
        }
        choose(ink)
        clr_cairo_move_to(drawing, x + strip.x, top + strip.ascent)
        clr_pango_cairo_show_layout_line(drawing, strip.line)
        if strip.isOverflowing { clr_cairo_restore(drawing) }
    }

    func rule(_ y: Double, from left: Double, to right: Double, _ ink: Ink, width: Double = 0.5) {
        stroke([(left, y), (right, y)], ink, width: width)
    }

    func stroke(
        _ points: [(x: Double, y: Double)], _ ink: Ink, width: Double, isClosed: Bool = false
    ) {
        guard let first = points.first else { return }
        choose(ink)
        clr_cairo_set_line_width(drawing, width)
        clr_cairo_move_to(drawing, first.x, first.y)
        for point in points.dropFirst() { clr_cairo_line_to(drawing, point.x, point.y) }
        if isClosed { clr_cairo_close_path(drawing) }
        clr_cairo_stroke(drawing)
    }

    func circle(_ x: Double, _ y: Double, radius: Double, _ ink: Ink, width: Double?) {
        choose(ink)
        clr_cairo_arc(drawing, x, y, radius, 0, 2 * Double.pi)
        guard let width else { return clr_cairo_fill(drawing) }
        clr_cairo_set_line_width(drawing, width)
        clr_cairo_stroke(drawing)
    }

    private func choose(_ ink: Ink) {
        clr_cairo_set_source_rgb(drawing, ink.red, ink.green, ink.blue)
    }
}
