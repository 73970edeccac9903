import JSONText

/// A place in one of the documents that a schema is made of.
struct Place: Hashable {
    var document: Int
    var index: Int
}

/// A schema with an identifier of its own (section 4.3.5): the scope of its anchors.
struct Resource {
    let uri: Text
    let root: Place
    let dialect: Dialect
    var anchors: [Text: Int] = [:]
    var dynamicAnchors: [Text: Int] = [:]
}

/// The documents that are known, and which identifiers stand where in them.
struct Catalog {
    private(set) var documents: [JSONDocument] = []
    /// Where the schema of each document begins.
    private(set) var roots: [Int] = []
    private(set) var resources: [Resource] = []
    private var byURI: [Text: Int] = [:]
    /// The resource to which each subschema belongs.
    private var owners: [Place: Int] = [:]
    private let loader: any SchemaLoader
    private let defaultDialect: SchemaDialect

    init(loader: any SchemaLoader, defaultDialect: SchemaDialect) {
        self.loader = loader
        self.defaultDialect = defaultDialect
    }

    func value(_ place: Place) -> JSONValue {
        JSONValue(document: documents[place.document], index: place.index)
    }

    func owner(of place: Place) -> Int? { owners[place] }

    /// The pointer of a place from the beginning of its schema.
    func pointer(_ place: Place) -> JSONPointer {
        let root = JSONValue(document: documents[place.document], index: roots[place.document])
        return JSONPointer(
            Array(value(place).pointer.tokens.dropFirst(root.pointer.tokens.count)))
    }

    /// Takes a document in and finds the schemas in it; the resource at its root.
    mutating func add(_ root: JSONValue, uri: Text) throws(SchemaError) -> Int {
        guard documents.count < SchemaLimits.documents else {
            throw .tooManyDocuments(limit: SchemaLimits.documents)
        }
        let place = Place(document: documents.count, index: root.index)
        documents.append(root.document)
        roots.append(root.index)
        let dialect = try dialect(of: root) ?? Dialect(edition: defaultDialect)
        let identified = identity(of: root, in: dialect)?.resolved(
            against: URIReference(uri.string))
        let own = identified.map { Text($0.withoutFragment) } ?? uri
        let resource = addResource(uri: own, root: place, dialect: dialect)
        if byURI[uri] == nil { byURI[uri] = resource }
        try scan(root, at: place, resource: resource)
        return resource
    }

    private mutating func addResource(uri: Text, root: Place, dialect: Dialect) -> Int {
        resources.append(Resource(uri: uri, root: root, dialect: dialect))
        if byURI[uri] == nil { byURI[uri] = resources.count - 1 }
        return resources.count - 1
    }

    // MARK: - Finding what a schema calls itself

    /// What `$id` says, unless it is a fragment only or stands beside a `$ref` in a draft in
    /// which `$ref` lets nothing else count.
    private func identity(of schema: JSONValue, in dialect: Dialect) -> URIReference? {
        guard schema.isObject else { return nil }
        if dialect.edition <= .draft7, schema["$ref"]?.isString == true { return nil }
        let keyword = dialect.edition == .draft4 ? "id" : "$id"
        guard let text = schema[keyword]?.string else { return nil }
        let reference = URIReference(text)
        return reference.withoutFragment.isEmpty ? nil : reference
    }

    private mutating func scan(
        _ schema: JSONValue, at place: Place, resource: Int
    ) throws(SchemaError) {
        guard schema.isObject || schema.kind == .bool, owners[place] == nil else { return }
        guard owners.count < SchemaLimits.subschemas else {
            throw .tooManySubschemas(limit: SchemaLimits.subschemas)
        }
        var resource = resource
        var dialect = resources[resource].dialect
        if resources[resource].root != place, schema.isObject {
            let declared = try embeddedDialect(of: schema, in: dialect)
            if let own = identity(of: schema, in: declared) {
                dialect = declared
                let uri = own.resolved(against: URIReference(resources[resource].uri.string))
                resource = addResource(
                    uri: Text(uri.withoutFragment), root: place, dialect: dialect)
            }
        }
        owners[place] = resource
        try addAnchors(of: schema, at: place, resource: resource)
        for member in schema.members {
            guard let keyword = SchemaKeyword(name: Text(member.name)),
                keyword.children != .none, keyword.isKnown(in: dialect) || keyword == .definitions
            else { continue }
            for child in Self.children(of: member.value, keyword.children) {
                let below = Place(document: place.document, index: child.index)
                try scan(child, at: below, resource: resource)
            }
        }
    }

