import JSONText
import RDF

/// What safe mode refuses in a document, gathered where each is met and the reading goes on.
final class RefusedParts {
    private var faults: [(place: Int, error: JSONLDError)] = []
    private var places: Set<Int> = []
    private(set) var omitted = 0
    private let most: Int

    init(atMost most: Int) { self.most = most }

    var isEmpty: Bool { faults.isEmpty }

    /// Whether nothing was said of the place so far, and there is room to say it.
    func takes(_ place: Int) -> Bool {
        guard places.insert(place).inserted else { return false }
        guard faults.count < most else { omitted += 1; return false }
        return true
    }

    /// - Parameter place: one that was taken, or -1.
    func add(_ error: JSONLDError, _ place: Int) {
        guard faults.count < most else { omitted += 1; return }
        faults.append((place, error))
    }

    /// In the order of the text.
    var inOrder: [JSONLDError] {
        faults.enumerated().sorted { one, other in
            (one.element.place, one.offset) < (other.element.place, other.offset)
        }.map(\.element.error)
    }
}

/// Everything that safe mode refuses in a document.
package struct Refusals: Sendable {
    /// In the order of the text.
    package let faults: [JSONLDError]
    /// How many more there are.
    package let omitted: Int
}

extension JSONLDProcessor {
    /// Reads a document as for RDF in safe mode, and tells all that this would refuse, where
    /// ``toRDF(_:leavingOut:context:)`` ends at the first. A type that nobody knows is told, and
    /// the members beside it are read as those of the one that was meant, if that can be guessed.
    ///
    /// It ends with an error only at what leaves the rest open: a context that cannot be had, or a
    /// limit that is passed.
    package func refusals(
        of value: JSONValue, leavingOut: [String] = [], atMost most: Int = Limits.draftProblems
    ) throws(JSONLDError) -> Refusals {
        var options = options
        options.isSafe = true
        let refused = RefusedParts(atMost: most)
        var expansion = makeExpansion(value, options: options)
        expansion.refused = refused
        expansion.emitsEarly = true
        do throws(JSONLDError) {
            let items = try expansion.top(value, leavingOut: leavingOut, context: nil)
            for item in items { try expansion.emitTop(item) }
        } catch {
            try expansion.refuse(error, value.index)
        }
        return Refusals(faults: refused.inOrder, omitted: refused.omitted)
    }
}

extension Expansion {
    /// Notes an error and goes on after the member in which it was met, where all are asked for.
    func refuse(_ error: JSONLDError, _ place: Int) throws(JSONLDError) {
        guard let refused, error.code.isOfOnePart else { throw error }
        if refused.takes(place) { refused.add(error.located(at: value(place).pointer), place) }
    }

    /// A member that no context defines. What has a known type inside of it is read all the same.
    mutating func dropMember(
        _ name: UnsafeBufferPointer<UInt8>, _ value: Int, _ active: ActiveContext,
        _ draft: ObjectDraft
    ) throws(JSONLDError) {
        guard let refused else { return try unsafe drop(.undefinedTerm, value, undefined(name)) }
        guard options.isSafe else { return }
        // What the members of something unknown mean is said once it is known.
        if !draft.isOfUnknownType, refused.takes(value) {
            var error = unsafe error(.undefinedTerm, undefined(name), value)
            unsafe error.nearWord = nearWord(to: name, in: active)
            refused.add(error, value)
        }
        for element in elements(at: value) where isOfKnownType(element, active) {
            var items: ExpandedItems = []
            let property = unsafe ActiveProperty(kind: .term, name: name, definition: nil)
            try expand(element, property, active, into: &items)
            for item in items { try emitTop(item) }
        }
    }

    func dropType(_ element: Int, _ active: ActiveContext) throws(JSONLDError) {
        let name = unsafe text(element)
        guard let refused else { return try unsafe drop(.undefinedTerm, element, undefined(name)) }
        guard options.isSafe, refused.takes(element) else { return }
        var error = unsafe error(.undefinedTerm, undefined(name), element)
        unsafe error.nearWord = nearWord(to: name, in: active)
        refused.add(error, element)
    }

    // MARK: - What was meant

