import JSONText

/// One pass over an SVG that finds what is baked into it.
///
/// It knows the part of XML 1.0 and its namespaces that a picture needs, and refuses the rest:
/// entities, declarations, processing instructions, other encodings. What it passes over, it has
/// understood; nothing is repaired.
struct SVGScan {
    static let namespace = "http://www.w3.org/2000/svg"

    /// The start tag of the root: where it ends, where its last attribute ends, what it declares.
    private(set) var root = SVGRoot()
    private(set) var found: [SVGCredential] = []
    /// Where the first thing stands that a browser could run.
    private(set) var activeContent: Int?

    private var reader: SVGReader
    private var open: [Open] = []
    private var scope = SVGScope()
    private var capture: Capture?

    private struct Open {
        let name: Range<Int>
        /// How many declarations are in force outside it.
        let bindings: Int
    }

    private struct Capture {
        let level: Int
        var credential: SVGCredential
        var text = SVGCapturedText()
    }

    init(_ bytes: [UInt8]) throws(SVGFailure) {
        reader = SVGReader(bytes)
        try reader.readDeclaration()
        try prolog()
        try startTag()
        while !open.isEmpty { try content() }
        while try reader.passMiscellany() {}
        guard reader.isAtEnd else { throw reader.failure(.afterEnd) }
    }

    /// Comments and one document type declaration, up to the root.
    private mutating func prolog() throws(SVGFailure) {
        while try reader.passMiscellany() {}
        if reader.isAt("<!DOCTYPE") {
            try reader.passDoctype()
            while try reader.passMiscellany() {}
        }
        guard !reader.isAtEnd else { throw reader.failure(.endsEarly) }
    }

    /// One piece of what stands inside an element.
    private mutating func content() throws(SVGFailure) {
        if reader.isAt("</") {
            try endTag()
        } else if reader.isAt("<!--") {
            try reader.passComment()
        } else if reader.isAt("<![CDATA[") {
            let text = try reader.passCDATA()
            capture?.text.append(exactly: reader.lines(text))
        } else if reader.isAt("<?") {
            throw reader.failure(.processingInstruction)
        } else if reader.isAt("<") {
            try startTag()
        } else if reader.isAt("&") {
            let text = try reader.reference()
            capture?.text.append(exactly: text)
        } else {
            let text = try reader.passText()
            if capture != nil { capture?.text.append(literally: reader.lines(text)) }
        }
    }

    // MARK: - Elements

    private mutating func startTag() throws(SVGFailure) {
        let tag = try reader.startTag()
        if capture != nil { throw SVGFailure(.elementInCredential, tag.start) }
        guard open.count < Limits.svgDepth else {
            throw SVGFailure(.tooDeep(limit: Limits.svgDepth), tag.start)
        }
        let outside = scope.count
        try scope.declare(tag.attributes, reader)
        let space = try scope.space(of: tag.name, reader)
        let local = reader.localName(tag.name)
        for attribute in tag.attributes { try scope.check(attribute, reader) }
        if open.isEmpty { try beginRoot(tag, space, local) }
        noteActiveContent(tag, local)
        if !tag.isEmpty { open.append(Open(name: tag.name, bindings: outside)) }
        try beginCredential(tag, space, local)
        if tag.isEmpty { scope.leave(to: outside) }
    }

    private mutating func beginRoot(
        _ tag: SVGTag, _ space: SVGSpace, _ local: ArraySlice<UInt8>
    ) throws(SVGFailure) {
        guard space == .svg, local.elementsEqual("svg".utf8) else {
            throw SVGFailure(.notSVG, tag.start)
        }
        root = SVGRoot(tag, scope.bindings, reader)
    }

    private mutating func beginCredential(
        _ tag: SVGTag, _ space: SVGSpace, _ local: ArraySlice<UInt8>
    ) throws(SVGFailure) {
        guard case .badges(let standard) = space, local.elementsEqual(standard.element.utf8) else {
            return
        }
        let verify = tag.attributes.first { reader.isNamed($0, "verify") }
        var credential = SVGCredential(
            standard: standard, range: tag.start..<tag.end,
            name: String(decoding: reader.bytes[tag.name], as: UTF8.self))
        if let verify { credential.verify = try reader.value(of: verify) }
        if tag.isEmpty {
            found.append(credential)
        } else {
            capture = Capture(level: open.count, credential: credential)
        }
    }

