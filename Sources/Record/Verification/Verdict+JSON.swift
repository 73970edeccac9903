import JSONText
import Trust

extension Verdict {
    /// The verdict tree, with the same members in the same order wherever it is shown.
    public var json: JSON {
        var members: [(name: String, value: JSON)] = []
        if let at { members.append(("at", .string(at.description))) }
        members.append(("verdict", .string(verdict.rawValue)))
        members.append(("aggregate", .string(aggregate.rawValue)))
        members.append(("kind", .string(kind)))
        members.append(("standard", .string(standard)))
        if let id { members.append(("id", .string(id))) }
        if let name { members.append(("name", .string(name))) }
        if let issuer { members.append(("issuer", issuer.json)) }
        if let subject { members.append(("subject", subject.json)) }
        members.append(("checkedAt", .string(checkedAt.description)))
        members.append(("checks", .array(checks.map(\.json))))
        members.append(("contents", .array(contents.map(\.json))))
        return .object(members)
    }
}

extension Verdict.Party {
    var json: JSON {
        var members: [(name: String, value: JSON)] = []
        if let id { members.append(("id", .string(id))) }
        if let name { members.append(("name", .string(name))) }
        if let domain { members.append(("domain", .string(domain))) }
        return .object(members)
    }
}

extension Check {
    var json: JSON {
        var members: [(name: String, value: JSON)] = [
            ("name", .string(name.rawValue)), ("question", .string(question.rawValue)),
            ("outcome", .string(outcome.rawValue)), ("code", .string(code)),
            ("message", .string(message)),
        ]
        if let at { members.append(("at", .string(at.description))) }
        members.append(("spec", .string(spec)))
        if let difference { members.append(("difference", difference.json)) }
        if !vouchers.isEmpty { members.append(("vouchers", .array(vouchers.map(\.json)))) }
        return .object(members)
    }
}

extension Voucher {
    var json: JSON {
        var members: [(name: String, value: JSON)] = [("by", .string(by))]
        if let name { members.append(("name", .string(name))) }
        if let since { members.append(("since", .string(since))) }
        members.append(("rule", .string(rule)))
        if isTest { members.append(("test", .bool(true))) }
        return .object(members)
    }
}
