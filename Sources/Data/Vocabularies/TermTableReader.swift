import JSONText

/// Reads the notation: one pass over the octets, a line at a time.
struct TermTableReader {
    var table = TermTable()
    var abbreviations: [Text: String] = [:]
    var every: [ContextMember] = []
    var place = Place.outside

    /// What the next two-space line belongs to.
    enum Place {
        case outside, context, pool, scope, change, legacy, list
    }

    /// Where the next class goes.
    private var classPlace = Place.pool

    mutating func read(_ text: String) {
        place = .outside
        classPlace = .pool
        var lines = TableLines(text)
        while let line = lines.next() {
            line.isEntry ? readEntry(line.words) : readHeading(line.words)
        }
    }

    mutating func fault(_ words: [String]) {
        table.faults.append(words.joined(separator: " "))
    }
}

extension TermTableReader {
    private mutating func readHeading(_ words: [String]) {
        var words = TableWords(words)
        switch words.next() {
        case "abbr":
            guard let name = words.next(), let iri = words.next() else { return fault(words.all) }
            abbreviations[Text(name)] = iri
        case "every":
            every = members(words.next() ?? "-", words.all)
        case "context":
            readContext(&words)
        case "include":
            readInclude(&words)
        case "class":
            place = classPlace
            readClass(&words)
        case "scope":
            place = .scope
            readClass(&words)
        case "alias":
            guard let name = words.next(), let target = words.next() else {
                return fault(words.all)
            }
            table.aliases.append((Text(name), Text(target)))
        case "list":
            readList(&words)
        case "model":
            classPlace = .legacy
            place = .outside
        default:
            fault(words.all)
        }
    }

    private mutating func readContext(_ words: inout TableWords) {
        guard let version = words.next() else { return fault(words.all) }
        var row = ContextRow(version: Text(version))
        while let word = words.next() {
            switch word {
            case "from": row.base = words.next().map { Text($0) }
            case "with": row.opening = members(words.next() ?? "-", words.all)
            case "every": row.every = members(words.next() ?? "-", words.all)
            default: row.urls.append(iri(word, words.all))
            }
        }
        if row.base == nil, row.opening == nil { row.opening = every }
        classPlace = row.base == nil ? .pool : .change
        place = .context
        table.contexts.append(row)
    }

    private mutating func readInclude(_ words: inout TableWords) {
        guard !table.contexts.isEmpty else { return fault(words.all) }
        let last = table.contexts.count - 1
        while let word = words.next() {
            if word == "*" {
                table.contexts[last].includesAll = true
            } else {
                table.contexts[last].includes.append(Text(word))
            }
        }
    }

    private mutating func readClass(_ words: inout TableWords) {
        guard let name = words.next() else { return fault(words.all) }
        var row = ClassRow(name: Text(name))
        while let word = words.next() {
            switch word {
            case "open": row.openness = .open
            case "closed": row.openness = .closed
            case "abstract": row.isAbstract = true
            case "<": row.base = words.next().map { Text($0) }
            case "like": row.like = words.next().map { Text($0) }
            case "with": row.opening = members(words.next() ?? "-", words.all)
            case "-": continue
            default:
                if word.utf8.contains(UInt8(ascii: ":")) {
                    row.iri = iri(word, words.all)
                } else {
                    row.requirement = word
                }
            }
        }
        append(row)
    }

    private mutating func append(_ row: ClassRow) {
        var row = row
        switch place {
        case .scope:
            row.opening = row.opening ?? every
            table.scopes.append(row)
        case .change where !table.contexts.isEmpty:
            table.contexts[table.contexts.count - 1].changes.append(row)
        case .legacy:
            table.legacyClasses.append(row)
        case .outside, .context, .pool, .change, .list:
            row.opening = row.opening ?? every
            table.classes.append(row)
        }
    }

    private mutating func readList(_ words: inout TableWords) {
        guard let name = words.next(), let rule = words.next() else { return fault(words.all) }
        place = .list
        table.vocabularies.append(
            Vocabulary(
                name: Text(name), isExtensible: rule == "extensible",
                requirement: words.next() ?? ""))
    }
}
