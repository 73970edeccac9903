import JSONText
import Multiformat

extension EuropassExport {
    /// Who issues it: with the identifier by which eIDAS knows them, which nothing can stand for.
    mutating func issuer(_ root: Placed, _ made: inout Members) {
        guard let issuer = root["issuer"] else {
            report.lack("/issuer", "ELM requires who issues it")
            return
        }
        made.set("issuer", organisation(issuer, "/issuer"))
        let isKnown = issuer.each("otherIdentifier").contains { $0.isLegalIdentifier }
        if !isKnown {
            report.lack(
                "/issuer/eIDASIdentifier",
                "ELM requires the legal identifier of the issuer, with its country, as its seal has it"
            )
        }
    }

    mutating func organisation(_ profile: Placed, _ place: String) -> JSON {
        if let id = profile.text {
            report.record(profile.place, .carried(to: "\(place)/id"))
            // Told in full, or lacking, where the issuer of the record is told.
            if organisations.insert(Text(id)).inserted { lackName(place, location: true) }
            return ["id": .string(id), "type": "Organisation"]
        }
        var made = Members()
        report.put(profile["id"], "id", in: &made, at: place)
        if !made.has("id") { made.set("id", .string(number("organisation"))) }
        made.set("type", "Organisation")
        report.says(profile["type"], at: "\(place)/type", how: "an Organisation")
        say(profile["name"], "legalName", &made, place)
        note(profile["description"], about: "description", &made, place)
        if profile["url"]?.text != nil {
            var page = object("webResource", "WebResource")
            report.put(profile["url"], "contentURL", in: &page, at: "\(place)/homepage/0")
            made.set("homepage", [page.json])
        }
        let country = country(of: profile)
        for entry in profile.each("otherIdentifier") {
            if entry.isLegalIdentifier, !made.has("eIDASIdentifier") {
                made.set("eIDASIdentifier", legal(entry, country, "\(place)/eIDASIdentifier"))
                continue
            }
            otherIdentifier(entry, &made, place)
        }
        picture(profile["image"], &made, place)
        contact(profile, &made, "\(place)/contactPoint/0")
        location(profile, country, &made, place)
        if organisations.insert(Text(profile["id"]?.text ?? place)).inserted {
            lackName(
                place, name: !made.has("legalName"), location: !made.has("location"))
        }
        return made.json
    }

    /// Of each organisation it is told once that it is not told in full.
    private mutating func lackName(_ place: String, name: Bool = true, location: Bool) {
        if name { report.lack("\(place)/legalName", "ELM requires the name of an organisation") }
        if location {
            report.lack(
                "\(place)/location",
                "ELM requires where an organisation is: an address with a country")
        }
    }

    private mutating func legal(_ entry: Placed, _ country: Place?, _ place: String) -> JSON {
        var made = object("legalIdentifier", "LegalIdentifier")
        report.put(entry["identifier"], "notation", in: &made, at: place)
        report.says(entry["identifierType"], at: place, how: "the name of the member says it")
        report.says(entry["type"], at: "\(place)/type", how: "a LegalIdentifier")
        if let country {
            made.set("spatial", Europass.country(country.code))
            report.add("\(place)/spatial", "the country of the address")
        } else {
            report.lack("\(place)/spatial", "ELM requires the country of a legal identifier")
        }
        return made.json
    }

    private mutating func contact(
        _ profile: Placed, _ made: inout Members, _ place: String
    ) {
        var contact = Members()
        if let email = profile["email"], let text = email.text {
            contact.set("emailAddress", [["id": .string("mailto:\(text)"), "type": "Mailbox"]])
            report.record(
                email.place, .changed(to: "\(place)/emailAddress/0/id", how: "behind mailto:"))
        }
        if profile["phone"]?.text != nil {
            var phone = object("phone", "Phone")
            report.put(profile["phone"], "phoneNumber", in: &phone, at: "\(place)/phone/0")
            contact.set("phone", [phone.json])
        }
        guard !contact.list.isEmpty else { return }
        contact.set("id", .string(number("contactPoint")))
        contact.set("type", "ContactPoint")
        made.set("contactPoint", [contact.json])
    }

    // MARK: - Where it is

