import JSONText

/// A person or an organisation (OB3-M-68).
package struct Profile: Lens {
    package let json: JSONValue
    package init(_ json: JSONValue) { self.json = json }

    package var name: String? { text("name") }
    package var url: String? { text("url") }
    package var email: String? { text("email") }
    package var phone: String? { text("phone") }
    package var description: String? { text("description") }
    package var official: String? { text("official") }
    package var image: Image? { Image.reading(json["image"]) }
    package var parentOrganization: Profile? { one("parentOrg") }
}
