import JSONText
import Synchronization

/// What stands in a document and is none of its statements: no signature over RDF says anything
/// of it, and it can be added or taken away with the signature fitting all the same.
///
/// Kept for one document, whatever else is read by the same options: parts of it that were written
/// anew have other places.
package final class UnstatedParts: Sendable {
    package enum Part: Hashable, Sendable {
        /// A member or element without anything to say (`null`, an empty list), under a term of the
        /// known contexts.
        case empty
        /// The same under a name that only further contexts give a meaning to.
        case emptyAndForeign
        /// A context that is written into the document.
        case context
    }

    private struct State {
        var places: [Part: Set<Int>] = [:]
    }

    private let document: JSONDocument
    private let state = Mutex(State())

    package init(of document: JSONDocument) { self.document = document }

    /// The first that were met, in the order of the text; never more than are told.
    package func places(_ part: Part) -> [JSONPointer] {
        state.withLock { $0.places[part, default: []].sorted() }
            .map { JSONValue(document: document, index: $0).pointer }
    }

    func note(_ part: Part, _ place: Int, in document: JSONDocument) {
        guard document === self.document else { return }
        state.withLock { state in
            guard state.places[part, default: []].count < Limits.toldFaults else { return }
            state.places[part, default: []].insert(place)
        }
    }
}

extension Expansion {
    /// Whether it is told of what says nothing at all.
    var tellsUnstated: Bool { options.unstated != nil }

    /// A value of a property, or the property itself, that comes to nothing. Of a list that is not
    /// empty its elements are told.
    func noteEmpty(_ place: Int, _ property: ActiveProperty) {
        guard let unstated = options.unstated else { return }
        guard tape.kind(place) != .array || tape.count(place) == 0 else { return }
        unstated.note(isForeign(property) ? .emptyAndForeign : .empty, place, in: document)
    }

    /// The objects among the contexts that the document writes down itself.
    func noteInline(_ context: JSONValue) {
        guard let unstated = options.unstated else { return }
        for local in context.oneOrMore where local.isObject {
            unstated.note(.context, local.index, in: local.document)
        }
    }

    private func isForeign(_ property: ActiveProperty) -> Bool {
        guard let name = unsafe property.name else { return false }
        guard let iri = unsafe property.definition?.pointee.iri else { return true }
        guard let names = options.names, hasFurtherContexts else { return false }
        return unsafe !names.has(Text(String(decoding: name, as: UTF8.self)), for: iri)
    }
}
