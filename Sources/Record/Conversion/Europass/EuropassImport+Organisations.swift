import JSONText

extension EuropassImport {
    mutating func profile(_ body: Placed, _ place: String) -> JSON {
        if let id = body.text {
            report.record(body.place, .carried(to: "\(place)/id"))
            return ["id": .string(id), "type": ["Profile"]]
        }
        var made = Members()
        report.put(body["id"], "id", in: &made, at: place)
        if !made.has("id") { made.set("id", .string(newID())) }
        made.set("type", ["Profile"])
        report.says(body["type"], at: "\(place)/type", how: "a Profile")
        put(body["legalName"] ?? body["prefLabel"], "name", &made, place)
        notes(body, ["description"], &made, place)
        report.put(
            body.each("homepage").first?["contentURL"], "url", in: &made, at: place)
        for name in ["registration", "eIDASIdentifier", "vatIdentifier", "taxIdentifier"] {
            for entry in body.each(name) { other(entry, "ext:\(name)", &made, place) }
        }
        for entry in body.each("identifier") {
            other(
                entry, Self.identifierType(entry["schemeName"]?.text ?? "identifier"), &made, place)
        }
        logo(body["logo"], &made, place)
        if !made.has("image") { picture(body, &made, place) }
        let contact = body.each("contactPoint").first
        if let mailbox = contact?.each("emailAddress").first?["id"], let text = mailbox.text {
            report.put(
                mailbox, "email", in: &made, at: place, text: Self.address(text),
                how: "without mailto:")
        }
        report.put(
            contact?.each("phone").first?["phoneNumber"], "phone", in: &made, at: place)
        address(
            contact?.each("address").first ?? body.each("location").first?["address"]?.each.first,
            &made, place)
        return made.json
    }

    /// A picture by its address, or with its octets inside as the issuer of Europass writes it.
    private mutating func logo(_ source: Placed?, _ made: inout Members, _ place: String) {
        guard let source else { return }
        let at = "\(place)/image"
        var image = Members()
        if !report.put(source["contentURL"], "id", in: &image, at: at),
            let content = source["content"], let octets = content.text
        {
            let type = source["contentType"]?["id"]?.text ?? ""
            let media = ["PNG": "image/png", "JPEG": "image/jpeg", "SVG": "image/svg+xml"].first {
                type.hasSuffix("/file-type/\($0.key)")
            }
            guard let media else { return }
            report.put(
                content, "id", in: &image, at: at, text: "data:\(media.value);base64,\(octets)",
                how: "as a data URL")
            report.says(source["contentType"], at: "\(at)/id", how: "the media type")
            report.says(source["contentEncoding"], at: "\(at)/id", how: "base64")
        }
        guard image.has("id") else { return }
        image.set("type", "Image")
        put(source["title"], "caption", &image, at)
        report.says(source["type"], at: "\(at)/type", how: "an Image")
        made.set("image", image.json)
    }

    /// A picture of which a note has the address.
    private mutating func picture(
        _ body: Placed, _ made: inout Members, _ place: String
    ) {
        var image = Members()
        notes(body, ["image", "caption"], &image, "\(place)/image", naming: ["image": "id"])
        guard image.has("id") else { return }
        image.set("type", "Image")
        made.set("image", image.json)
    }

    mutating func other(
        _ entry: Placed, _ type: String, _ made: inout Members, _ place: String
    ) {
        guard let notation = entry["notation"], let text = notation.text else { return }
        let index = made.append(
            [
                "type": "IdentifierEntry", "identifier": .string(text),
                "identifierType": .string(type),
            ], to: "otherIdentifier")
        let at = "\(place)/otherIdentifier/\(index)"
        report.went(notation, to: "\(at)/identifier", as: text, how: nil)
        report.says(entry["schemeName"], at: "\(at)/identifierType", how: "as a type")
        report.says(entry["type"], at: "\(at)/type", how: "an IdentifierEntry")
    }

    mutating func address(
        _ source: Placed?, _ made: inout Members, _ place: String
    ) {
        guard let source else { return }
        var address = Members()
        put(source["fullAddress"]?["noteLiteral"], "streetAddress", &address, "\(place)/address")
        if let code = source["countryCode"]?["id"], let text = code.text,
            text.utf8.starts(with: "\(Europass.country)/".utf8)
        {
            let long = String(text.dropFirst(Europass.country.count + 1))
            let short = EuropassCodes.shortCountry(long)
            report.put(
                code, short == nil ? "addressCountry" : "addressCountryCode", in: &address,
                at: "\(place)/address", text: short ?? long, how: "the code without its list")
        }
        guard !address.list.isEmpty else { return }
        address.set("type", ["Address"])
        report.says(source["type"], at: "\(place)/address/type", how: "an Address")
        made.set("address", address.json)
    }
}
