import JSONText

/// Why the body of a form cannot be read.
enum FormFault: Error, Hashable, Sendable {
    /// `multipart/form-data` without a `boundary`, or with one that is not allowed.
    case boundary
    /// The body does not begin with the boundary.
    case beginning
    /// The body ends before its last boundary.
    case endsEarly
    /// Something follows the boundary that may not.
    case afterBoundary
    /// A part's header is no header, or too long.
    case header
    /// A part without a name.
    case nameless
    case tooManyFields(limit: Int)
    /// `%` without two hexadecimal digits.
    case escape

    var words: String {
        switch self {
        case .boundary: "its Content-Type names no usable boundary"
        case .beginning: "it does not begin with the boundary of its Content-Type"
        case .endsEarly: "it was cut off"
        case .afterBoundary: "a boundary in it is followed by something that does not belong there"
        case .header: "the header of a part of it is malformed"
        case .nameless: "a part of it has no name"
        case .tooManyFields(let limit): "it has more than \(limit) fields"
        case .escape: "a percent sign in it is not followed by two hexadecimal digits"
        }
    }
}

/// A field of a form that was sent.
struct FormField {
    let name: String
    /// Whether it is a file; browsers send one without content where none was chosen.
    let isFile: Bool
    let content: [UInt8]
}

extension [FormField] {
    /// The content of the first field of this name that is not empty.
    func content(of name: String) -> [UInt8]? {
        first { $0.name.isSame(as: name) && !$0.content.isEmpty }?.content
    }
}
