import JSONText

/// Applies a program to one instance.
///
/// Runs in two ways: to say yes or no as soon as it is known, or (``isCollecting``) through to
/// the end, noting everything that is wrong.
struct Evaluator {
    let program: Program
    let document: JSONDocument
    let tape: JSONTape
    let allowance: Int
    var steps: Int
    var isCollecting = false
    var findings: [Finding] = []
    /// Whether it is a member name that is being looked at.
    var isAtName = false
    private var depth = 0
    /// The resources through which evaluation has come here (section 7.1): only where needed.
    private var scope: [Int32] = []
    private let usesScope: Bool
    /// Which members or items have been looked at: frames on a stack, one for each container
    /// and branch for which that matters.
    var marks: [Bool] = []

    init(_ program: Program, _ value: JSONValue) {
        self.program = program
        document = value.document
        tape = JSONTape(value.document)
        usesScope = !program.dynamicNames.isEmpty
        let values = value.next - value.index
        allowance = SchemaLimits.steps + values * SchemaLimits.stepsPerValue
        steps = allowance
    }

    @inline(__always)
    mutating func spend(_ count: Int = 1) throws(SchemaLimitError) {
        steps -= count
        if steps < 0 { throw .tooCostly(steps: allowance) }
    }

    /// Whether the value at a place fits a subschema. `frame` is where it is marked what has
    /// been looked at, or -1.
    mutating func accepts(
        _ number: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        let node = program.nodes[Int(number)]
        guard node.form == .steps else {
            if node.form == .never { note(.neverAllowed, nil, number, place) }
            return node.form == .always
        }
        let kind: UInt8 = 1 << tape.kind(place).rawValue
        guard node.kinds & kind != 0 || isCollecting else { return false }
        guard depth < SchemaLimits.depth else { throw .tooDeep(limit: SchemaLimits.depth) }
        depth += 1
        let isEntering = usesScope && scope.last != node.resource
        if isEntering { scope.append(node.resource) }
        let isTracking = node.isTracking && kind & (Kinds.object | Kinds.array) != 0
        let own = isTracking ? try openFrame(place) : frame
        let fits = try holds(node, number, place, own, kind)
        if isTracking { closeFrame(own, place, into: frame, isKept: fits) }
        if isEntering { scope.removeLast() }
        depth -= 1
        return fits
    }

    @inline(__always)
    private mutating func holds(
        _ node: Node, _ number: Int32, _ place: Int, _ frame: Int, _ kind: UInt8
    ) throws(SchemaLimitError) -> Bool {
        var fits = true
        var at = Int(node.first)
        let end = Int(node.end)
        while at < end {
            let step = program.instructions[at]
            at += 1
            guard step.kinds & kind != 0 else { continue }
            try spend()
            if try !holds(step, number, place, frame) {
                fits = false
                if !isCollecting { break }
            }
        }
        return fits
    }

    private mutating func holds(
        _ step: Instruction, _ node: Int32, _ place: Int, _ frame: Int
    ) throws(SchemaLimitError) -> Bool {
        switch step.operation {
        case .type, .exactType: hasType(step, node, place)
        case .strings: isAmongStrings(step, node, place)
        case .values: try isAmongValues(step, node, place)
        case .maximum, .exclusiveMaximum, .minimum, .exclusiveMinimum:
            isWithinBound(step, node, place)
        case .multipleOf: try isMultiple(step, node, place)
        case .maxLength, .minLength: hasLength(step, node, place)
        case .pattern: try matchesPattern(step, node, place)
        case .format: isInFormat(step, node, place)
        case .maxItems, .minItems, .maxProperties, .minProperties: hasCount(step, node, place)
        case .uniqueItems: try hasUniqueItems(step, node, place)
        case .members: try membersHold(step, node, place, frame)
        case .propertyNames: try namesHold(step, place)
        case .dependentRequired: try hasDependents(step, node, place)
        case .dependentSchema: try dependentHolds(step, place, frame)
        case .elements: try elementsHold(step, node, place, frame)
        case .contains: try containsHolds(step, node, place, frame)
        case .allOf: try allHold(step, place, frame)
        case .anyOf: try anyHolds(step, node, place, frame)
        case .oneOf: try oneHolds(step, node, place, frame)
        case .not: try notHolds(step, node, place)
        case .condition: try conditionHolds(step, place, frame)
        case .reference: try accepts(step.a, place, frame)
        case .dynamicReference: try accepts(try dynamicTarget(step), place, frame)
        case .unevaluatedProperties: try unevaluatedMembersHold(step, node, place, frame)
        case .unevaluatedItems: try unevaluatedItemsHold(step, node, place, frame)
        }
    }

    /// The outermost resource in the dynamic scope that has the anchor (section 8.2.3.2).
    private mutating func dynamicTarget(_ step: Instruction) throws(SchemaLimitError) -> Int32 {
        for resource in scope {
            try spend()
            let key = Program.DynamicKey(resource: resource, name: step.b)
            if let target = program.dynamicTargets[key] { return target }
        }
        return step.a
    }

    // MARK: - Frames

    mutating func openFrame(_ place: Int) throws(SchemaLimitError) -> Int {
        let count = tape.count(place)
        try spend(count)
        marks.append(contentsOf: repeatElement(false, count: count))
        return marks.count - count
    }

    mutating func closeFrame(_ frame: Int, _ place: Int, into outer: Int, isKept: Bool) {
        let count = tape.count(place)
        if isKept, outer >= 0 {
            for index in 0..<count where marks[frame + index] { marks[outer + index] = true }
        }
        marks.removeLast(count)
    }

    // MARK: - Noting

    @inline(__always)
    mutating func note(
        _ reason: @autoclosure () -> SchemaProblem.Reason, _ keyword: SchemaKeyword?,
        _ node: Int32, _ place: Int, causes: [Finding] = []
    ) {
        guard isCollecting else { return }
        keep(
            Finding(
                reason: reason(), keyword: keyword, node: node, place: place, isAtName: isAtName,
                causes: causes))
    }

    @inline(never)
    private mutating func keep(_ finding: Finding) {
        findings.append(finding)
        if findings.count >= SchemaLimits.problems { isCollecting = false }
    }
}

/// A problem before its places have been put into words.
struct Finding {
    let reason: SchemaProblem.Reason
    let keyword: SchemaKeyword?
    let node: Int32
    let place: Int
    let isAtName: Bool
    let causes: [Finding]
}

extension SchemaProblem {
    init(_ finding: Finding, _ program: Program, _ value: JSONValue) {
        reason = finding.reason
        keyword = finding.keyword
        causes = finding.causes.map { SchemaProblem($0, program, value) }
        // A name is told by the member to which it belongs.
        let place = finding.place + (finding.isAtName ? 1 : 0)
        let whole = JSONValue(document: value.document, index: place).pointer
        instance = JSONPointer(Array(whole.tokens.dropFirst(value.pointer.tokens.count)))
        let node = program.nodes[Int(finding.node)]
        let resource = program.resources[Int(node.resource)]
        let word = finding.keyword.map { [Text($0.rawValue)] } ?? []
        let inDocument = program.catalog.pointer(program.places[Int(finding.node)]).tokens + word
        let before = program.catalog.pointer(resource.root).tokens.count
        schema = JSONPointer(inDocument)
        let fragment = URIReference.encodedFragment(
            JSONPointer(Array(inDocument.dropFirst(before))).description)
        location = Text("\(resource.uri)#\(fragment)")
    }
}
