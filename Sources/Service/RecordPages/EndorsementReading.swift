import JSONText

/// Reads endorsements: who says what about a credential, an achievement or an issuer.
enum EndorsementReading {
    static func items(
        of holder: inout ObjectReading, reading: RecordReading, language: String?
    ) -> [Item] {
        let endorsements = holder.objects("endorsement") + holder.objects("endorsements")
        let compact =
            tokens("endorsementJwt", of: &holder) + tokens("signedEndorsements", of: &holder)
        return endorsements.map { item($0, reading: reading, language: language) }
            + compact.map { text, at in
                if let value = reading.decoded[Text(at)] {
                    return item(
                        ObjectReading(value, at: at), reading: reading, language: language)
                }
                var item = Item()
                item.title = Phrase("An endorsement as compact token")
                item.more = [DataLine(path: "token", value: text)]
                decorate(&item, at: at, value: nil, reading: reading)
                return item
            }
    }

    /// Compact tokens with the place of each.
    private static func tokens(
        _ name: String, of holder: inout ObjectReading
    ) -> [(text: String, at: String)] {
        guard let value = holder.value[name] else { return [] }
        let (place, isList) = (holder.pointer(name), value.isArray)
        return holder.texts(name).enumerated().map { index, text in
            (text, isList ? "\(place)/\(index)" : place)
        }
    }

    private static func item(
        _ endorsement: ObjectReading, reading: RecordReading, language: String?
    ) -> Item {
        var endorsement = endorsement
        let verdict = reading.verdict(at: endorsement.at)
        let issuer = Issuer(of: endorsement.value, verdict: verdict)
        var item = Item()
        let from =
            endorsement.text("validFrom") ?? endorsement.text("issuanceDate")
            ?? endorsement.text("issuedOn")
        if var subject = endorsement.object("credentialSubject") ?? endorsement.object("claim") {
            subject.isShownElsewhere("type")
            item.quote = subject.phrase("endorsementComment", language: language)
            item.more += subject.rest()
        }
        item.title = endorsement.phrase("name", language: language)
        if let text = endorsement.phrase("description", language: language) {
            item.notes.append(text)
        }
        let by = [issuer.fullWords, from.map { Moment.day($0).words }]
        item.notes.append(Phrase(by.compactMap(\.self).joined(separator: " · ")))
        item.more += endorsement.rest()
        decorate(&item, at: endorsement.at, value: endorsement.value, reading: reading)
        return item
    }

    private static func decorate(
        _ item: inout Item, at pointer: String, value: JSONValue?, reading: RecordReading
    ) {
        item.checksAnchor = reading.checksAnchor(at: pointer)
        item.sourceLine = value.flatMap { reading.source.line(of: $0) }
        if let verdict = reading.verdict(at: pointer) {
            let issuer = Issuer(of: value, verdict: verdict)
            item.mark = Mark(verdict, inside: reading.outer, issuer: issuer)
        }
    }
}
