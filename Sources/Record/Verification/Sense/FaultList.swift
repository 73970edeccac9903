import JSONText

/// The faults that one check finds: of each code the first ones with their places, the others
/// counted.
///
/// Places and sentences are worked out only for what is told: a hostile record has faults without
/// end, and finding the place of one takes as long as there is text before it.
struct FaultList {
    private var told: [Check] = []
    private var counts: [Code: Int] = [:]

    mutating func note(
        _ code: Code, at place: @autoclosure () -> JSONPointer,
        _ message: @autoclosure () -> String
    ) {
        let count = counts[code, default: 0] + 1
        counts[code] = count
        if count <= Limits.toldFaults { told.append(Check(code, message(), at: place())) }
    }

    /// The last one told of a code says how many there are beside.
    var answers: [Check] {
        var answers = told
        var open = counts.filter { $0.value > Limits.toldFaults }
        for index in answers.indices.reversed() where !open.isEmpty {
            guard let code = Code(rawValue: answers[index].code),
                let count = open.removeValue(forKey: code)
            else { continue }
            answers[index].message += " There are \(count - Limits.toldFaults) more of this kind."
        }
        return answers
    }
}

/// What a stranger wrote, inside a sentence of ours.
enum Quoted {
    /// A long text is cut, and says so; what no reader sees is written as its code point.
    static func short(_ text: some StringProtocol) -> String {
        var out = ""
        var length = 0
        for scalar in text.unicodeScalars {
            guard length < longest else { return out + "…" }
            length += 1
            if isHidden(scalar) {
                out += "[U+" + String(scalar.value, radix: 16, uppercase: true) + "]"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    static func short(_ text: Text) -> String { short(text.string) }

    private static let longest = 200

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