    /// The definition of a type; where all faults are asked for, of the one that was meant.
    func definition(
        ofType type: Int, _ active: ActiveContext
    ) -> UnsafePointer<TermDefinition>? {
        let name = unsafe text(type)
        if let known = unsafe active.definition(name) { return unsafe known }
        guard refused != nil, unsafe !name.contains(UInt8(ascii: ":")),
            let near = unsafe nearWord(to: name, in: active)
        else { return nil }
        return unsafe active.definition(heldCopy(of: Text(near)))
    }

    /// Whether there are types, and none of them is known or nearly known.
    func areAllUnknown(_ values: [Int], _ active: ActiveContext) -> Bool {
        let types = values.flatMap { self.types(at: $0) }
        return !types.isEmpty && types.allSatisfy { isUnknown($0, active) }
    }

    private func isUnknown(_ type: Int, _ active: ActiveContext) -> Bool {
        let name = unsafe text(type)
        return unsafe !name.contains(UInt8(ascii: ":"))
            && definition(ofType: type, active) == nil && active.vocab == nil
    }

    private func isOfKnownType(_ place: Int, _ given: ActiveContext) -> Bool {
        guard tape.kind(place) == .object else { return false }
        let active = given.previous ?? given
        var types: [Int] = []
        var name = place + 1
        for _ in 0..<tape.count(place) {
            if unsafe keyword(of: text(name), active) == .type {
                types += self.types(at: name + 1)
            }
            name = tape.next(name + 1)
        }
        return types.contains { !isUnknown($0, active) }
    }

    private func elements(at place: Int) -> [Int] {
        guard tape.kind(place) == .array else { return [place] }
        var elements: [Int] = []
        var element = place + 1
        for _ in 0..<tape.count(place) {
            elements.append(element)
            element = tape.next(element)
        }
        return elements
    }

    /// More terms than the standards have are not gone through.
    private static let mostTerms = 2_000

    private func nearWord(
        to name: UnsafeBufferPointer<UInt8>, in active: ActiveContext
    ) -> String? {
        guard name.count <= 40, active.terms.count <= Self.mostTerms else { return nil }
        let words = active.terms.compactMap { term, definition in
            definition.iri != nil || definition.keyword != nil ? term.string : nil
        }
        let written = unsafe String(decoding: name, as: UTF8.self)
        return NearWord.nearest(to: written, in: words.sorted { Text($0) < Text($1) })
    }
}

extension JSONLDErrorCode {
    /// Whether the rest of a document can be read beside it.
    var isOfOnePart: Bool {
        switch self {
        case .collidingKeywords, .conflictingIndexes, .invalidIDValue, .invalidIncludedValue,
            .invalidIndexValue, .invalidJSONLiteral, .invalidLanguageMapValue,
            .invalidLanguageTaggedString, .invalidLanguageTaggedValue, .invalidNestValue,
            .invalidReversePropertyMap, .invalidReversePropertyValue, .invalidReverseValue,
            .invalidScriptElement, .invalidSetOrListObject, .invalidTypeValue, .invalidTypedValue,
            .invalidValueObject, .invalidValueObjectValue, .listOfLists, .invalidBaseDirection,
            .undefinedTerm, .droppedValue, .notCompacted:
            true
        case .contextOverflow, .cyclicIRIMapping, .invalidBaseIRI, .invalidContainerMapping,
            .invalidContextEntry, .invalidContextNullification, .invalidDefaultLanguage,
            .invalidEmbedValue, .invalidFrame, .invalidImportValue, .invalidIRIMapping,
            .invalidKeywordAlias, .invalidLanguageMapping, .invalidLocalContext,
            .invalidPrefixValue, .invalidPropagateValue, .invalidProtectedValue,
            .invalidRemoteContext, .invalidReverseProperty, .invalidScopedContext,
            .invalidTermDefinition, .invalidTypeMapping, .invalidVersionValue,
            .invalidVocabMapping, .iriConfusedWithPrefix, .keywordRedefinition,
            .loadingDocumentFailed, .loadingRemoteContextFailed, .processingModeConflict,
            .protectedTermRedefinition, .recursiveContextInclusion, .limitExceeded:
            false
        }
    }
}
