import JSONText

/// An element of the source, and where it stands, as XPath writes it.
struct PlacedElement {
    let element: XMLElement
    let place: String

    /// The elements of this name, of the standard's own namespaces or of none.
    func each(_ name: String) -> [PlacedElement] {
        var found: [PlacedElement] = []
        var count = 0
        for child in element.children where child.name.local.isSame(as: name) {
            count += 1
            guard Self.isStandard(child.name) else { continue }
            found.append(PlacedElement(element: child, place: "\(place)/\(name)[\(count)]"))
        }
        return found
    }

    subscript(_ name: String) -> PlacedElement? { each(name).first }

    func each(_ path: [String]) -> [PlacedElement] {
        path.reduce([self]) { found, name in found.flatMap { $0.each(name) } }
    }

    /// The text of an element that has no elements inside.
    var text: String? {
        element.children.isEmpty && !element.text.isEmpty ? element.text : nil
    }

    static func isStandard(_ name: XMLElement.Name) -> Bool {
        name.namespace.isEmpty || name.namespace.utf8.starts(with: "urn:org:pesc:".utf8)
    }
}

extension LossReport {
    /// Accounts for every element and attribute that no rule took.
    @discardableResult
    mutating func accountForRest(_ source: PlacedElement) -> String? {
        let element = source.element
        for attribute in element.attributes {
            record(
                "\(source.place)/@\(attribute.name.local)",
                .lost(why: "CLR 2.0 has no place for an attribute of an element"))
        }
        var target = fate(of: source.place)?.target
        for (step, child) in element.steps {
            let inside = accountForRest(PlacedElement(element: child, place: source.place + step))
            target = target ?? inside
        }
        if !element.children.isEmpty, !element.text.isEmpty {
            record(
                "\(source.place)/text()",
                .lost(why: "text beside elements: the standard has none here"))
        }
        if let target {
            record(source.place, .changed(to: target, how: Self.inside))
        } else {
            record(source.place, .lost(why: Self.why(source)))
        }
        return target
    }

    private static func why(_ source: PlacedElement) -> String {
        if source.element.children.isEmpty, source.element.text.isEmpty {
            return "it says nothing"
        }
        if !PlacedElement.isStandard(source.element.name)
            || source.place.contains("/UserDefinedExtensions[")
        {
            return "an extension of its sender, whose meaning is not known"
        }
        if source.place.contains("/TransmissionData[") {
            return "it is about the sending of the transcript, not about the learner"
        }
        if ["SSN", "SIN", "NSN"].contains(where: { source.element.name.local.isSame(as: $0) }) {
            return "a national number does not belong into a record that is shown to others"
        }
        return "CLR 2.0 has no place for it, or it stands here once too often"
    }
}

extension PlaceBudget {
    mutating func spend(on element: XMLElement, place: Int = 0) throws(ConversionError) {
        let here = place + element.name.local.utf8.count + 9
        left -= here
        for attribute in element.attributes { left -= here + attribute.name.local.utf8.count }
        guard left >= 0 else { throw .reportTooLarge }
        for child in element.children { try spend(on: child, place: here) }
    }
}
