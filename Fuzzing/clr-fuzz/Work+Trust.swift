import Credentials
import DIDs
import JSONText
import Trust
import YAMLText

extension Work {
    // MARK: - Policies

    /// A policy, and issuers that are judged by it: each of its rules is heard by those of whom it
    /// speaks, deny above all, and both spellings of a host are judged alike.
    static func policy(_ bytes: [UInt8]) {
        let (text, rest) = halves(bytes)
        let named = rest.split(separator: 0x0A).prefix(8).map {
            String(decoding: $0, as: UTF8.self)
        }
        for name in named { spellings(name) }
        guard let policy = try? TrustPolicy(reading: text, file: list) else { return }
        let isJSON = text.first { $0 > 0x20 } == UInt8(ascii: "{")
        let json = isJSON ? text : (try? YAMLDocument(reading: text))?.json ?? []
        guard let root = try? JSONDocument(parsing: json).root,
            let same = try? TrustPolicy(reading: json, file: list)
        else { return demand(false, "what a policy says in YAML is none in JSON") }
        let inquiry = TrustInquiry(policy: policy, source: NoDocuments(), now: Seeds.now)
        let copy = TrustInquiry(policy: same, source: NoDocuments(), now: Seeds.now)
        wait {
            await denied(root["deny"], inquiry)
            await believed(root["allow"], inquiry)
            await believed(root["domains"], inquiry)
            for name in named {
                await judged(name, inquiry)
                let (one, other) = (await standing(name, inquiry), await standing(name, copy))
                demand(one == other, "\(name) is judged otherwise in JSON")
            }
        }
    }

    private static func standing(_ issuer: String, _ inquiry: TrustInquiry) async -> [String?] {
        said(await inquiry.standing(of: Text(issuer), calling: "Hollin"))
    }

    private static func list(_ name: String) -> [UInt8]? {
        Seeds.lists.first { $0.kind.isSame(as: name) }.map { Array($0.text.utf8) }
    }

    private static func denied(_ rules: JSONValue?, _ inquiry: TrustInquiry) async {
        for issuer in issuers(rules) {
            let standing = await inquiry.standing(of: Text(issuer))
            demand(standing.denial != nil, "deny does not hear \(issuer)")
            demand(!standing.isVouchedFor, "\(issuer) is denied and believed")
        }
    }

    private static func believed(_ rules: JSONValue?, _ inquiry: TrustInquiry) async {
        for issuer in issuers(rules) {
            let standing = await inquiry.standing(of: Text(issuer))
            demand(
                standing.isVouchedFor != (standing.denial != nil),
                "\(issuer) is allowed and neither believed nor denied")
        }
    }

    /// Somebody of whom each rule speaks that has no end, in all forms and spellings.
    private static func issuers(_ rules: JSONValue?) -> [String] {
        (rules?.elements.prefix(16).map { $0 } ?? []).flatMap { rule -> [String] in
            guard rule["since"] == nil, rule["until"] == nil,
                var text = rule.string ?? rule["issuer"]?.string
            else { return [] }
            guard !text.utf8.starts(with: "did:".utf8), !text.utf8.starts(with: "https://".utf8)
            else { return [text] }
            if text.utf8.starts(with: "*.".utf8) { text = "x." + String(text.dropFirst(2)) }
            let parts = text.utf8.split(
                separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false
            ).map { String(Substring($0)) }
            guard let host = HostName(parts[0]) else {
                demand(false, "a rule speaks of \(text), which is no host")
                return []
            }
            let port = parts.count > 1 ? ":" + parts[1] : ""
            return [
                "https://\(host.ascii)\(port)/", "https://\(host.unicode)\(port)/a",
                "did:web:\(host.ascii)\(port.replacing(":", with: "%3A")):b",
            ]
        }
    }

    private static func judged(_ issuer: String, _ inquiry: TrustInquiry) async {
        let standing = await inquiry.standing(of: Text(issuer), calling: "Hollin")
        let other = await inquiry.standing(
            of: RegisteredSpelling.of(Text(issuer)), calling: "Hollin")
        demand(said(standing) == said(other), "\(issuer) is judged by its spelling")
        demand(!standing.isUnclear || standing.vouchers.isEmpty, "an unclear host is believed")
        let award = Award(type: "BachelorDegree", frameworks: ["F"])
        guard let right = await inquiry.entitlement(of: Text(issuer), to: award) else { return }
        demand(
            (right.denial != nil) == (standing.denial != nil),
            "\(issuer) is denied in one question only")
        demand(right.denial == nil || !right.isVouchedFor, "\(issuer) is denied and entitled")
    }

