import JSONText

extension Compaction {
    /// The value compaction algorithm (section 6.3).
    func compactValue(
        _ value: ElementMap, of property: Text?, _ active: ActiveContext
    ) throws(JSONLDError) -> Element {
        let definition = property.flatMap { active.terms[$0] }
        let coercion = definition?.coercion ?? .absent
        if value.has("@id"), value.count == (value.has("@index") ? 2 : 1) {  // 6
            switch (coercion, value["@id"]?.text) {
            case (.id, let id?): return .string(try iri(id, active, vocab: false))
            case (.vocab, let id?): return .string(try iri(id, active))
            default: return .map(try compactKeys(of: value, active))
            }
        }
        guard let content = value["@value"] else {
            return .map(try compactKeys(of: value, active))
        }
        if let type = value["@type"]?.text {  // 7, 8
            if isCoercion(coercion, to: type) { return content }
            return .map(try compactKeys(of: value, active))
        }
        if coercion == .none { return .map(try compactKeys(of: value, active)) }
        let isBare =  // 9, 10
            content.text == nil || isTagged(value, as: definition, active)
        let keepsIndex =
            value.has("@index") && !(definition?.container.contains(.index) ?? false)
        return isBare && !keepsIndex ? content : .map(try compactKeys(of: value, active))
    }

    private func isCoercion(_ coercion: TermDefinition.Coercion, to type: Text) -> Bool {
        switch coercion {
        case .iri(let iri): iri == type
        case .json: type == "@json"
        case .absent, .id, .vocab, .none: false
        }
    }

    /// Whether language and direction are those that the term or the context gives by itself.
    private func isTagged(
        _ value: ElementMap, as definition: TermDefinition?, _ active: ActiveContext
    ) -> Bool {
        let language: Text? =
            switch definition?.language ?? .absent {
            case .value(let language): language
            case .none: nil
            case .absent: active.language
            }
        let direction: TermDefinition.Direction? =
            switch definition?.direction ?? .absent {
            case .value(let direction): direction
            case .none: nil
            case .absent: active.direction
            }
        return value["@language"]?.text?.string.lowercased() == language?.string.lowercased()
            && value["@direction"]?.text?.string == direction?.name
    }

    /// Steps 8.1 and 11.
    private func compactKeys(
        of value: ElementMap, _ active: ActiveContext
    ) throws(JSONLDError) -> ElementMap {
        let result = ElementMap()
        for entry in value.entries {
            var content = entry.value
            if entry.key == "@type", let type = content.text {
                content = .string(try iri(type, active))
            }
            result[try iri(entry.key, active)] = content
        }
        return result
    }
}
