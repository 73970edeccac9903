import JSONText

/// What keeps a text from being read as XML, and where: lines and columns count characters from 1.
package struct XMLFailure: Error, Equatable, CustomStringConvertible {
    package enum Fault: Error, Equatable {
        case tooLarge
        case encoding(String)
        case notItsEncoding(String)
        case notUTF8
        case notUTF16
        case webPage
        case character
        case markup
        case endsEarly
        case doctype
        case processingInstruction
        case entity(String)
        case characterReference
        case wrongEnd(open: String)
        case twoRoots
        case unboundPrefix(String)
        case twoAttributes(String)
        case tooDeep
        case tooManyElements
        case tooManyAttributes
        case tooManyNamespaces
    }

    package let fault: Fault
    package let line: Int
    package let column: Int

    package var description: String {
        "line \(line), column \(column): \(fault.sentence)"
    }
}

extension XMLFailure.Fault {
    fileprivate var sentence: String {
        switch self {
        case .tooLarge: "the text is larger than \(Limits.xmlBytes) octets, the most that is read"
        case .encoding(let name):
            "the encoding \(name) is not read; UTF-8, UTF-16, ISO-8859-1 and windows-1252 are"
        case .notItsEncoding(let name):
            "the text says that it is in \(name), and is not. If it is in UTF-8, take "
                + "encoding=\"\(name)\" out of its first line"
        case .notUTF16:
            "the text is not the UTF-16 that its first octets announce: it may be cut off"
        case .webPage:
            "this is a web page, perhaps one with an error in place of a transcript. Download the "
                + "transcript itself"
        case .notUTF8:
            "an octet here is not UTF-8; a text in ISO-8859-1 says so in its first line: "
                + "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"
        case .character: "a character that XML does not have"
        case .markup: "this is no well-formed markup"
        case .endsEarly: "the text ends inside an element or tag"
        case .doctype:
            "a document type declaration is not read: it can name files and make a text endless. "
                + "Take it out"
        case .processingInstruction: "a processing instruction is not read. Take it out"
        case .entity(let name):
            "the entity &\(name); is not known; only lt, gt, amp, apos, quot and numbers are"
        case .characterReference: "a reference to no character of XML"
        case .wrongEnd(let open): "the element \(open) is open here, and another one ends"
        case .twoRoots: "there is text or an element behind the end of the root"
        case .unboundPrefix(let prefix): "the prefix \(prefix) has no namespace here"
        case .twoAttributes(let name): "the attribute \(name) stands here twice"
        case .tooDeep: "more than \(Limits.xmlDepth) elements inside each other"
        case .tooManyElements: "more than \(Limits.xmlElements) elements"
        case .tooManyAttributes: "more than \(Limits.xmlAttributes) attributes of one element"
        case .tooManyNamespaces: "more than \(Limits.xmlNamespaces) namespaces in force at once"
        }
    }
}
