import JSONText

/// The project's own JSON Schema of a class, made of the model (2020-12).
///
/// It accepts what the model accepts, and none of the departures that readers put up with beside
/// it. What no schema can say is left to the judgement: that ids resolve, that dates make sense.
package struct ModelSchema {
    private let model: ShapeModel

    package init(_ dataModel: ShapeModel.DataModel) {
        model = ShapeModel.on(dataModel)
    }

    /// The schema of a class and of all that its objects may hold; nil for a name that is none.
    package func document(of name: Text) -> JSON? {
        guard let root = model.class(named: name) else { return nil }
        var classes: [ShapeClass] = []
        var known: Set<Text> = [root.name]
        var next = [root]
        while let shape = next.popLast() {
            classes.append(shape)
            for property in shape.properties {
                guard let nested = property.nestedClass, let one = model.class(named: nested),
                    known.insert(one.name).inserted
                else { continue }
                next.append(one)
            }
        }
        classes.sort { $0.name < $1.name }
        let parts = classes.map { (name: $0.name.string, value: schema(of: $0)) }
        return .object([
            ("$schema", "https://json-schema.org/draft/2020-12/schema"),
            ("title", .string("\(root.name) (\(model.dataModel.title))")),
            ("$ref", .string("#/$defs/\(root.name)")),
            ("$defs", .object(parts)),
        ])
    }

    private func schema(of shape: ShapeClass) -> JSON {
        var members: [(name: String, value: JSON)] = [("type", "object")]
        if let requirement = shape.requirement {
            members.append(("$comment", .string(requirement)))
        }
        let rules = shape.requiredTypes.map(typeRule)
        if !rules.isEmpty { members.append(("allOf", .array(rules))) }
        members.append(
            (
                "properties",
                .object(
                    shape.properties.map { property in
                        (property.name.string, schema(of: property, in: shape))
                    })
            ))
        let required = shape.required.map { JSON.string($0.name.string) }
        if !required.isEmpty { members.append(("required", .array(required))) }
        if !shape.isOpen { members.append(("additionalProperties", false)) }
        return .object(members)
    }

    /// One of these names is the type, or among the types.
    private func typeRule(_ choice: [Text]) -> JSON {
        let names: JSON = .array(choice.map { .string($0.string) })
        let alone: JSON = .object([("enum", names)])
        let among: JSON = .object([("type", "array"), ("contains", alone)])
        let type: JSON = .object([("anyOf", .array([alone, among]))])
        return .object([("properties", .object([("type", type)]))])
    }

    private func schema(of property: ShapeProperty, in shape: ShapeClass) -> JSON {
        let ranges = property.ranges.map(schema)
        let one: JSON = ranges.count == 1 ? ranges[0] : .object([("anyOf", .array(ranges))])
        guard property.isMany else { return one }
        var list: [(name: String, value: JSON)] = [("type", "array")]
        if property.name == "@context" {
            let places = ContextPlace.places(of: shape, in: model.dataModel).map { place in
                JSON.object([("type", "string"), ("pattern", .string(place.pattern))])
            }
            if !places.isEmpty { list.append(("prefixItems", .array(places))) }
        }
        list.append(("items", one))
        if property.minimum > 0 { list.append(("minItems", .integer(property.minimum))) }
        if let most = property.maximum { list.append(("maxItems", .integer(most))) }
        guard model.dataModel.isLenient || property.isCompactable else { return .object(list) }
        return .object([("anyOf", .array([one, .object(list)]))])
    }

    private func schema(_ range: Text) -> JSON {
        if let list = model.vocabulary(named: range) { return schema(list) }
        guard let kinds = Primitive.kinds(of: range) else {
            let name = model.class(named: range)?.name ?? range
            return .object([("$ref", .string("#/$defs/\(name)"))])
        }
        var text: [(name: String, value: JSON)] = [("type", "string")]
        if let pattern = pattern(range) { text.append(("pattern", .string(pattern))) }
        if let format = Self.formats[range] { text.append(("format", .string(format))) }
        var forms: [JSON] = []
        if kinds.contains(.string) { forms.append(.object(text)) }
        if kinds.contains(.number) { forms.append(.object([("type", "number")])) }
        if kinds.contains(.boolean) { forms.append(.object([("type", "boolean")])) }
        if kinds.contains(.object) { forms.append(.object([("type", "object")])) }
        if model.dataModel.isLenient, Primitive.takesLanguageMap(range) {
            forms.append(
                .object([
                    ("type", "object"),
                    ("propertyNames", .object([("pattern", "^[a-z]{2}(-[A-Z]{2})?$")])),
                    ("additionalProperties", .object(text)),
                ]))
        }
        return forms.count == 1 ? forms[0] : .object([("anyOf", .array(forms))])
    }

    private func schema(_ list: Vocabulary) -> JSON {
        let terms: JSON = .object([("enum", .array(list.terms.map { .string($0.string) }))])
        guard list.isExtensible else { return terms }
        let own: JSON = .object([
            ("type", "string"), ("pattern", #"^ext:[a-zA-Z0-9.\-_|]+$"#),
        ])
        return .object([("anyOf", .array([terms, own]))])
    }

    private func pattern(_ range: Text) -> String? {
        switch range {
        case "CompactJws":
            model.dataModel.isLenient
                ? #"^[a-zA-Z0-9_-]+\.[a-zA-Z0-9_-]*\.[a-zA-Z0-9_-]+$"#
                : #"^[a-zA-Z0-9_-]{4,}\.[a-zA-Z0-9_-]{4,}\.[a-zA-Z0-9_-]{4,}$"#
        case "LanguageCode": "^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
        default: nil
        }
    }

    private static let formats: [Text: String] = [
        "Date": "date", "DateTime": "date-time", "DateTimeZ": "date-time",
    ]
}
