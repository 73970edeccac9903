import Credentials
import JSONLD
import JSONText
import Verification

/// All that is wrong with a draft, where signing ends at the first thing.
extension Issuance {
    /// The error that ended the work, and everything else that the draft has wrong.
    func whole(
        _ error: IssuanceError, _ request: IssuanceRequest, as token: TokenRequest? = nil
    ) async -> IssuanceError {
        guard error.isOfDraft else { return error }
        let preview = await preview(request, as: token)
        return preview.refusal ?? error
    }

    /// What of a credential has no meaning under its contexts, or none in RDF.
    ///
    /// - Parameters:
    ///   - draft: what it was made of.
    ///   - place: where that stands in the draft of the whole.
    func refusals(
        of json: JSON, draft: JSONValue, at place: JSONPointer
    ) async -> FaultList {
        var list = FaultList()
        let document: JSONDocument
        do {
            document = try Self.document(json)
        } catch {
            list.add(error.inside(place))
            return list
        }
        let root = document.root
        func placed(_ fault: IssuanceError) -> IssuanceError {
            fault.placed { place.appending(draft.draftPlace(of: $0, in: root)) }
        }
        let processor = JSONLDProcessor(contexts: contexts, options: .credential)
        do throws(IssuanceError) {
            let refusals = try await withContexts { () async throws(IssuanceError) -> Refusals in
                do throws(JSONLDError) {
                    return try processor.refusals(of: root, leavingOut: ["proof"])
                } catch {
                    throw Self.error(.jsonLD(error))
                }
            }
            for fault in refusals.faults {
                let told = placed(.notSignable(fault.sentence, fault.pointer))
                list.add(told)
                guard let place = told.place else { continue }
                if let near = fault.nearWord { list.note(meant: near, at: place) }
                if fault.code == .droppedValue { list.note(value: place) }
            }
            list.leaveOut(refusals.omitted)
        } catch {
            var unknown: [IssuanceError] = []
            if case .contextUnknown = error { unknown = await unknownContexts(of: root) }
            for fault in unknown.isEmpty ? [error] : unknown { list.add(placed(fault)) }
        }
        return list
    }

    /// Each context that a document names and that is nowhere to be had, once.
    private func unknownContexts(of root: JSONValue) async -> [IssuanceError] {
        let lookups = source.forOneVerification()
        var asked: Set<Text> = []
        var unknown: [IssuanceError] = []
        for context in root.namedContexts(atMost: Limits.draftProblems) {
            guard let url = context.text, asked.insert(url).inserted,
                contexts.context(at: url) == nil
            else { continue }
            if case .found(let bytes, mediaType: _) = await lookups.document(
                at: url, as: .context), contexts.add(bytes, at: url)
            {
                continue
            }
            unknown.append(.contextUnknown(url: url.string, context.pointer))
        }
        return unknown
    }
}

extension JSONValue {
    /// The texts that stand as contexts, at any depth.
    fileprivate func namedContexts(atMost most: Int) -> [JSONValue] {
        var found: [JSONValue] = []
        collectContexts(&found, most)
        return found
    }

    private func collectContexts(_ found: inout [JSONValue], _ most: Int) {
        guard found.count < most else { return }
        if isArray {
            for element in elements { element.collectContexts(&found, most) }
        }
        guard isObject else { return }
        for member in members {
            if member.hasName("@context") {
                found += member.value.oneOrMore.filter { $0.string != nil }.prefix(most)
            } else {
                member.value.collectContexts(&found, most)
            }
        }
    }
}

extension JSONLDError {
    /// For whoever wrote the draft: what, why, and what to do. The place is told beside it.
    var sentence: String {
        switch code {
        case .undefinedTerm:
            "\(detail), so that the signature would leave it out. "
                + (nearWord.map { "Is it \"\($0)\"?" }
                    ?? "Correct it, take it out, or name a context in \"@context\" that defines it.")
        case .droppedValue:
            "\(detail), so that the signature would leave it out. Correct it, or take it out."
        case .notCompacted: "\(detail). Write it by that name."
        case .limitExceeded: "it passes a limit: \(detail)"
        default: "\(code.rawValue): \(detail)"
        }
    }
}
