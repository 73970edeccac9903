import Credentials
import Crypto
import JSONText
import Multiformat
import Verification

/// What readers will ask after the issue: the status list, the refresh service, the schemas.
extension DraftWriter {
    func services(_ object: DraftObject, _ kind: CredentialKind) -> [(String, JSON?)] {
        let refresh = object.uri("refresh", web: true)
        return [
            ("credentialStatus", status(object)?.entry),
            (
                "refreshService",
                refresh.map { ["id": .string($0), "type": "1EdTechCredentialRefresh"] }
            ), ("credentialSchema", schemas(object, kind)),
        ]
    }

    // MARK: - Status

    /// `status: list.json`, `status: https://…`, `{file}`, `{list}`, or `{list, index}`.
    private func status(_ object: DraftObject) -> StatusSlot? {
        guard let value = object["status"] else { return nil }
        guard value.isObject else {
            guard let text = object.text("status") else { return nil }
            let isAddress = DraftObject.isURI(text, web: true)
            return place(isAddress ? .published(text) : .file(text), object, "status")
        }
        let members = ["list", "file", "index", "purpose"]
        guard let inner = DraftObject(value, notes, "A status", members) else { return nil }
        let (list, file) = (inner.uri("list", web: true), inner.text("file"))
        if value["list"] == nil, value["file"] == nil {
            inner.note(nil, "A status needs a list, which is its URL, or the file of one.")
        }
        guard value["index"] == nil || file != nil else {
            return numbered(inner, list).flatMap { taken($0, inner, "index") }
        }
        if let file {
            if value["index"] != nil {
                inner.note(
                    "index",
                    "A place of the list in \(file) is chosen that nobody has. Leave index out.")
            }
            guard value["list"] == nil || list != nil else { return nil }
            guard let slot = place(.file(file), inner, "file") else { return nil }
            if let list, !list.isSame(as: slot.list) {
                inner.note("list", "The list in \(file) is published at \(slot.list).")
            }
            return suited(slot, inner)
        }
        guard let list, let slot = place(.published(list), inner, "list") else { return nil }
        return suited(slot, inner)
    }

    /// The list says itself what it is for.
    private func suited(_ slot: StatusSlot, _ object: DraftObject) -> StatusSlot {
        if let purpose = object.text("purpose"), !purpose.isSame(as: slot.purpose) {
            object.note(
                "purpose",
                "The list \(slot.list) is for \(slot.purpose). Leave purpose out, or name another "
                    + "list.")
        }
        return slot
    }

    private func place(
        _ list: DraftMaterials.StatusListName, _ object: DraftObject, _ member: String
    ) -> StatusSlot? {
        switch materials.place(list) {
        case .place(let slot): return taken(slot, object, member)
        case .fault(let reason):
            object.note(member, "There is no place on this status list: \(reason).")
            return nil
        }
    }

    private func taken(
        _ slot: StatusSlot, _ object: DraftObject, _ member: String
    ) -> StatusSlot {
        if !usedPlaces.insert(Text("\(slot.list)#\(slot.index)")).inserted {
            object.note(
                member,
                "Place \(slot.index) of \(slot.list) is another credential's already: whoever "
                    + "revoked one would revoke both. Give each its own.")
        }
        return slot
    }

    /// A place that whoever wrote the draft has kept a record of.
    private func numbered(_ object: DraftObject, _ list: String?) -> StatusSlot? {
        guard let index = object.value["index"]?.integer, index >= 0 else {
            object.note(
                "index",
                "\"index\" is to be this credential's own place on the list, a number from 0 on.")
            return nil
        }
        let purpose = object.text("purpose") ?? "revocation"
        guard ["revocation", "suspension", "refresh"].contains(where: { $0.isSame(as: purpose) })
        else {
            object.note("purpose", "A status is for revocation, suspension or refresh.")
            return nil
        }
        return list.map { StatusSlot(list: $0, index: index, purpose: purpose) }
    }

    // MARK: - Schemas

    /// Schemas of the institution's own, behind the standard's (OB3-M-75).
    private func schemas(_ object: DraftObject, _ kind: CredentialKind) -> JSON? {
        guard let standard = CredentialClass(kind).schema else { return nil }
        var named = Set([standard.id.map { Text($0) }].compactMap(\.self))
        let own = object.list("schema").compactMap { value -> JSON? in
            guard let (url, json) = schema(value) else { return nil }
            if !named.insert(Text(url)).inserted {
                notes.add(
                    value, nil,
                    "The schema \(url) is named already; that of the standard is put in by itself. "
                        + "Take one out.")
            }
            return json
        }
        return own.isEmpty ? nil : .array([standard] + own)
    }

    /// What readers run: the first must be run by readers of Open Badges, the second may be.
    private static let schemaTypes = ["1EdTechJsonSchemaValidator2019", "JsonSchema"]

    private func schema(_ value: JSONValue) -> (url: String, json: JSON)? {
        guard value.isObject else {
            guard let url = value.string, DraftObject.isURI(url, web: true) else {
                notes.add(
                    value, nil,
                    "A schema is named by the URL at which it is published, or as {url: …, type: "
                        + "…, file: …}.")
                return nil
            }
            return (url, ["id": .string(url), "type": .string(Self.schemaTypes[0])])
        }
        let members = ["url", "type", "file", "digest"]
        guard let object = DraftObject(value, notes, "A schema", members) else { return nil }
        let type = object.text("type") ?? Self.schemaTypes[0]
        if !Self.schemaTypes.contains(where: { $0.isSame(as: type) }) {
            let all = Self.schemaTypes.joined(separator: ", ")
            object.note(
                "type", "\"\(type)\" is no kind of schema that readers run. There are: \(all).")
        }
        let digest = digest(object)
        if value["url"] == nil {
            object.note(nil, "\"url\" is missing: readers have the schema from there.")
        }
        guard let url = object.uri("url", web: true) else { return nil }
        let json = draftObject([
            ("id", .string(url)), ("type", .string(type)), ("digestSRI", draftText(digest)),
        ])
        return (url, json)
    }

    /// As it is written, or of the file that is published at the URL.
    private func digest(_ object: DraftObject) -> String? {
        let written = object.text("digest")
        if let written, SubresourceDigest(written) == nil {
            object.note(
                "digest",
                "\"\(written)\" is no digest, which is sha256-, sha384- or sha512- and base64. "
                    + "Write file: … in its place, and it is worked out.")
            return nil
        }
        guard let file = object.text("file") else { return written }
        switch materials.read(file, nil, Limits.jsonBytes) {
        case .fault(let reason):
            object.note("file", "The schema \(file) cannot be read: \(reason).")
            return nil
        case .octets(let octets):
            do { _ = try JSONDocument(parsing: octets) } catch {
                object.note("file", "The schema \(file) is no JSON: \(error).")
                return nil
            }
            if let written, let digest = SubresourceDigest(written), !digest.fits(octets) {
                object.note("digest", "This is not the digest of \(file). Leave one of them out.")
            }
            return written ?? "sha384-" + Base64.encode(Array(SHA384.hash(data: octets)))
        }
    }
}
