import JSONText

/// Reads alignments: what a framework elsewhere calls the same thing.
enum AlignmentReading {
    static func item(_ alignment: ObjectReading, language: String? = nil) -> Item {
        var alignment = alignment
        alignment.isShownElsewhere("type")
        var item = Item()
        let address = alignment.text("targetUrl")
        item.title =
            alignment.phrase("targetName", language: language)
            ?? Phrase(address ?? "Alignment without a name")
        item.link = address.flatMap(Link.init)
        let framework =
            alignment.phrase("targetFramework", language: language)
            ?? alignment.phrase("educationalFramework", language: language)
            ?? alignment.phrase("frameworkName", language: language)
        let code = alignment.text("targetCode")
        let type = alignment.text("targetType").map(Words.alignmentType)
        let place = [framework?.text, code, type].compactMap(\.self).joined(separator: " · ")
        if !place.isEmpty { item.notes.append(Phrase(place)) }
        if let text = alignment.phrase("targetDescription", language: language) {
            item.notes.append(text)
        }
        if let address, item.link == nil { item.notes.append(Phrase(address)) }
        item.more = alignment.rest()
        return item
    }
}

/// Reads evidence: what was made or done. Nothing of it is fetched, links only lead there.
enum EvidenceReading {
    static func item(_ evidence: ObjectReading, language: String?) -> Item {
        var evidence = evidence
        evidence.isShownElsewhere("type")
        var item = Item()
        let id = evidence.text("id")
        item.title = evidence.phrase("name", language: language)
        item.link = id.flatMap(Link.init)
        let about = [evidence.text("genre"), evidence.text("audience").map { "for \($0)" }]
            .compactMap(\.self).joined(separator: " · ")
        if !about.isEmpty { item.notes.append(Phrase(about)) }
        for name in ["description", "narrative"] {
            if let text = evidence.phrase(name, language: language) { item.notes.append(text) }
        }
        if let id, item.link == nil {
            item.notes.append(Phrase(EmbeddedFile(id)?.words ?? id))
        }
        for artifact in evidence.objects("artifacts") {
            item.notes += notes(ofArtifact: artifact, language: language, item: &item)
        }
        if item.title == nil {
            item.title = Phrase(item.link == nil ? "Evidence" : id ?? "Evidence")
        }
        item.more += evidence.rest()
        return item
    }

    /// Evidence of which the record has the address alone.
    static func item(at address: String) -> Item {
        var item = Item()
        item.link = Link(address)
        item.title = Phrase(EmbeddedFile(address)?.words ?? address)
        return item
    }

    private static func notes(
        ofArtifact artifact: ObjectReading, language: String?, item: inout Item
    ) -> [Phrase] {
        var artifact = artifact
        artifact.isShownElsewhere("type")
        let name = artifact.phrase("name", language: language)
        let about = artifact.phrase("description", language: language)
        let address = artifact.text("url").map { Phrase(EmbeddedFile($0)?.words ?? $0) }
        item.more += artifact.rest()
        return [name, about, address].compactMap(\.self)
    }
}

/// A file that stands in the record itself as a `data:` address.
struct EmbeddedFile {
    let words: String

    init?(_ address: String) {
        guard address.utf8.starts(with: "data:".utf8), address.utf8.count > 256 else { return nil }
        let type = address.utf8.dropFirst(5).prefix { $0 != 0x3B && $0 != 0x2C }
        let kilobytes = max(1, address.utf8.count * 3 / 4 / 1000)
        let name = String(decoding: type, as: UTF8.self)
        words =
            "a file inside the record (\(name), about \(kilobytes) kB); its octets are in the source"
    }
}
