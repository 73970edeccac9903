import JSONText

/// Keywords of the context (JSON-LD API section 4.1.2, steps 5.7 to 5.11).
extension TermMaker {
    mutating func readKeywords() throws(JSONLDError) {
        if let base = members["@base"], arguments.remoteContexts.isEmpty { try read(base: base) }
        if let vocab = members["@vocab"] { try read(vocab: vocab) }
        if let language = members["@language"] { try read(language: language) }
        if let direction = members["@direction"] { try read(direction: direction) }
        if let propagate = members["@propagate"] {
            try refuseIn1_0("@propagate", .invalidContextEntry)
            guard propagate.kind == .bool else {
                throw JSONLDError(.invalidPropagateValue, "@propagate must be true or false")
            }
        }
        if let protected = members["@protected"] {
            isProtectedByDefault = try read(protected: protected)
        }
    }

    private mutating func read(base: JSONValue) throws(JSONLDError) {
        if base.isNull {
            draft.base = nil
        } else if let text = base.text, IRIReference.isAbsolute(text.string.utf8) {
            draft.base = text
        } else if let text = base.text, let current = draft.base {
            draft.base = Text(IRIReference.resolve(text.string, against: current.string))
        } else {
            throw JSONLDError(.invalidBaseIRI, "@base must be an IRI or null")
        }
    }

    private mutating func read(vocab: JSONValue) throws(JSONLDError) {
        if vocab.isNull {
            draft.vocab = nil
            return
        }
        guard let text = vocab.text else {
            throw JSONLDError(.invalidVocabMapping, "@vocab must be an IRI or null")
        }
        let isRelative =
            !IRIReference.isAbsolute(text.string.utf8) && !text.string.utf8.starts(with: "_:".utf8)
        if is1_0, isRelative {
            throw JSONLDError(.invalidVocabMapping, "@vocab must be absolute: \(text)")
        }
        // The terms of this context are not at hand yet: it is by those around it that this is read.
        guard let iri = try expanded(text, vocab: true, documentRelative: true, beforeTerms: true),
            Keyword(iri) == nil
        else {
            throw JSONLDError(.invalidVocabMapping, "@vocab means nothing: \(text)")
        }
        draft.vocab = iri
    }

    private mutating func read(language: JSONValue) throws(JSONLDError) {
        guard language.isNull || language.isString else {
            throw JSONLDError(.invalidDefaultLanguage, "@language must be text or null")
        }
        draft.language = language.text
    }

    private mutating func read(direction: JSONValue) throws(JSONLDError) {
        try refuseIn1_0("@direction", .invalidContextEntry)
        draft.direction = try Self.direction(direction).flatMap { $0 }
    }

    static func direction(
        _ value: JSONValue
    ) throws(JSONLDError) -> TermDefinition.Direction? {
        if value.isNull { return nil }
        guard let direction = value.text.flatMap({ TermDefinition.Direction($0) }) else {
            throw JSONLDError(.invalidBaseDirection, "@direction must be \"ltr\" or \"rtl\"")
        }
        return direction
    }

    func read(protected: JSONValue) throws(JSONLDError) -> Bool {
        guard let value = protected.bool else {
            throw JSONLDError(.invalidProtectedValue, "@protected must be true or false")
        }
        return value
    }

    func refuseIn1_0(_ name: String, _ code: JSONLDErrorCode) throws(JSONLDError) {
        if is1_0 { throw JSONLDError(code, "\(name) does not exist in json-ld-1.0") }
    }
}
