import JSONText

/// What a keyword (or several that belong together) asks of an instance.
enum Operation: UInt8 {
    case type, exactType, strings, values
    case maximum, exclusiveMaximum, minimum, exclusiveMinimum, multipleOf
    case maxLength, minLength, pattern, format
    case maxItems, minItems, uniqueItems, maxProperties, minProperties
    case members, propertyNames, dependentRequired, dependentSchema
    case elements, contains
    case allOf, anyOf, oneOf, not, condition
    case reference, dynamicReference
    case unevaluatedProperties, unevaluatedItems
}

/// One step. Only plain numbers: what they mean depends on the operation, and longer things
/// stand in the tables of the program.
struct Instruction {
    var operation: Operation
    var keyword: SchemaKeyword
    /// A bit for each kind of instance that the step has something to say about.
    var kinds: UInt8
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = -1
}

/// One subschema: sixteen octets, because every step of the way goes through one.
struct Node {
    enum Form: UInt8 { case always, never, steps }

    var form = Form.steps
    /// Whether a keyword here must know what the others have looked at.
    var isTracking = false
    /// Whether `contains` counts as having looked at the items (2020-12).
    var containsMarks = false
    /// The kinds of instance that `type` lets in; no other can fit.
    var kinds = Kinds.every
    var first: Int32 = 0
    var end: Int32 = 0
    var resource: Int32 = 0
}

/// `properties`, `patternProperties`, `additionalProperties` and `required`: one walk.
struct MemberRule {
    var names: NameTable
    var firstPattern: Int32 = 0
    var endPattern: Int32 = 0
    var additional: Int32 = -1
    var required: Int32 = 0
}

/// One line of `patternProperties`.
struct PatternPair {
    var pattern: Int32
    var node: Int32
}

/// A compiled schema: flat tables, made once and never changed.
final class Program: @unchecked Sendable {
    // The arrays behind these are `let`s of `kept`, which lives as long as the program: their
    // storage does not move, so that steps reach them without counting references.
    let nodes: Row<Node>
    /// Where each node stands.
    let places: [Place]
    let instructions: Row<Instruction>
    let children: Row<Int32>
    let rules: Row<MemberRule>
    let patternPairs: Row<PatternPair>
    let tables: Row<NameTable>
    let slots: Row<NameStore.Slot>
    private let nameBytes: Row<UInt8>
    private let kept: ProgramParts
    let patterns: [Pattern]
    let limits: [Decimal]
    let values: [JSONValue]
    let formats: [SchemaFormat]
    let dynamicTargets: [DynamicKey: Int32]
    let dynamicNames: [Text]
    let catalog: Catalog
    let root: Int32
    let seed = NameStore.seed

    struct DynamicKey: Hashable {
        var resource: Int32
        var name: Int32
    }

    init(_ parts: ProgramParts, catalog: Catalog, root: Int32) {
        kept = parts
        nodes = Row(of: parts.nodes)
        places = parts.places
        instructions = Row(of: parts.instructions)
        children = Row(of: parts.children)
        rules = Row(of: parts.rules)
        patternPairs = Row(of: parts.patternPairs)
        tables = Row(of: parts.tables)
        slots = Row(of: parts.names.slots)
        nameBytes = Row(of: parts.names.bytes)
        patterns = parts.patterns
        limits = parts.limits
        values = parts.values
        formats = parts.formats
        dynamicTargets = parts.dynamicTargets
        dynamicNames = parts.dynamicNames
        self.catalog = catalog
        self.root = root
    }

    var names: NameStore { kept.names }
    var resources: [Resource] { catalog.resources }

    /// The number of the slot for a name, or -1.
    @inline(__always)
    func slot(_ table: NameTable, _ name: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = unsafe NameStore.hash(name, seed)
        let mask = UInt32(bitPattern: table.mask)
        var at = hash & mask
        while true {
            let number = Int(table.first) + Int(at)
            let slot = slots[number]
            guard slot.offset >= 0 else { return -1 }
            if slot.hash == hash, Int(slot.length) == name.count, unsafe isName(slot, name) {
                return number
            }
            at = (at &+ 1) & mask
        }
    }

    @inline(__always)
    private func isName(_ slot: NameStore.Slot, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(slot.offset)
        for index in 0..<name.count where unsafe nameBytes[start + index] != name[index] {
            return false
        }
        return true
    }
}

/// The tables while they are being filled.
struct ProgramParts {
    var nodes: [Node] = []
    var places: [Place] = []
    var instructions: [Instruction] = []
    var children: [Int32] = []
    var rules: [MemberRule] = []
    var patterns: [Pattern] = []
    var patternPairs: [PatternPair] = []
    var limits: [Decimal] = []
    var tables: [NameTable] = []
    var values: [JSONValue] = []
    var names = NameStore()
    var formats: [SchemaFormat] = []
    var dynamicTargets: [Program.DynamicKey: Int32] = [:]
    var dynamicNames: [Text] = []
}
