import Credentials
import JSONText

/// Do the links to evidence lead somewhere that a reader can go, and should (OB3-M-62)?
///
/// Nothing is fetched. A verifier that followed them would do what a stranger wrote.
struct EvidenceCheck {
    let credential: Credential

    var answers: [Check] {
        var faults = FaultList()
        // AMB-32: older credentials have it at the subject.
        let older = credential.subjects.flatMap { $0.many("evidence", as: Evidence.self) }
        for evidence in credential.evidence + older { note(evidence, &faults) }
        return faults.answers
    }

    private func note(_ evidence: Evidence, _ faults: inout FaultList) {
        guard let link = evidence.json["id"] else {
            let texts = [
                evidence.narrative, evidence.name, evidence.description, evidence.genre,
            ]
            guard texts.allSatisfy({ $0?.isEmpty ?? true }) else { return }
            faults.note(
                .evidenceEmpty, at: credential.place(of: evidence.json),
                "This evidence has neither a link nor a word: it shows nothing.")
            return
        }
        guard let url = link.string, !url.isEmpty else {
            faults.note(
                .evidenceEmpty, at: credential.place(of: link),
                "The link of this evidence is empty.")
            return
        }
        noteLink(url, link, &faults)
    }

    private func noteLink(_ url: String, _ link: JSONValue, _ faults: inout FaultList) {
        let parts = URIReference(url)
        guard let scheme = parts.scheme?.lowercased() else {
            faults.note(
                .evidenceDangling, at: credential.place(of: link),
                "\"\(Quoted.short(url))\" is no whole address; nobody can tell where it leads.")
            return
        }
        switch Text(scheme) {
        case "https", "http":
            noteHost(parts, scheme, url, link, &faults)
        case "urn", "did", "ipfs", "doi", "mailto", "ni", "hdl", "ark": return
        case "data": noteData(url, link, &faults)
        default:
            faults.note(
                .evidenceUnsafe, at: credential.place(of: link),
                "\"\(Quoted.short(url))\" is an address of kind \"\(Quoted.short(scheme))\", which "
                    + "evidence on the web does not have. Do not open it.")
        }
    }

    private func noteHost(
        _ parts: URIReference, _ scheme: String, _ url: String, _ link: JSONValue,
        _ faults: inout FaultList
    ) {
        let authority = parts.authority ?? ""
        if authority.utf8.contains(UInt8(ascii: "@")) {
            faults.note(
                .evidenceUnsafe, at: credential.place(of: link),
                "\"\(Quoted.short(url))\" has a user or password before its host, or a host that "
                    + "is made to look like another. Do not open it.")
        } else if case .here(let why) = HostReach(authority: authority) {
            faults.note(
                .evidencePrivate, at: credential.place(of: link),
                "\"\(Quoted.short(url))\" cannot be reached by others: its host \(why).")
        } else if scheme.isSame(as: "http") {
            faults.note(
                .evidenceUnprotected, at: credential.place(of: link),
                "\"\(Quoted.short(url))\" is reached without encryption; what is shown there can "
                    + "be changed on its way.")
        }
    }

    /// What a browser would run, if somebody opened it.
    private func noteData(_ url: String, _ link: JSONValue, _ faults: inout FaultList) {
        let type = String(Substring(url.utf8.dropFirst(5).prefix { !",;".utf8.contains($0) }))
            .lowercased()
        guard ["html", "xml", "svg", "javascript", "ecmascript"].contains(where: type.contains)
        else { return }
        faults.note(
            .evidenceUnsafe, at: credential.place(of: link),
            "The evidence is a document inside the link, of kind \"\(Quoted.short(type))\", which "
                + "a browser would run. Do not open it.")
    }
}
