import JSONText
import Yams

/// A YAML text as the JSON that it says.
///
/// What people write by hand: one document, texts as names of members, no references, no tags, and
/// only what JSON would read as a number, a truth value or null is one (``YAMLScalar``).
package struct YAMLDocument: Sendable {
    /// The same in JSON, which the JSON reader accepts.
    package let json: [UInt8]
    private let places: [String: (line: Int, column: Int)]

    /// - Throws: ``YAMLError`` with the line and column, both from 1.
    package init(reading bytes: [UInt8]) throws(YAMLError) {
        let start = (line: 1, column: 1)
        guard bytes.count <= YAMLLimits.bytes else {
            throw YAMLError(.tooLarge(limit: YAMLLimits.bytes), start)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw YAMLError(.invalidUTF8, Self.firstInvalid(in: bytes))
        }
        if let reference = YAMLReferences.first(in: bytes) {
            throw YAMLError(.reference(reference.name), Self.place(reference.offset, in: bytes))
        }
        guard let root = try Self.root(of: text) else { throw YAMLError(.empty, start) }
        var walk = YAMLWalk()
        json = try walk.json(of: root).serialized()
        places = walk.places
        do throws(JSONError) {
            _ = try JSONDocument(parsing: json)
        } catch {
            let place = places[error.pointer.description] ?? start
            throw YAMLError(.notWritable(error.reason.description), place)
        }
    }

    /// The line, from 1, on which the member or value at a JSON Pointer stands; of the nearest one
    /// around it where nothing stands there.
    package func line(at pointer: String) -> Int? {
        var path = pointer
        while true {
            if let place = places[path] { return place.line }
            guard let cut = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
            path = String(path[..<cut])
        }
    }
}

extension YAMLDocument {
    /// The parser has errors of its own only.
    private static func root(of text: String) throws(YAMLError) -> Node? {
        do {
            return try Parser(yaml: text, resolver: .basic).singleRoot()
        } catch let error as YamlError {
            throw YAMLError(error)
        } catch {
            throw YAMLError(.malformed("\(error)"), (1, 1))
        }
    }

    private static func firstInvalid(in bytes: [UInt8]) -> (line: Int, column: Int) {
        var valid = 0
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            valid += UTF8.width(scalar)
        }
        return place(valid, in: bytes)
    }

    private static func place(_ offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let last = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (line, before[last...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}

extension YAMLError {
    /// The parser's error, with its place.
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
            self.init(.malformed(problem), (mark.line, mark.column))
        case .composer(_, let problem, let mark, _):
            let several = problem.utf8.elementsEqual("but found another document".utf8)
            self.init(
                several ? .severalDocuments : .malformed(problem), (mark.line, mark.column))
        case .duplicatedKeysInMapping(let duplicates, let context):
            self.init(
                .duplicateKey(duplicates.first ?? ""), (context.mark.line, context.mark.column))
        case .reader(let problem, _, _, _): self.init(.malformed(problem), (1, 1))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            self.init(.malformed("it cannot be read"), (1, 1))
        }
    }
}
