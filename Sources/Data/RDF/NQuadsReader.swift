extension Dataset {
    /// Reads N-Quads (RDF 1.1). Quads and terms that are said twice are kept once.
    public init(
        nquads bytes: [UInt8], limits: NQuadsLimits = .standard
    ) throws(NQuadsError) {
        let result: Result<Dataset, NQuadsError> = unsafe bytes.withUnsafeBufferPointer { buffer in
            var reader = unsafe NQuadsReader(buffer, limits: limits)
            do throws(NQuadsFault) {
                try reader.document()
                return .success(reader.dataset)
            } catch {
                return unsafe .failure(NQuadsError(error, in: buffer))
            }
        }
        self = try result.get()
    }
}

/// What went wrong and at which byte; lines and columns are counted only once it has.
struct NQuadsFault: Error {
    let reason: NQuadsError.Reason
    let offset: Int
}

extension NQuadsError {
    init(_ fault: NQuadsFault, in bytes: UnsafeBufferPointer<UInt8>) {
        reason = fault.reason
        offset = fault.offset
        var line = 1
        var column = 1
        var previous: UInt8 = 0
        for place in 0..<Swift.min(fault.offset, bytes.count) {
            let byte = unsafe bytes[place]
            if byte == UInt8(ascii: "\n"), previous == UInt8(ascii: "\r") {
                // the second half of one line end
            } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                line += 1
                column = 1
            } else if byte & 0xc0 != 0x80 {
                column += 1
            }
            previous = byte
        }
        self.line = line
        self.column = column
    }
}

/// The grammar of https://www.w3.org/TR/n-quads/, a method for each production.
@safe struct NQuadsReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let limits: NQuadsLimits
    var dataset: Dataset
    var position = 0
    private var groups = QuadGroups()
    /// The text of a term whose escapes are being resolved.
    var unescaped: [UInt8] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: NQuadsLimits) {
        unsafe self.bytes = unsafe bytes
        self.limits = limits
        // Lines say names in full, again and again: a third is what a dataset keeps of them.
        dataset = Dataset(reservingBytes: Swift.min(bytes.count, limits.bytes) / 3)
    }

    mutating func document() throws(NQuadsFault) {
        guard unsafe bytes.count <= limits.bytes else {
            throw fault(.tooLarge(limit: limits.bytes), at: 0)
        }
        if let offset = unsafe UTF8Validity.firstFault(in: UnsafeRawBufferPointer(bytes)) {
            throw fault(.invalidUTF8, at: offset)
        }
        while unsafe position < bytes.count {
            skipBlankSpace()
            if try !endOfLine() {
                try statement()
                skipBlankSpace()
                guard try endOfLine() else { throw fault(.expectedEndOfLine) }
            }
        }
    }

    /// Whether a line ended here, perhaps after a comment; then the position is behind it.
    private mutating func endOfLine() throws(NQuadsFault) -> Bool {
        if current == UInt8(ascii: "#") {
            while unsafe position < bytes.count, unsafe !isLineEnd(bytes[position]) {
                position &+= 1
            }
        }
        if unsafe position == bytes.count { return true }
        guard unsafe isLineEnd(bytes[position]) else { return false }
        position &+= 1
        return true
    }

    private mutating func statement() throws(NQuadsFault) {
        let start = position
        let subject = try resource(otherwise: .expectedSubject)
        skipBlankSpace()
        guard current == UInt8(ascii: "<") else { throw fault(.expectedPredicate) }
        let predicate = try iri()
        skipBlankSpace()
        let object =
            current == UInt8(ascii: "\"")
            ? try literal() : try resource(otherwise: .expectedObject)
        skipBlankSpace()
        var graph = TermID.defaultGraph
        if current != UInt8(ascii: ".") {
            graph = try resource(otherwise: .expectedGraphOrEnd)
            skipBlankSpace()
        }
        guard current == UInt8(ascii: ".") else { throw fault(.expectedEndOfStatement) }
        position &+= 1
        groups.insert(
            Quad(subject: subject, predicate: predicate, object: object, graph: graph),
            into: &dataset)
        guard dataset.quads.count <= limits.quads else {
            throw fault(.tooManyQuads(limit: limits.quads), at: start)
        }
    }

    private mutating func resource(
        otherwise reason: NQuadsError.Reason
    ) throws(NQuadsFault) -> TermID {
        switch current {
        case UInt8(ascii: "<"): return try iri()
        case UInt8(ascii: "_"): return try blankNode()
        default: throw fault(reason)
        }
    }

    private mutating func skipBlankSpace() {
        while unsafe position < bytes.count,
            unsafe bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t")
        {
            position &+= 1
        }
    }

    /// The byte at the position; at the end of the text zero, which starts nothing.
    @inline(__always)
    var current: UInt8 { unsafe position < bytes.count ? bytes[position] : 0 }

    private func isLineEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    func fault(_ reason: NQuadsError.Reason, at offset: Int? = nil) -> NQuadsFault {
        NQuadsFault(reason: reason, offset: offset ?? position)
    }
}
