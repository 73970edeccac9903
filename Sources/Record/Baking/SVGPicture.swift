/// An SVG, and the elements in which credentials are baked into it.
struct SVGPicture: Sendable {
    private let bytes: [UInt8]
    private let found: [SVGCredential]
    private let root: SVGRoot
    private let activeContent: Int?

    init(reading bytes: [UInt8]) throws(BakingError) {
        let scan: SVGScan
        do throws(SVGFailure) { scan = try SVGScan(bytes) } catch {
            let (line, column) = Self.lineAndColumn(error.offset, in: bytes)
            throw .malformedSVG(error.fault, line: line, column: column)
        }
        self.bytes = bytes
        found = scan.found
        root = scan.root
        activeContent = scan.activeContent
    }

    var standards: [BakedStandard] { found.map(\.standard) }

    var activePlace: ImagePlace? { activeContent.map(place) }

    func credential(_ index: Int, in source: Picture) throws(BakingError) -> BakedCredential {
        let element = found[index]
        return BakedCredential(
            format: .svg, standard: element.standard, text: try text(of: element),
            place: place(element.range.lowerBound), carrier: element.name, isCompressed: false,
            standsBesideAssertion: found.count > 1, activeContent: activeContent.map(place),
            source: source)
    }

    /// The body; where there is none, what `verify` holds. Only a hosted assertion has both: its
    /// address, and its JSON.
    private func text(of element: SVGCredential) throws(BakingError) -> [UInt8] {
        guard let verify = element.verify else { return element.body }
        if element.body.isEmpty { return verify }
        let isHosted =
            element.standard == .openBadges2
            && ["https://", "http://"].contains { verify.starts(with: $0.utf8) }
        guard isHosted else {
            let (line, column) = Self.lineAndColumn(element.range.lowerBound, in: bytes)
            throw .malformedSVG(.twoTexts, line: line, column: column)
        }
        return element.body
    }

    // MARK: - Taking out

    /// Without the elements, and without what the root declares for them, unless something else
    /// in the picture uses that.
    var plain: [UInt8] {
        var removed = found.map(\.range)
        for standard in BakedStandard.allCases {
            let unused = root.declarations.filter { $0.standard == standard }.map(\.range)
            guard !unused.isEmpty, (try? SVGScan(removing(removed + unused))) != nil else {
                continue
            }
            removed += unused
        }
        return removing(removed)
    }

    private func removing(_ ranges: [Range<Int>]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var position = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            kept += bytes[position..<range.lowerBound]
            position = range.upperBound
            // No text may have this in it: what stood before and behind an element stays apart.
            let seam = kept.suffix(2) + bytes[position...].prefix(2)
            if seam.contains(Array("]]>".utf8)) { kept += "<!---->".utf8 }
        }
        return kept + bytes[position...]
    }

    // MARK: - Baking

    /// The element right behind the root's start tag, and its namespace in that tag (BAKE-06).
    func baking(_ credential: Bakeable) throws(BakingError) -> [UInt8] {
        if let activeContent {
            let (line, column) = Self.lineAndColumn(activeContent, in: bytes)
            throw .activeContent(line: line, column: column)
        }
        guard !root.isEmpty else { throw .noRoom }
        let naming = SVGNaming(credential.standard, in: root)
        let element = try SVGElement(credential, naming).bytes
        let old = found.filter { $0.standard == credential.standard }.map(\.range)
        // All that is removed stands behind the start tag.
        let rest = removing(old)
        var out = Array(rest[..<root.attributesEnd])
        out += naming.inRoot
        out += rest[root.attributesEnd..<root.end]
        out += element
        out += rest[root.end...]
        return out
    }

    // MARK: - Places

    private func place(_ offset: Int) -> ImagePlace {
        let (line, column) = Self.lineAndColumn(offset, in: bytes)
        return .line(line, column: column)
    }

    /// Lines end with LF, CR LF or CR; columns are characters.
    private static func lineAndColumn(_ offset: Int, in bytes: [UInt8]) -> (Int, Int) {
        var line = 1
        var column = 1
        for index in 0..<min(offset, bytes.count) {
            let byte = bytes[index]
            let endsLine =
                byte == 0x0A
                || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
            if endsLine {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }
}

/// Under which prefix an element is written, and where the prefix is declared.
struct SVGNaming {
    let prefix: String
    /// What goes into the root's start tag.
    let inRoot: [UInt8]
    /// What goes into the element's own.
    let inElement: [UInt8]

    init(_ standard: BakedStandard, in root: SVGRoot) {
        if let known = root.declarations.first(where: { $0.standard == standard }) {
            (prefix, inRoot, inElement) = (known.prefix, [], [])
            return
        }
        let declaration = Array(" xmlns:\(standard.prefix)=\"\(standard.namespace)\"".utf8)
        let isTaken = root.prefixes.contains { $0.utf8.elementsEqual(standard.prefix.utf8) }
        prefix = standard.prefix
        inRoot = isTaken ? [] : declaration
        inElement = isTaken ? declaration : []
    }
}

/// The element that holds a credential, in octets.
struct SVGElement {
    let bytes: [UInt8]

    init(_ credential: Bakeable, _ naming: SVGNaming) throws(BakingError) {
        if let (_, offset) = XMLText.firstFault(in: credential.text) {
            throw .notXML(octet: offset)
        }
        let name = Array("\(naming.prefix):\(credential.standard.element)".utf8)
        var start = Array("<".utf8) + name + naming.inElement
        var body: [UInt8] = []
        if credential.isToken {
            start += Self.verify(credential.text)
        } else {
            if credential.standard == .openBadges2 {
                guard let address = credential.address else { throw .noAddress }
                start += Self.verify(Array(address.utf8))
            }
            body = Self.section(credential.text)
        }
        start += ">".utf8
        start += body
        start += "</".utf8
        start += name
        start += ">".utf8
        bytes = start
    }

    /// The attribute, with the space before it.
    private static func verify(_ text: [UInt8]) -> [UInt8] {
        var attribute = Array(" verify=\"".utf8)
        attribute += escaped(text)
        attribute.append(UInt8(ascii: "\""))
        return attribute
    }

    /// In double quotes. A reader of XML would take white space of another kind for spaces.
    private static func escaped(_ text: [UInt8]) -> [UInt8] {
        text.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "&"): Array("&amp;".utf8)
            case UInt8(ascii: "<"): Array("&lt;".utf8)
            case UInt8(ascii: "\""): Array("&quot;".utf8)
            case 0x09, 0x0A, 0x0D: Array("&#\(byte);".utf8)
            default: [byte]
            }
        }
    }

    /// CDATA sections that together mean exactly these octets: the end of a section is divided
    /// between two (BAKE-08), and CR, which a reader of XML would take for a line end, is named.
    private static func section(_ text: [UInt8]) -> [UInt8] {
        var out = Array("<![CDATA[".utf8)
        for (index, byte) in text.enumerated() {
            if byte == UInt8(ascii: ">"), index >= 2, text[index - 1] == UInt8(ascii: "]"),
                text[index - 2] == UInt8(ascii: "]")
            {
                out += "]]><![CDATA[>".utf8
            } else if byte == 0x0D {
                out += "]]>&#13;<![CDATA[".utf8
            } else {
                out.append(byte)
            }
        }
        return out + "]]>".utf8
    }
}
