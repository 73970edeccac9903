import Crypto

/// A dataset with its blank nodes named canonically and its quads in canonical order.
public struct CanonicalDataset: Sendable {
    public let hash: HashAlgorithm
    /// Whether hash-n-degree-quads met a node that is related twice by one hash: only then can
    /// the two ``RelatedReading``s give different results.
    public let readingsMayDiffer: Bool
    /// How much of the ``Effort`` it took.
    public let steps: Int
    /// How many octets the canonical form has, by the shortest labels of blank nodes.
    package var length: Int { forms.length }
    private let forms: TermForms
    private let texts: TextTable
    /// Which quad of the forms each line is.
    private let places: [Int32]
    private let issuer: CanonicalIssuer

    init(
        _ naming: Naming, forms: TermForms, texts: TextTable, hash: HashAlgorithm,
        order: CanonicalOrder
    ) {
        self.forms = forms
        self.texts = texts
        self.hash = hash
        readingsMayDiffer = naming.readingsMayDiffer
        steps = naming.steps
        places = order.places
        issuer = naming.issuer
    }

    /// The issued identifiers map in the order of issue: the label that a blank node had, and the
    /// canonical one, both without `_:`.
    public var issued: [(label: String, canonical: String)] {
        issuer.issued.enumerated().map { offset, number in
            (texts.string(Symbol(forms.blanks[Int(number)].number)), "c14n\(offset)")
        }
    }

    /// The blank nodes in the order of issue: the one at index 0 is `c14n0`.
    package var issuedTerms: [TermID] {
        issuer.issued.map { forms.blanks[Int($0)] }
    }

    /// The canonical form.
    public var nquads: [UInt8] {
        // A label is one octet longer than the shortest for each further digit of its number, and
        // eight octets are written of each.
        let digits = String(issuer.issued.count).utf8.count
        let longest = forms.length + places.count * 3 * (digits - 1) + 8
        return ByteBuffer.array(capacity: longest) { text in
            forms.withForms { bytes in
                for place in places { text.append(forms.quads[Int(place)], issuer, bytes) }
            }
        }
    }

    /// The canonical lines, each with its line feed.
    public var nquadsLines: [[UInt8]] {
        var text = ByteBuffer(capacity: 512)
        return forms.withForms { bytes in
            places.map { place in
                text.truncate(to: 0)
                text.append(forms.quads[Int(place)], issuer, bytes)
                return text.array()
            }
        }
    }

    /// The hash of the canonical form, which is never held as a whole.
    public func digest() -> [UInt8] {
        switch hash {
        case .sha256: digest(with: SHA256())
        case .sha384: digest(with: SHA384())
        }
    }

    private func digest<H: HashFunction>(with empty: H) -> [UInt8] {
        var function = empty
        unsafe inPieces { unsafe function.update(bufferPointer: $0) }
        return Array(function.finalize())
    }

    /// The canonical form in pieces that stay in the first cache.
    private func inPieces(_ body: (UnsafeRawBufferPointer) -> Void) {
        let piece = Swift.min(16_384, places.count * 128)
        var text = ByteBuffer(capacity: piece + 1024)
        forms.withForms { bytes in
            for place in places {
                text.append(forms.quads[Int(place)], issuer, bytes)
                if text.count >= piece {
                    unsafe body(text.bytes)
                    text.truncate(to: 0)
                }
            }
        }
        unsafe body(text.bytes)
    }
}

extension ByteBuffer {
    fileprivate mutating func append(
        _ line: NumberedQuad, _ issuer: CanonicalIssuer, _ forms: Forms
    ) {
        append(line.subject, issuer, forms)
        append(UInt8(ascii: " "))
        unsafe append(forms[line.predicate])
        append(UInt8(ascii: " "))
        append(line.object, issuer, forms)
        if line.graph != .defaultGraph {
            append(UInt8(ascii: " "))
            append(line.graph, issuer, forms)
        }
        append(" .\n")
    }

    @inline(__always)
    private mutating func append(_ code: TermCode, _ issuer: CanonicalIssuer, _ forms: Forms) {
        if code.isBlank, let name = issuer.number(of: code.number) {
            append(canonicalLabel: name)
        } else {
            unsafe append(forms[code])
        }
    }
}
