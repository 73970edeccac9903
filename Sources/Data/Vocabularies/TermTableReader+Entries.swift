import JSONText

extension TermTableReader {
    mutating func readEntry(_ list: [String]) {
        if place == .list { return readTerms(list) }
        var words = TableWords(list)
        guard let first = words.next() else { return }
        if first.utf8.first == UInt8(ascii: "^") {
            let coercion = iri(String(first.dropFirst()), list)
            while let name = words.next() {
                add(PropertyRow(name: Text(name), definition: .coercion(coercion)))
            }
            return
        }
        var row = PropertyRow(name: Text(first))
        let parts = list.dropFirst().split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if let left = parts.first, !left.isEmpty { row.model = model(Array(left), list) }
        if parts.count > 1, let right = parts.last {
            row.definition = definition(Array(right), list)
        }
        add(row)
    }

    private mutating func readTerms(_ list: [String]) {
        guard !table.vocabularies.isEmpty else { return fault(list) }
        table.vocabularies[table.vocabularies.count - 1].terms += list.map { Text($0) }
    }

    private mutating func add(_ row: PropertyRow) {
        switch place {
        case .context where !table.contexts.isEmpty:
            table.contexts[table.contexts.count - 1].terms.append(row)
        case .pool where !table.classes.isEmpty:
            table.classes[table.classes.count - 1].properties.append(row)
        case .scope where !table.scopes.isEmpty:
            table.scopes[table.scopes.count - 1].properties.append(row)
        case .legacy where !table.legacyClasses.isEmpty:
            table.legacyClasses[table.legacyClasses.count - 1].properties.append(row)
        case .change:
            addChange(row)
        case .outside, .context, .pool, .scope, .legacy, .list:
            fault([row.name.string])
        }
    }

    private mutating func addChange(_ row: PropertyRow) {
        let context = table.contexts.count - 1
        guard context >= 0, !table.contexts[context].changes.isEmpty else {
            return fault([row.name.string])
        }
        let last = table.contexts[context].changes.count - 1
        table.contexts[context].changes[last].properties.append(row)
    }

    /// What stands before `=`: multiplicity, range, requirement.
    private mutating func model(_ words: [String], _ line: [String]) -> PropertyRow.Model? {
        var words = TableWords(words)
        guard let times = words.next() else { return nil }
        if times == "-" { return .removed }
        if times == "~" { return .inherited(requirement: words.next()) }
        guard let multiplicity = Multiplicity(times), let range = words.next() else {
            fault(line)
            return nil
        }
        let ranges = range.split(separator: "|").map { Text(String($0)) }
        return .own(multiplicity, ranges: ranges, requirement: words.next())
    }

    /// What stands after `=`: IRI, coercion, containers, scope.
    private mutating func definition(
        _ words: [String], _ line: [String]
    ) -> PropertyRow.Definition? {
        var words = TableWords(words)
        guard let first = words.next() else {
            fault(line)
            return nil
        }
        if first == "-" { return .removed }
        var term = Term(iri: iri(first, line))
        while let word = words.next() {
            let rest = String(word.dropFirst())
            switch word.utf8.first {
            case UInt8(ascii: "^"): term.coercion = iri(rest, line)
            case UInt8(ascii: ">"): term.scope = rest == "null" ? .null : .named(Text(rest))
            case UInt8(ascii: "@"): term.containers.append(word)
            default: fault(line)
            }
        }
        return .term(term)
    }
}

extension TermTableReader {
    /// The IRI that a word stands for: `<x>` and keywords as they are, `a:x` by abbreviation.
    mutating func iri(_ word: String, _ line: [String]) -> String {
        if word.utf8.first == UInt8(ascii: "@") { return word }
        if word.utf8.first == UInt8(ascii: "<") { return String(word.dropFirst().dropLast()) }
        guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            fault(line)
            return word
        }
        let tail = word[word.utf8.index(after: colon)...]
        if tail.utf8.starts(with: "//".utf8) { return word }
        guard let whole = abbreviations[Text(String(word[..<colon]))] else {
            fault(line)
            return word
        }
        return whole + tail
    }

    mutating func members(_ word: String, _ line: [String]) -> [ContextMember] {
        if word == "-" { return [] }
        return word.split(separator: ",").compactMap { item in
            switch item {
            case "@protected": return ContextMember(name: "@protected", value: true)
            case "@version": return ContextMember(name: "@version", value: .number("1.1"))
            case "id": return ContextMember(name: "id", value: "@id")
            case "type": return ContextMember(name: "type", value: "@type")
            default: return prefix(String(item), line)
            }
        }
    }

    private mutating func prefix(_ item: String, _ line: [String]) -> ContextMember? {
        if let equals = item.utf8.firstIndex(of: UInt8(ascii: "=")) {
            let value = iri(String(item[item.utf8.index(after: equals)...]), line)
            return ContextMember(name: String(item[..<equals]), value: .string(value))
        }
        guard let whole = abbreviations[Text(item)] else {
            fault(line)
            return nil
        }
        return ContextMember(name: item, value: .string(whole))
    }
}

extension Multiplicity {
    /// Reads `1`, `0..1`, `2..*` and the letters after it.
    init?(_ word: String) {
        var bounds: [UInt8] = []
        for byte in word.utf8 {
            switch byte {
            case UInt8(ascii: "c"): isCompactable = true
            case UInt8(ascii: "a"): toleratesArray = true
            case UInt8(ascii: "s"): toleratesString = true
            case UInt8(ascii: "n"): toleratesNumber = true
            case UInt8(ascii: "m"): toleratesAbsence = true
            default: bounds.append(byte)
            }
        }
        guard let first = bounds.first, (0x30...0x39).contains(first) else { return nil }
        minimum = Int(first - 0x30)
        switch bounds.dropFirst() {
        case []: maximum = minimum
        case [0x2E, 0x2E, 0x2A]: maximum = nil
        case [0x2E, 0x2E, 0x31]: maximum = 1
        default: return nil
        }
    }
}