    private static func said(_ standing: Standing) -> [String?] {
        [standing.denial, standing.namesake, "\(standing.isUnclear)"]
            + standing.vouchers.map(\.rule)
            + standing.lapsed
    }

    /// A host has one name by which it is known, and comes back from each spelling.
    private static func spellings(_ name: String) {
        let host = HostName(name)
        _ = ShownDomain.text(name)
        guard let host else { return }
        for spelling in [host.ascii.string, host.unicode] {
            demand(HostName(spelling) == host, "\(name) is another host as \(spelling)")
        }
        demand(
            host.ascii.string.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(name) is not in ASCII")
        let url = Text("https://\(host.unicode)/")
        demand(
            RegisteredSpelling.of(url).string.isSame(as: "https://\(host.ascii)/"),
            "\(name) leads elsewhere in a URL")
    }

    // MARK: - Registries

    /// A registry of each kind, or what strangers state in a federation.
    static func registry(_ bytes: [UInt8]) {
        if bytes.contains(separator) { return federation(bytes) }
        let issuer: Text = "did:web:hollin.example"
        let isNamed = holds(bytes, "hollin")
        for (kind, text) in Seeds.lists {
            for test in [false, true] {
                guard let standing = standing(of: issuer, bytes, kind: kind, isTest: test) else {
                    continue
                }
                demand(isNamed || standing.vouchers.isEmpty, "a registry vouches for all")
                demand(!test || !standing.isVouchedFor, "a test registry vouches")
            }
            guard let signed = standing(of: issuer, bytes, kind: kind, isPinned: true) else {
                continue
            }
            demand(
                !signed.isVouchedFor || signedLists.contains(trimmed(bytes)),
                "a registry of kind \(kind) was forged: \(text.utf8.count)")
        }
        listed(bytes)
    }

    private static let signedLists = Set((try? Seeds.signedLists()) ?? [])

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        Array(bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed())
    }

    private static func holds(_ bytes: [UInt8], _ word: String) -> Bool {
        // In a token, or with escapes, it cannot be seen.
        let text = String(decoding: bytes, as: UTF8.self)
        return text.contains(word) || text.contains("\\u")
            || trimmed(bytes).starts(with: "eyJ".utf8)
    }

    /// Nil where the registry is refused.
    private static func standing(
        of issuer: Text, _ bytes: [UInt8], kind: String, isTest: Bool = false,
        isPinned: Bool = false
    ) -> Standing? {
        var members: [(name: String, value: JSON)] = [
            ("name", "R"), ("kind", .string(kind)), ("file", "f"), ("test", .bool(isTest)),
        ]
        if isPinned, let keys = try? Seeds.keySet(1) { members.append(("keys", keys)) }
        let text = JSON.object([("registries", .array([.object(members)]))]).serialized()
        guard let policy = try? TrustPolicy(reading: text, file: { _ in bytes }) else { return nil }
        let inquiry = TrustInquiry(policy: policy, source: Everywhere(bytes: bytes), now: Seeds.now)
        return wait { await inquiry.standing(of: issuer, calling: "Hollin") }
    }

    /// Whoever stands in a list that is read, with nothing against it, is vouched for by it.
    private static func listed(_ bytes: [UInt8]) {
        guard let root = try? JSONDocument(parsing: bytes).root else { return }
        var found: [(kind: String, id: String)] = []
        if let members = root["registry"]?.members {
            found += members.prefix(8).map { ("dcc-issuers", $0.name) }
        }
        for entry in root["issuers"]?.elements.prefix(8).map({ $0 }) ?? [] {
            let ends = ["since", "from", "until", "to", "status"]
            guard let id = entry["id"]?.string, ends.allSatisfy({ entry[$0] == nil }) else {
                continue
            }
            found.append(("issuer-list", id))
        }
        for (kind, id) in found {
            guard let standing = standing(of: Text(id), bytes, kind: kind) else { continue }
            demand(standing.isVouchedFor != standing.isUnclear, "\(id) stands there for nothing")
        }
    }

    /// One document for every URL.
    private struct Everywhere: DocumentSource {
        let bytes: [UInt8]

