import JSONText

/// Why a text is not a regular expression (ECMA-262), or not one that is taken here.
public enum PatternError: Error, Hashable, Sendable {
    /// The positions count characters from 0.
    case endsEarly
    case unbalancedParenthesis(at: Int)
    case nothingToRepeat(at: Int)
    case badRepetition(at: Int)
    case badRange(at: Int)
    case badEscape(at: Int)
    case badGroup(at: Int)
    case unknownGroup(Text)
    case unknownProperty(Text)
    case tooDeep(limit: Int)
    case tooLarge(limit: Int)
}

extension PatternError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .endsEarly: "it ends in the middle"
        case .unbalancedParenthesis(let at): "the parenthesis at \(at) has no partner"
        case .nothingToRepeat(let at): "there is nothing before \(at) that could be repeated"
        case .badRepetition(let at): "the counts at \(at) are in the wrong order"
        case .badRange(let at): "the range at \(at) is in the wrong order"
        case .badEscape(let at): "the escape at \(at) is not known"
        case .badGroup(let at): "the group at \(at) is of an unknown kind"
        case .unknownGroup(let name): "there is no group \(name)"
        case .unknownProperty(let name): "the character property \(name) is not known"
        case .tooDeep(let limit): "groups are more than \(limit) levels deep"
        case .tooLarge(let limit): "it takes more than \(limit) steps to write out"
        }
    }
}
