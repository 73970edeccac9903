import JSONLD
import JSONText

/// What stands in a credential and is none of the statements that its proof over RDF covers.
///
/// A member with nothing to say makes no statement, and a context is none: both can be added after
/// signing. Where a name is of the known contexts, an empty value says what its absence says; any
/// other was put there by somebody, and nothing shows that it was the issuer.
struct UnstatedCheck {
    let parts: UnstatedParts

    var terms: [Check] {
        parts.places(.emptyAndForeign).map { place in
            Check(
                .termUncovered,
                "\"\(name(at: place))\" is no name that is known here and says nothing, so the "
                    + "signature does not cover it: anybody could have added it. The issuer must "
                    + "leave it out.", at: place)
        }
            + parts.places(.empty).map { place in
                Check(
                    .termEmpty,
                    "\"\(name(at: place))\" says nothing, so the signature does not cover it: it may "
                        + "have been added after signing, and counts as if it were not there.",
                    at: place)
            }
    }

    var contexts: [Check] {
        parts.places(.context).map { place in
            Check(
                .contextInline,
                "A context is written into the credential. The signature covers what the members "
                    + "say by it, and not the context itself: what else it defines may have been "
                    + "added after signing.", at: place)
        }
    }

    /// The member: elements of a list have none of their own.
    private func name(at place: JSONPointer) -> String {
        place.tokens.last(where: { token in
            !token.string.utf8.allSatisfy { $0 &- 0x30 < 10 }
        })?.string ?? ""
    }
}