        func document(at url: Text) async -> DocumentAnswer { .found(bytes, mediaType: nil) }
    }

    // MARK: - Federation

    /// What a ministry and an issuer state, signed by their own keys where it comes without a
    /// signature. The anchor speaks for nobody but hosts below `.example`, and for none below
    /// `.evil.example`, and only for an hour.
    private static func federation(_ bytes: [UInt8]) {
        let parts = bytes.split(
            separator: separator, maxSplits: 3, omittingEmptySubsequences: false
        ).map { Array($0) }
        guard parts.count == 4, let anchor, let members = try? Seeds.keySet(1) else { return }
        let issuer = Text(String(decoding: parts[3], as: UTF8.self))
        var isForged: [Bool] = []
        var statements: [[UInt8]] = []
        for (index, part) in parts.prefix(3).enumerated() {
            let isToken = part.starts(with: "eyJ".utf8)
            isForged.append(isToken && !tokens.contains(part))
            let token = isToken ? part : (try? Seeds.statement(part, by: index == 2 ? 3 : 2)) ?? []
            statements.append(token)
        }
        let source = Federation(anchor: anchor, statements: statements)
        let policy = JSON.object([
            (
                "registries",
                .array([
                    .object([
                        ("name", "F"), ("kind", "openid-federation"), ("test", .bool(false)),
                        ("anchor", "https://anchor.example"), ("keys", members),
                        ("intermediates", .array([.string(Seeds.ministry)])),
                    ])
                ])
            )
        ])
        guard let policy = try? TrustPolicy(reading: policy.serialized(), file: { _ in nil }) else {
            return demand(false, "the policy is none")
        }
        let inquiry = TrustInquiry(policy: policy, source: source, now: Seeds.now)
        let standing = wait { await inquiry.standing(of: issuer) }
        let later = TrustInquiry(
            policy: policy, source: source, now: Timestamp(seconds: Seeds.now.seconds + 7_200))
        demand(!wait { await later.standing(of: issuer) }.isVouchedFor, "what ended still counts")
        guard standing.isVouchedFor else { return }
        // Of a DID, and of the ministry itself, fewer statements are read.
        let isOwn = issuer.string.utf8.starts(with: "https://".utf8)
        let used = issuer.string.isSame(as: Seeds.ministry) ? 1 : isOwn ? 3 : 2
        demand(!isForged.prefix(used).contains(true), "a statement was forged")
        let url = (try? KeyResolver.url(of: RegisteredSpelling.of(issuer)))?.string ?? ""
        let host = url.lowercased().dropFirst(8).prefix { !":/?#".contains($0) }
        demand(
            host.hasSuffix(".example") && !host.hasSuffix(".evil.example"),
            "the anchor does not speak for \(issuer)")
    }

    private static let tokens = (try? Seeds.tokens()) ?? []

    /// What the anchor states of itself and of the ministry.
    private static let anchor: [[UInt8]]? = {
        let own = "https://anchor.example"
        let metadata: JSON = .object([
            (
                "federation_entity",
                .object([("federation_fetch_endpoint", .string(own + "/fetch"))])
            )
        ])
        let constraints: JSON = .object([
            ("max_path_length", .integer(1)),
            (
                "naming_constraints",
                .object([("permitted", [".example"]), ("excluded", [".evil.example"])])
            ),
        ])
        return try? [
            Seeds.statement(Seeds.claims(own, own, stating: 1, [("metadata", metadata)]), by: 1),
            Seeds.statement(
                Seeds.claims(own, Seeds.ministry, stating: 2, [("constraints", constraints)]),
                by: 1),
        ]
    }()

    private struct Federation: DocumentSource {
        let anchor: [[UInt8]]
        let statements: [[UInt8]]

        func document(at url: Text) async -> DocumentAnswer {
            let (statements, rest): ([[UInt8]], Substring)
            let text = Substring(url.string)
            if text.hasPrefix("https://anchor.example/") {
                (statements, rest) = (anchor, text.dropFirst(23))
            } else if text.hasPrefix(Seeds.ministry + "/") {
                (statements, rest) = (Array(self.statements.prefix(2)), text.dropFirst(25))
            } else {
                return .found(self.statements[2], mediaType: nil)
            }
            return .found(statements[rest.hasPrefix("fetch") ? 1 : 0], mediaType: nil)
        }
    }
}
