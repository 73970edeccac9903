import CPango
import JSONText

/// Sets text with pango: chooses fonts for its scripts, shapes it, breaks it into lines.
final class Typesetter {
    private let map: OpaquePointer
    private let context: OpaquePointer
    private let attributes: OpaquePointer?
    private var fonts: [FontKey: OpaquePointer] = [:]
    /// Characters that no font of the machine has, since the last time that this was set to none.
    var undrawn = 0

    private struct FontKey: Hashable {
        let style: Style
        let han: Han
    }

    init() throws(DocumentError) {
        if let missing = clr_pango_open() { throw .pangoMissing(String(cString: missing)) }
        guard let map = clr_pango_cairo_font_map_new() else { throw .noFonts }
        guard let context = Self.context(of: map) else {
            clr_g_object_unref(UnsafeMutableRawPointer(map))
            throw .noFonts
        }
        guard Self.hasFonts(context) else {
            clr_g_object_unref(UnsafeMutableRawPointer(context))
            clr_g_object_unref(UnsafeMutableRawPointer(map))
            throw .noFonts
        }
        self.map = map
        self.context = context
        // A hyphen that is not in an identifier must not come into it where a line breaks.
        attributes = clr_pango_attr_list_new()
        clr_pango_attr_list_insert(attributes, clr_pango_attr_insert_hyphens_new(0))
        // Readers find and copy "verified" only where f and i stay two letters.
        clr_pango_attr_list_insert(
            attributes, clr_pango_attr_font_features_new("liga=0, clig=0"))
    }

    deinit {
        for font in fonts.values { clr_pango_font_description_free(font) }
        clr_pango_attr_list_unref(attributes)
        clr_g_object_unref(UnsafeMutableRawPointer(context))
        clr_g_object_unref(UnsafeMutableRawPointer(map))
    }

    /// Where there is no font at all, pango has none to take in the place of the one named here.
    private static func hasFonts(_ context: OpaquePointer) -> Bool {
        guard let wanted = clr_pango_font_description_new() else { return false }
        defer { clr_pango_font_description_free(wanted) }
        clr_pango_font_description_set_family(wanted, "Noto Sans")
        clr_pango_font_description_set_absolute_size(wanted, 9 * Double(CLR_PANGO_SCALE))
        guard let font = clr_pango_context_load_font(context, wanted) else { return false }
        clr_g_object_unref(UnsafeMutableRawPointer(font))
        return true
    }

    /// Positions are those of the outlines, not of a screen's dots.
    private static func context(of map: OpaquePointer) -> OpaquePointer? {
        // A point is a unit.
        clr_pango_cairo_font_map_set_resolution(map, 72)
        guard let context = clr_pango_font_map_create_context(map) else { return nil }
        let options = clr_cairo_font_options_create()
        clr_cairo_font_options_set_hint_style(options, UInt32(CLR_CAIRO_HINT_STYLE_NONE))
        clr_cairo_font_options_set_hint_metrics(options, UInt32(CLR_CAIRO_HINT_METRICS_OFF))
        clr_pango_cairo_context_set_font_options(context, options)
        clr_cairo_font_options_destroy(options)
        clr_pango_context_set_round_glyph_positions(context, 0)
        return context
    }

    /// A line of the document in as many lines as the width asks for.
    func set(_ line: Line, width: Double, isAtEnd: Bool = false) -> SetText {
        var text = SetText(line)
        var rest = Array(line.text.utf8)[...]
        var direction: UInt32?
        repeat {
            let stretch = Stretch(rest)
            let bytes = rest.prefix(stretch.count)
            if direction == nil, stretch.isCut { direction = self.direction(of: rest) }
            let layout = self.layout(
                bytes, line, width: width, isAtEnd: isAtEnd, direction: direction)
            guard let layout else { break }
            let taken = text.add(layout, octets: bytes.count, isCut: stretch.isCut)
            rest = rest.dropFirst(taken)
            if stretch.endsParagraph { direction = nil }
        } while !rest.isEmpty
        if !isAtEnd { text.alignSingleLine() }
        return text
    }

    /// Text that stays one line, and ends in dots where it is too long.
    func setOneLine(_ line: Line, width: Double, isAtEnd: Bool = false) -> SetText {
        var text = SetText(line)
        let bytes = Array(DrawnText.name(line.text).utf8)
        if let layout = layout(bytes[...], line, width: width, isAtEnd: isAtEnd, isOneLine: true) {
            _ = text.add(layout, octets: bytes.count, isCut: false)
        }
        if !isAtEnd { text.alignSingleLine() }
        return text
    }

