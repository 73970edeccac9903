import JSONText

/// What a command made, given out: into a file, or as the answer.
///
/// With `--json` standard output is JSON whatever was made: a credential in JSON is its own answer,
/// a token is a member of one, and of a file it is said which.
enum Made {
    /// - Parameters:
    ///   - name: what it is called in an answer.
    ///   - more: what else an answer about a file says.
    static func give(
        _ bytes: [UInt8], as name: String, to output: String, json: Bool,
        _ more: [(name: String, value: JSON)] = []
    ) throws {
        guard output == "-" else {
            try Files.write(bytes, to: output)
            if json { answer([("file", .string(output))] + more) }
            return
        }
        guard json, !isJSON(bytes) else {
            return Console.answer(bytes, endingLine: false)
        }
        let text = bytes.last == 0x0A ? bytes.dropLast() : bytes[...]
        answer([(name, .string(String(decoding: text, as: UTF8.self)))])
    }

    static func answer(_ members: [(name: String, value: JSON)]) {
        Console.answer(JSON.object(members).serialized(pretty: true))
    }

    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let start = bytes.first { $0 > 0x20 }
        return start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    }
}
