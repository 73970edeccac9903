import Credentials
import JSONText

/// Whether two copies of a badge or record say the same.
///
/// A single value is as good as a list of it, an absent one as good as null or an empty list
/// (CLR1-G-09, OB-M-08). Where one copy names by URL what the other writes out, what was written out
/// must be what stands at that URL.
struct LegacyComparison {
    private let examination: Examination

    init(_ examination: Examination) { self.examination = examination }

    func isSame(_ copy: JSONValue, as original: JSONValue) async -> Bool {
        var pending = [(copy: copy, original: original)]
        var asked = 0
        while let (copy, original) = pending.popLast() {
            var written: [(copy: JSONValue, url: String)] = []
            guard Self.agrees(copy, original, isOutermost: true, &written) else { return false }
            for (object, url) in written {
                asked += 1
                guard asked <= Self.references,
                    let other = await LegacyDocuments(examination).object(at: url).object
                else { return false }
                pending.append((object, other))
            }
        }
        return true
    }

    /// A badge leads to its class, that to its issuer, and that to its key.
    private static let references = 8

    private static func agrees(
        _ copy: JSONValue, _ original: JSONValue, isOutermost: Bool,
        _ written: inout [(copy: JSONValue, url: String)]
    ) -> Bool {
        if copy.isArray || original.isArray {
            let copies = copy.oneOrMore
            let originals = original.oneOrMore
            guard copies.count == originals.count else { return false }
            for (one, other) in zip(copies, originals) {
                guard agrees(one, other, isOutermost: false, &written) else { return false }
            }
            return true
        }
        if copy.isObject, let url = original.string {
            guard copy["id"]?.string?.isSame(as: url) == true else { return false }
            written.append((copy, url))
            return true
        }
        if let url = copy.string, original.isObject {
            return original["id"]?.string?.isSame(as: url) == true
        }
        guard copy.isObject, original.isObject else { return isSameScalar(copy, original) }
        return membersAgree(copy, original, isOutermost, &written)
    }

    private static func membersAgree(
        _ copy: JSONValue, _ original: JSONValue, _ isOutermost: Bool,
        _ written: inout [(copy: JSONValue, url: String)]
    ) -> Bool {
        func members(_ object: JSONValue) -> [JSONValue.Member] {
            object.members.filter { member in
                !(isOutermost && member.hasName("@context")) && !isAbsent(member.value)
            }
        }
        let copies = members(copy)
        let others = members(original)
        guard copies.count == others.count else { return false }
        let byName = Dictionary(
            others.map { (Text($0.name), $0.value) }, uniquingKeysWith: { first, _ in first })
        for member in copies {
            guard let other = byName[Text(member.name)],
                agrees(member.value, other, isOutermost: false, &written)
            else { return false }
        }
        return true
    }

    private static func isAbsent(_ value: JSONValue) -> Bool {
        value.isNull || (value.isArray && value.count == 0)
    }

    private static func isSameScalar(_ one: JSONValue, _ other: JSONValue) -> Bool {
        guard one.kind == other.kind else { return false }
        switch one.kind {
        case .string: return one.text == other.text
        case .number: return one.double == other.double
        case .bool: return one.bool == other.bool
        case .null: return true
        case .object, .array: return false
        }
    }
}
