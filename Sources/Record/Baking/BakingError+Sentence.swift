extension BakingError: CustomStringConvertible {
    /// What is wrong, where, and what to do, for people.
    package var description: String {
        switch self {
        case .notBakeable(let format?):
            "This is \(format.withArticle) picture. Credentials are baked into PNG and SVG only."
        case .notBakeable(nil): "This is no picture: credentials are baked into PNG and SVG."
        case .tooLarge(let format, let limit):
            "The \(format.rawValue) is larger than \(limit) octets, the most that is read."
        case .malformedPNG(let fault, let octet):
            "The PNG cannot be read, at octet \(octet): \(fault). Ask for the file again; "
                + "mail programs and web pages change pictures."
        case .malformedSVG(let fault, let line, let column):
            "The SVG cannot be read, at line \(line), column \(column): \(fault)."
        case .nothingBaked(let format):
            "This is \(format.withArticle) picture without a credential in it. Many programs drop "
                + "what is baked in when they save a picture: ask for the original file."
        case .several(let standard, let count):
            "The picture has \(count) credentials of \(standard.name) baked into it, and may have "
                + "one; none of them was preferred."
        case .competing(let one, let other):
            "The picture has credentials of \(one.name) and of \(other.name) baked into it; none "
                + "of them was preferred."
        case .onlyAddress(let url):
            "The picture holds only the address of a badge, \(url). Nothing was fetched: save "
                + "what is there as a file."
        case .holdsAnother(let standard):
            "The picture already holds a credential of \(standard.name), and would have two: take "
                + "it out first."
        case .noRoom: "The root of the SVG is an empty tag: it is no picture."
        case .activeContent(let line, let column):
            "The SVG has something in it that could run in the browser of whoever opens it, at "
                + "line \(line), column \(column): take it out first."
        case .notXML(let octet):
            "The credential has a character that an SVG cannot hold, at octet \(octet): bake it "
                + "into a PNG."
        case .noAddress:
            "The assertion has no https address as its id, which an SVG has to name: bake it into "
                + "a PNG."
        }
    }

    /// Whether the picture may be sound, and is not read because of what can be done with it.
    package var isUnsafe: Bool {
        switch self {
        case .tooLarge: true
        case .malformedPNG(let fault, _): fault.isUnsafe
        case .malformedSVG(let fault, _, _): fault.isUnsafe
        case .notBakeable, .nothingBaked, .several, .competing, .onlyAddress, .holdsAnother,
            .noRoom, .activeContent, .notXML, .noAddress:
            false
        }
    }
}

extension PNGFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .endsEarly: "it ends in the middle of a chunk"
        case .length(let length): "a chunk claims \(length) octets, and the file has fewer"
        case .chunkName: "the name of a chunk is not four letters"
        case .checksum(let chunk): "the checksum of chunk \(chunk) does not fit its content"
        case .headerNotFirst: "the first chunk is not IHDR"
        case .header: "the header IHDR describes no picture"
        case .order(let chunk): "chunk \(chunk) stands where it may not, or is malformed"
        case .unknownCritical(let chunk): "chunk \(chunk) is critical and unknown"
        case .dataMissing: "there is no picture in it (no IDAT)"
        case .afterEnd(let count): "\(count) octets follow the end of the picture"
        case .textLayout(let chunk): "the text chunk \(chunk) of the credential is malformed"
        case .inflation: "the compressed text of the credential is damaged"
        case .inflatedTooLarge(let limit):
            "the compressed text of the credential has more than \(limit) octets"
        case .notUTF8: "the text of the credential is not UTF-8"
        case .beyondASCII(let chunk):
            "the text of the credential is in chunk \(chunk) and goes beyond ASCII, which iTXt "
                + "is for"
        }
    }
}

extension SVGFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .encoding(let name): "it is in \(name), and only UTF-8 is read: save it as UTF-8"
        case .version: "it is of another version of XML than 1.0"
        case .notUTF8: "it is not UTF-8"
        case .character: "a control character stands there"
        case .endsEarly: "it ends before its root element does"
        case .markup: "the markup is malformed"
        case .name: "a name is malformed"
        case .duplicateAttribute: "an attribute is there twice"
        case .endTag: "an end tag does not fit its start tag"
        case .afterEnd: "something follows the root element"
        case .notSVG: "the root element is not svg of http://www.w3.org/2000/svg"
        case .undeclaredPrefix: "a prefix is declared nowhere"
        case .reservedPrefix: "a prefix is declared that may not be, or as nothing"
        case .characterReference: "a character reference means no character"
        case .entity(let name): "the entity &\(name); is used, and entities are not read"
        case .doctype: "the document type declaration is malformed"
        case .internalSubset:
            "it brings declarations of its own (a DTD inside), which are not read"
        case .processingInstruction: "it has a processing instruction, which is not read"
        case .elementInCredential: "an element stands inside the credential"
        case .twoTexts: "the credential is there twice, in its attribute verify and as text"
        case .tooDeep(let limit): "elements stand more than \(limit) levels deep"
        case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
        case .tooManyNamespaces(let limit): "more than \(limit) namespaces are in force"
        }
    }
}
