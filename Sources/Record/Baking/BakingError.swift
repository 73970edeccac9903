/// Why a picture, or what is baked into it, cannot be read or written.
package enum BakingError: Error, Hashable, Sendable {
    /// Nothing can be baked into this kind of picture (BAKE-01); nil where it is no picture.
    case notBakeable(ImageFormat?)
    case tooLarge(ImageFormat, limit: Int)
    case malformedPNG(PNGFault, octet: Int)
    case malformedSVG(SVGFault, line: Int, column: Int)
    /// A sound picture with nothing baked into it.
    case nothingBaked(ImageFormat)
    /// The same words stand more than once: none is preferred (BAKE-04, BAKE-07).
    case several(BakedStandard, count: Int)
    /// A CLR and a badge in one picture: nobody says which of them it stands for.
    case competing(BakedStandard, BakedStandard)
    /// Only the address of a hosted badge.
    case onlyAddress(String)
    /// Baking would leave the picture with two credentials.
    case holdsAnother(BakedStandard)
    /// An SVG's root is an empty tag: there is no room in it, and no picture.
    case noRoom
    /// An SVG can run this in the browser of whoever opens it.
    case activeContent(line: Int, column: Int)
    /// A character of the credential that XML cannot hold.
    case notXML(octet: Int)
    /// A hosted assertion has to say where it is.
    case noAddress
}

package enum PNGFault: Error, Hashable, Sendable {
    case endsEarly
    case length(Int)
    case chunkName
    case checksum(chunk: String)
    case headerNotFirst
    case header
    case order(chunk: String)
    case unknownCritical(chunk: String)
    case dataMissing
    case afterEnd(count: Int)
    /// The parts of a text chunk are not where they belong.
    case textLayout(chunk: String)
    case inflation
    case inflatedTooLarge(limit: Int)
    case notUTF8
    /// `tEXt` and `zTXt` are Latin-1 by the standard and UTF-8 by habit: beyond ASCII neither is
    /// guessed.
    case beyondASCII(chunk: String)

    package var isUnsafe: Bool {
        if case .inflatedTooLarge = self { true } else { false }
    }
}

package enum SVGFault: Error, Hashable, Sendable {
    case encoding(String)
    case version
    case notUTF8
    case character
    case endsEarly
    case markup
    case name
    case duplicateAttribute
    case endTag
    case afterEnd
    case notSVG
    case undeclaredPrefix
    case reservedPrefix
    case characterReference
    case entity(String)
    case doctype
    case internalSubset
    case processingInstruction
    case elementInCredential
    /// A JWS in `verify` and a text in the element.
    case twoTexts
    case tooDeep(limit: Int)
    case tooManyAttributes(limit: Int)
    case tooManyNamespaces(limit: Int)

    /// Whether it may be sound XML, of a kind that is not read because of what can be done with it.
    package var isUnsafe: Bool {
        switch self {
        case .encoding, .version, .entity, .internalSubset, .processingInstruction, .tooDeep,
            .tooManyAttributes, .tooManyNamespaces:
            true
        case .notUTF8, .character, .endsEarly, .markup, .name, .duplicateAttribute, .endTag,
            .afterEnd, .notSVG, .undeclaredPrefix, .reservedPrefix, .characterReference, .doctype,
            .elementInCredential, .twoTexts:
            false
        }
    }
}
