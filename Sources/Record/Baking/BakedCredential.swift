/// A credential as it was found in a picture.
package struct BakedCredential: Sendable {
    package let format: ImageFormat
    package let standard: BakedStandard
    /// The credential: JSON or a compact JWS, as it was baked.
    package let text: [UInt8]
    /// Where it stands in the file.
    package let place: ImagePlace
    /// What carries it: the kind of the chunk (`iTXt`), or the qualified name of the element.
    package let carrier: String
    /// Whether the text was compressed, which the standard forbids and readers bear.
    package let isCompressed: Bool
    /// Whether an Open Badges 2.0 assertion stands beside it; that one was not looked at.
    package let standsBesideAssertion: Bool
    /// Where the picture has something that could run in a reader's browser.
    package let activeContent: ImagePlace?
    /// The picture in which it was found.
    package let source: Picture

    /// The picture without anything baked into it.
    package var picture: [UInt8] { source.plain }
}

/// A place in the file of a picture, as people look for it.
package enum ImagePlace: Hashable, Sendable, CustomStringConvertible {
    /// From 0.
    case octet(Int)
    /// Both from 1.
    case line(Int, column: Int)

    package var description: String {
        switch self {
        case .octet(let offset): "octet \(offset)"
        case .line(let line, let column): "line \(line), column \(column)"
        }
    }
}

/// What is to be baked.
package struct Bakeable: Sendable {
    package let standard: BakedStandard
    package let text: [UInt8]
    /// Whether the text is a compact JWS; otherwise it is JSON.
    package let isToken: Bool
    /// Where an Open Badges 2.0 assertion is hosted: an SVG names it beside the JSON.
    package let address: String?

    package init(
        standard: BakedStandard, text: [UInt8], isToken: Bool, address: String? = nil
    ) {
        self.standard = standard
        self.text = text
        self.isToken = isToken
        self.address = address
    }
}
