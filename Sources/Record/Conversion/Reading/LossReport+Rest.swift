import JSONText

extension LossReport {
    /// Nothing leaves in silence. What no rule took is told as lost; what holds something that was
    /// taken went with it.
    /// - Parameter tokens: the signed texts of the source that were opened: what they say is
    ///   accounted for as well.
    /// - Returns: where what is inside went, if anywhere.
    @discardableResult
    mutating func accountForRest(
        _ source: Placed, in format: String, opening tokens: OpenedTokens = OpenedTokens()
    ) -> String? {
        let content = tokens[source.place]
        let children = Self.children(of: content ?? source.value)
        if let fate = fate(of: source.place) {
            // What was taken as a whole is accounted for with all inside it.
            for (token, child) in children {
                accountForRest(Placed(child, source.place + token), in: format, opening: tokens)
            }
            return fate.target
        }
        if let fault = tokens.fault(at: source.place) {
            recordAll(source.value, source.place, .lost(why: fault))
            return nil
        }
        if tokens["\(source.place)/id"] != nil {
            return accountForEnvelope(source, in: format, opening: tokens)
        }
        var target: String?
        for (token, child) in children {
            let inside = accountForRest(
                Placed(child, source.place + token), in: format, opening: tokens)
            target = target ?? inside
        }
        if let target {
            let how =
                content == nil
                ? Self.inside
                : "what it says stands there; the signature covers the original alone"
            record(source.place, .changed(to: target, how: how))
        } else {
            record(source.place, .lost(why: Self.why(source, format)))
        }
        return target
    }

    /// An envelope shares the fate of what is in it.
    private mutating func accountForEnvelope(
        _ source: Placed, in format: String, opening tokens: OpenedTokens
    ) -> String? {
        let id = Placed(source.value["id"] ?? source.value, "\(source.place)/id")
        let target = accountForRest(id, in: format, opening: tokens)
        let fate: Fate =
            target.map { .changed(to: $0, how: "an envelope, which was opened") }
            ?? .lost(why: "an envelope of which nothing inside has a place")
        record(source.place, fate)
        for (token, child) in Self.children(of: source.value) {
            recordAll(child, source.place + token, fate)
        }
        return target
    }

    private static func why(_ source: Placed, _ format: String) -> String {
        let value = source.value
        if value.isNull || value.string?.isEmpty == true
            || (value.isArray || value.isObject) && value.count == 0
        {
            return saysNothing
        }
        if value.string?.utf8.starts(with: "urn:epass:".utf8) == true {
            return "an identifier that holds in the original alone"
        }
        let names = JSONPointer(source.place)?.tokens.reversed() ?? []
        let isType =
            names.first == "type" || names.first == "entityType"
            || value.isString && names.dropFirst().first == "type"
        for name in names {
            switch name.string {
            case "proof": return "a proof covers the original, and nothing that was made from it"
            case "@context": return "it says what names mean in the original"
            case "credentialStatus", "refreshService", "credentialSchema", "termsOfUse":
                return "it is a service for the original, and says nothing of what was made from it"
            case _ where isType: continue
            case "endorsement", "endorsementJwt":
                return "\(format) has no place for what others said of it"
            case _: continue
            }
        }
        return isType
            ? onlyClass
            : "\(format) has no place for it"
    }
}

extension Fate {
    /// Where it went, if anywhere.
    var target: String? {
        switch self {
        case .carried(let place), .changed(let place, _): place
        case .lost: nil
        }
    }
}