    /// The dialect of a schema that may be a resource of its own inside another document.
    private mutating func embeddedDialect(
        of schema: JSONValue, in dialect: Dialect
    ) throws(SchemaError) -> Dialect {
        guard schema["$schema"] != nil, schema["$id"] != nil || schema["id"] != nil else {
            return dialect
        }
        return try self.dialect(of: schema) ?? dialect
    }

    private static func children(
        of value: JSONValue, _ form: SchemaKeyword.Children
    ) -> [JSONValue] {
        switch form {
        case .none: []
        case .schema: [value]
        case .schemas: Array(value.elements)
        case .schemaOrSchemas: value.isArray ? Array(value.elements) : [value]
        case .map: value.members.map(\.value)
        }
    }

    private mutating func addAnchors(
        of schema: JSONValue, at place: Place, resource: Int
    ) throws(SchemaError) {
        guard schema.isObject else { return }
        let dialect = resources[resource].dialect
        if dialect.edition <= .draft7 {
            guard schema["$ref"]?.isString != true else { return }
            let keyword = dialect.edition == .draft4 ? "id" : "$id"
            if let text = schema[keyword]?.string, let name = URIReference(text).fragment,
                !name.isEmpty
            {
                resources[resource].anchors[Text(String(name))] = place.index
            }
            return
        }
        if let name = schema["$anchor"]?.text {
            resources[resource].anchors[name] = place.index
        }
        if dialect.edition == .draft2020_12, let name = schema["$dynamicAnchor"]?.text {
            resources[resource].anchors[name] = place.index
            resources[resource].dynamicAnchors[name] = place.index
        }
        if dialect.edition == .draft2019_09, schema["$recursiveAnchor"]?.bool == true,
            resources[resource].root == place
        {
            resources[resource].dynamicAnchors[Self.recursive] = place.index
        }
    }

    /// The name under which `$recursiveAnchor` is kept; no anchor can have it.
    static let recursive: Text = "#"

    // MARK: - Dialects

    /// The dialect that `$schema` names; nil without one.
    private func dialect(
        of schema: JSONValue, depth: Int = 0
    ) throws(SchemaError) -> Dialect? {
        guard schema.isObject, let name = schema["$schema"]?.text else { return nil }
        if let edition = SchemaDialect(name: name) { return Dialect(edition: edition) }
        let url = Text(URIReference(name.string).withoutFragment)
        guard depth < SchemaLimits.metaSchemaDepth else {
            throw .metaSchemasTooDeep(limit: SchemaLimits.metaSchemaDepth)
        }
        guard let meta = loader.document(at: url)?.root, meta["$schema"]?.text != name,
            var dialect = try dialect(of: meta, depth: depth + 1)
        else { throw .unknownDialect(name) }
        guard dialect.edition >= .draft2019_09, let wanted = meta["$vocabulary"] else {
            return dialect
        }
        dialect.vocabularies = []
        for member in wanted.members {
            let uri = Text(member.name)
            let isRequired = member.value.bool == true
            if let known = Vocabularies(uri: uri, isRequired: isRequired) {
                dialect.vocabularies.formUnion(known)
            } else if isRequired {
                throw .unknownVocabulary(uri)
            }
        }
        return dialect
    }

    // MARK: - References

    /// The resource with a URI, after its document has been fetched where needed.
    mutating func resource(_ uri: Text) throws(SchemaError) -> Int? {
        if let known = byURI[uri] { return known }
        let document = MetaSchemas.document(uri) ?? loader.document(at: uri)
        guard let document else { return nil }
        let resource = try add(document.root, uri: uri)
        return byURI[uri] ?? resource
    }

    /// The resource that belongs to a place which was reached by a pointer; the schemas there
    /// are found now where no known keyword led to them.
    mutating func claim(_ place: Place, within resource: Int) throws(SchemaError) -> Int {
        if owners[place] == nil { try scan(value(place), at: place, resource: resource) }
        return owners[place] ?? resource
    }
}
