import NIOHTTP1

/// What an answer says of being kept (RFC 9111), for a cache of one reader.
struct Freshness: Hashable, Sendable {
    /// Whether it may be kept at all.
    let isStorable: Bool
    /// Seconds for which it need not be asked again. Nothing is guessed: without `max-age` there
    /// are none.
    let seconds: Int

    init(_ headers: HTTPHeaders, limit: Int) {
        let directives = headers[canonicalForm: "cache-control"].map(Self.parts)
        func has(_ name: String) -> Bool { directives.contains { $0.name == name } }
        let varies = headers[canonicalForm: "vary"].contains { $0 == "*" }
        isStorable = !has("no-store") && !varies
        guard isStorable, !has("no-cache") else {
            seconds = 0
            return
        }
        // Of two that differ the shorter one holds; one that is no number is none.
        let ages = directives.filter { $0.name == "max-age" }.map { Int($0.value) ?? 0 }
        let age = headers.first(name: "age").map { Int($0) ?? .max } ?? 0
        let (left, _) = (ages.min() ?? 0).subtractingReportingOverflow(max(0, age))
        seconds = max(0, min(left, limit))
    }

    private static func parts(_ directive: Substring) -> (name: String, value: String) {
        let pair = directive.lowercased().split(separator: "=", maxSplits: 1)
        let value = pair.count > 1 ? pair[1] : ""
        return (
            pair.first.map { $0.trimmed } ?? "",
            Substring(value.trimmed.filter { $0 != "\"" }).trimmed
        )
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let space: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        return String(drop(while: space).reversed().drop(while: space).reversed())
    }
}
