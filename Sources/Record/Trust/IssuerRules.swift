import JSONText

/// The rules of one list, found by what they are about: however many there are, an issuer is
/// compared with as many as its host has labels.
struct IssuerRules: Sendable {
    let all: [IssuerRule]
    private var byIdentifier: [Text: [Int]] = [:]
    private var byHost: [Text: [Int]] = [:]
    private var byDomain: [Text: [Int]] = [:]
    private var byName: [NameSkeleton: Int] = [:]

    init(_ rules: [IssuerRule]) {
        all = rules
        for (index, rule) in rules.enumerated() {
            if let name = rule.name.map({ NameSkeleton($0) }), byName[name] == nil {
                byName[name] = index
            }
            switch rule.pattern {
            case .identifier(let id): byIdentifier[id, default: []].append(index)
            case .host(let name, port: _): byHost[Text(name), default: []].append(index)
            case .below(let name): byDomain[Text(name), default: []].append(index)
            }
        }
    }

    /// The rule for somebody whose name looks so.
    func rule(calling name: NameSkeleton) -> IssuerRule? { byName[name].map { all[$0] } }

    /// The rules that speak of an issuer, in the order in which they are written.
    /// - Parameter issuer: in its ``RegisteredSpelling``.
    func matching(_ issuer: Text, _ host: IssuerHost?) -> [IssuerRule] {
        var found = byIdentifier[issuer] ?? []
        if let host {
            found += byHost[Text(host.name)] ?? []
            var rest = host.name.utf8[...]
            while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
                rest = rest[rest.index(after: dot)...]
                found += byDomain[Text(String(Substring(rest)))] ?? []
            }
        }
        return found.sorted().map { all[$0] }.filter { $0.matches(issuer, host) }
    }
}