    private func layout(
        _ bytes: ArraySlice<UInt8>, _ line: Line, width: Double, isAtEnd: Bool,
        direction: UInt32? = nil, isOneLine: Bool = false
    ) -> LayoutHandle? {
        clr_pango_context_set_language(context, clr_pango_language_from_string(language(of: line)))
        clr_pango_context_set_base_dir(context, direction ?? UInt32(CLR_PANGO_DIRECTION_LTR))
        guard let layout = clr_pango_layout_new(context) else { return nil }
        clr_pango_layout_set_font_description(layout, font(line))
        clr_pango_layout_set_attributes(layout, attributes)
        clr_pango_layout_set_width(layout, Int32(max(width, 1) * Double(CLR_PANGO_SCALE)))
        clr_pango_layout_set_wrap(layout, UInt32(CLR_PANGO_WRAP_WORD_CHAR))
        clr_pango_layout_set_auto_dir(layout, direction == nil ? 1 : 0)
        if isOneLine { clr_pango_layout_set_ellipsize(layout, UInt32(CLR_PANGO_ELLIPSIZE_END)) }
        if isAtEnd { clr_pango_layout_set_alignment(layout, UInt32(CLR_PANGO_ALIGN_RIGHT)) }
        bytes.withUnsafeBytes { bytes in
            let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            // Pango reads as many octets as it is told, and wants an address even for none.
            if let text {
                clr_pango_layout_set_text(layout, text, Int32(bytes.count))
            } else {
                clr_pango_layout_set_text(layout, "", 0)
            }
        }
        undrawn += Int(clr_pango_layout_get_unknown_glyphs_count(layout))
        return LayoutHandle(layout)
    }

    private func direction(of bytes: ArraySlice<UInt8>) -> UInt32 {
        let found = bytes.prefix(DocumentLimits.stretchBytes).withUnsafeBytes { bytes in
            bytes.baseAddress.map {
                clr_pango_find_base_dir(
                    $0.assumingMemoryBound(to: CChar.self), Int32(bytes.count))
            }
        }
        let isToTheLeft = found == UInt32(CLR_PANGO_DIRECTION_RTL)
        return isToTheLeft ? UInt32(CLR_PANGO_DIRECTION_RTL) : UInt32(CLR_PANGO_DIRECTION_LTR)
    }

    private func language(of line: Line) -> String { line.language ?? RecordDocument.language }

    private func font(_ line: Line) -> OpaquePointer? {
        let key = FontKey(style: line.style, han: Han(language: line.language))
        if let font = fonts[key] { return font }
        guard let font = clr_pango_font_description_new() else { return nil }
        let look = line.style.look
        clr_pango_font_description_set_family(font, key.han.families(isSerif: look.isSerif))
        clr_pango_font_description_set_absolute_size(font, look.size * Double(CLR_PANGO_SCALE))
        clr_pango_font_description_set_weight(font, look.weight)
        if look.isItalic {
            clr_pango_font_description_set_style(font, UInt32(CLR_PANGO_STYLE_ITALIC))
        }
        fonts[key] = font
        return font
    }
}

/// As much of a text as is laid out at once: laying out takes longer than in proportion.
private struct Stretch {
    let count: Int
    /// Whether the text goes on where this ends.
    let isCut: Bool
    let endsParagraph: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        let most = DocumentLimits.stretchBytes
        guard bytes.count > most else {
            count = bytes.count
            isCut = false
            endsParagraph = true
            return
        }
        let start = bytes.startIndex
        if let end = bytes.prefix(most).lastIndex(of: 0x0A) {
            count = end + 1 - start
            isCut = false
            endsParagraph = true
            return
        }
        var end = start + most
        while end > start + 1, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        count = end - start
        isCut = true
        endsParagraph = false
    }
}

/// The characters of Han look different in each of the languages that use them.
private enum Han: Hashable {
    case simplified, traditional, japanese, korean

    init(language: String?) {
        let parts = (language ?? "").utf8.split(separator: UInt8(ascii: "-")).map { part in
            String(decoding: part.map { $0 | 0x20 }, as: UTF8.self)
        }
        let isTraditional = parts.dropFirst().contains { part in
            ["hant", "tw", "hk", "mo"].contains { part.isSame(as: $0) }
        }
        switch parts.first.map({ Text($0) }) {
        case "ja": self = .japanese
        case "ko": self = .korean
        case "zh", "yue": self = isTraditional ? .traditional : .simplified
        default: self = .simplified
        }
    }

    /// By name and in order: what is chosen for a script must not hang on what else is installed.
    func families(isSerif: Bool) -> String {
        let face = isSerif ? "Noto Serif" : "Noto Sans"
        let own =
            switch self {
            case .simplified: "SC"
            case .traditional: "TC"
            case .japanese: "JP"
            case .korean: "KR"
            }
        let arabic = isSerif ? "Noto Naskh Arabic" : "Noto Sans Arabic"
        return "\(face), \(arabic), \(face) Hebrew, \(face) CJK \(own), Noto Sans CJK \(own), "
            + "Noto Sans Symbols2, sans-serif"
    }
}