    /// A country that an address names, by its code of three letters.
    struct Place {
        let code: String
        let at: Placed
    }

    private func country(of profile: Placed) -> Place? {
        let address = profile["address"]
        for at in [address?["addressCountryCode"], address?["addressCountry"]].compactMap(\.self) {
            if let code = at.text.flatMap({ EuropassCodes.country($0) }) {
                return Place(code: code, at: at)
            }
        }
        return nil
    }

    private mutating func location(
        _ profile: Placed, _ country: Place?, _ made: inout Members, _ place: String
    ) {
        guard let address = profile["address"], address.value.isObject else { return }
        let at = "\(place)/location/0/address/0"
        let names = [
            "streetAddress", "postOfficeBoxNumber", "postalCode", "addressLocality",
            "addressRegion", "addressCountry", "addressCountryCode",
        ]
        let parts = names.compactMap { address[$0] }.filter { $0.text != nil }
        guard !parts.isEmpty else { return }
        var whole = object("address", "Address")
        if let country {
            whole.set("countryCode", Europass.country(country.code))
            let isSame = country.at.text?.isSame(as: country.code) == true
            report.record(
                country.at.place,
                .changed(
                    to: "\(at)/countryCode/id",
                    how: isSame
                        ? "as an entry of the list of countries"
                        : "as an entry of the list of countries, \(country.code)"))
        } else {
            report.lack("\(at)/countryCode", "ELM requires the country of an address")
        }
        // The whole address, but for a code that stands beside it.
        let said = parts.filter { part in
            country.map { !part.place.isSame(as: $0.at.place) } ?? true
        }
        if !said.isEmpty {
            var note = object("note", "Note")
            let text = said.compactMap(\.text).joined(separator: ", ")
            note.set("noteLiteral", Europass.said(text, language))
            whole.set("fullAddress", note.json)
            for part in said {
                report.record(
                    part.place,
                    .changed(to: "\(at)/fullAddress", how: "a part of the address"))
            }
        }
        report.says(address["type"], at: at, how: "an Address")
        var location = object("location", "Location")
        location.set("address", [whole.json])
        made.set("location", [location.json])
    }

    // MARK: - How it looks

    /// A picture whose octets stand in the record is a logo; of one elsewhere the address is a note:
    /// ELM requires the octets of a logo.
    private mutating func picture(
        _ image: Placed?, _ made: inout Members, _ place: String
    ) {
        guard let image, let link = image["id"] ?? (image.text == nil ? nil : image),
            let text = link.text
        else { return }
        let types = [("image/png", "PNG"), ("image/jpeg", "JPEG"), ("image/svg+xml", "SVG")]
        let type = types.first { text.utf8.starts(with: "data:\($0.0);base64,".utf8) }
        guard let type else {
            note(link, about: "image", &made, place)
            note(image["caption"], about: "caption", &made, place)
            report.says(image["type"], at: place, how: "a note")
            return
        }
        let octets = text.utf8.dropFirst("data:\(type.0);base64,".utf8.count)
        var logo = object("mediaObject", "MediaObject")
        let at = "\(place)/logo"
        logo.set("content", .string(String(decoding: octets, as: UTF8.self)))
        report.record(link.place, .changed(to: "\(at)/content", how: "its octets, in base64"))
        logo.set("contentType", Europass.concept("\(Europass.files)/\(type.1)", of: Europass.files))
        logo.set(
            "contentEncoding",
            Europass.concept(
                "\(Europass.encodings)/6146cde7dd", of: "\(Europass.encodings)/25831c2"))
        say(image["caption"], "title", &logo, at)
        report.says(image["type"], at: "\(at)/type", how: "a MediaObject")
        made.set("logo", logo.json)
    }
}

extension Europass {
    static let files = "http://publications.europa.eu/resource/authority/file-type"
    static let encodings = "http://data.europa.eu/snb/encoding"

    /// An entry of the list of countries.
    static func country(_ code: String) -> JSON { concept("\(country)/\(code)", of: country) }
}

extension Placed {
    /// Whether this is the identifier by which eIDAS knows an organisation.
    fileprivate var isLegalIdentifier: Bool {
        self["identifierType"]?.text?.isSame(as: "ext:eIDASIdentifier") == true
            && self["identifier"]?.text != nil
    }
}
