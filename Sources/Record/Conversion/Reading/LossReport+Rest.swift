import JSONText

extension LossReport {
    /// Nothing leaves in silence. What no rule took is told as lost; what holds something that was
    /// taken went with it.
    /// - Returns: where what is inside went, if anywhere.
    @discardableResult
    mutating func accountForRest(_ source: Placed, in format: String) -> String? {
        if let fate = fate(of: source.place) {
            // What was taken as a whole is accounted for with all inside it.
            for (token, child) in Self.children(of: source.value) {
                accountForRest(Placed(child, source.place + token), in: format)
            }
            return fate.target
        }
        var target: String?
        for (token, child) in Self.children(of: source.value) {
            let inside = accountForRest(Placed(child, source.place + token), in: format)
            target = target ?? inside
        }
        if let target {
            record(source.place, .changed(to: target, how: "what is inside it stands there"))
        } else {
            record(source.place, .lost(why: Self.why(source, format)))
        }
        return target
    }

    private static func why(_ source: Placed, _ format: String) -> String {
        let value = source.value
        if value.isNull || value.string?.isEmpty == true
            || (value.isArray || value.isObject) && value.count == 0
        {
            return "it says nothing"
        }
        if value.string?.utf8.starts(with: "urn:epass:".utf8) == true {
            return "an identifier that holds in the original alone"
        }
        let names = JSONPointer(source.place)?.tokens.reversed() ?? []
        if names.first == "type" || value.isString && names.dropFirst().first == "type" {
            return "it only says of which class this part of the original is"
        }
        for name in names {
            switch name.string {
            case "proof": return "a proof covers the original, and nothing that was made from it"
            case "@context": return "it says what names mean in the original"
            case "credentialStatus", "refreshService", "credentialSchema", "termsOfUse":
                return "it is a service for the original, and says nothing of what was made from it"
            case "endorsement", "endorsementJwt":
                return "\(format) has no place for what others said of it"
            case _: continue
            }
        }
        if value.isString, names.dropFirst().first == "verifiableCredential" {
            return "a token inside the record: convert it by itself"
        }
        return "\(format) has no place for it"
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
