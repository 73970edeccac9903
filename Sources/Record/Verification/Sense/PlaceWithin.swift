import Credentials
import JSONText

extension Credential {
    /// The place of a value that stands in this credential.
    ///
    /// Looked for from the credential downwards: from the root of the text, each fault of each part
    /// would cost a walk over all parts before it.
    func place(of value: JSONValue) -> JSONPointer {
        var tokens = place.tokens
        var current = json
        let target = value.range
        while current.range != target {
            guard let (token, child) = Self.step(from: current, to: target) else { break }
            tokens.append(token)
            current = child
        }
        return JSONPointer(tokens)
    }

    private static func step(
        from value: JSONValue, to target: Range<Int>
    ) -> (Text, JSONValue)? {
        func holds(_ child: JSONValue) -> Bool {
            child.range.lowerBound <= target.lowerBound
                && target.upperBound <= child.range.upperBound
        }
        for member in value.members where holds(member.value) {
            return (Text(member.name), member.value)
        }
        for (index, element) in value.elements.enumerated() where holds(element) {
            return (Text(String(index)), element)
        }
        return nil
    }
}