    private mutating func endTag() throws(SVGFailure) {
        let start = reader.position
        let name = try reader.endTag()
        guard let element = open.last,
            reader.bytes[name].elementsEqual(reader.bytes[element.name])
        else { throw SVGFailure(.endTag, start) }
        if let capture, capture.level == open.count {
            var credential = capture.credential
            credential.range = credential.range.lowerBound..<reader.position
            credential.body = capture.text.text
            found.append(credential)
            self.capture = nil
        }
        open.removeLast()
        scope.leave(to: element.bindings)
    }

    // MARK: - What a browser could run

    private static let active = ["script", "iframe", "object", "embed"]

    /// Scripts, what frames another document, handlers of events and `javascript:` addresses.
    private mutating func noteActiveContent(_ tag: SVGTag, _ local: ArraySlice<UInt8>) {
        guard activeContent == nil else { return }
        let isActive =
            Self.active.contains { local.elementsEqual($0.utf8) }
            || tag.attributes.contains { attribute in
                reader.isHandler(attribute) || reader.isScriptAddress(attribute)
            }
        if isActive { activeContent = tag.start }
    }
}

/// What went wrong, at which octet.
struct SVGFailure: Error {
    let fault: SVGFault
    let offset: Int

    init(_ fault: SVGFault, _ offset: Int) {
        self.fault = fault
        self.offset = offset
    }
}

/// An element in which a credential is baked.
struct SVGCredential: Sendable {
    let standard: BakedStandard
    /// From its start tag to its end tag.
    var range: Range<Int>
    /// As it is written, with its prefix.
    let name: String
    var verify: [UInt8]?
    var body: [UInt8] = []
}

/// The start tag of the root.
struct SVGRoot: Sendable {
    var end = 0
    /// Behind the last attribute, or the name.
    var attributesEnd = 0
    var isEmpty = false
    /// The declarations of baking's namespaces, with the attribute and the one space before it.
    var declarations: [(standard: BakedStandard, prefix: String, range: Range<Int>)] = []
    /// All prefixes that are declared.
    var prefixes: [String] = []

    init() {}

    init(_ tag: SVGTag, _ bindings: [SVGScope.Binding], _ reader: SVGReader) {
        end = tag.end
        attributesEnd = tag.attributesEnd
        isEmpty = tag.isEmpty
        for binding in bindings {
            let prefix = String(decoding: reader.bytes[binding.prefix], as: UTF8.self)
            prefixes.append(prefix)
            guard case .badges(let standard) = binding.space, !prefix.isEmpty else { continue }
            declarations.append(
                (
                    standard, prefix,
                    (binding.attribute.lowerBound - 1)..<binding.attribute.upperBound
                ))
        }
    }
}

/// The text of an element as it is gathered. White space that only lays the element out is not
/// the credential's: what stands literally before the first and behind the last of the text.
struct SVGCapturedText {
    private var bytes: [UInt8] = []
    private var hasBegun = false
    private var trailingSpace = 0

    var text: [UInt8] { Array(bytes.dropLast(trailingSpace)) }

    /// CDATA and references: all of it counts.
    mutating func append(exactly text: [UInt8]) {
        bytes += text
        hasBegun = true
        trailingSpace = 0
    }

    mutating func append(literally text: [UInt8]) {
        let rest = hasBegun ? text[...] : text.drop(while: XMLText.isSpace)
        guard !rest.isEmpty else { return }
        bytes += rest
        hasBegun = true
        let space =
            rest.count
            - (rest.lastIndex { !XMLText.isSpace($0) }.map { $0 - rest.startIndex + 1 } ?? 0)
        trailingSpace = space == rest.count ? trailingSpace + space : space
    }
}
