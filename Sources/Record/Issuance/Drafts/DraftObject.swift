import Credentials
import JSONText

/// An object of a draft. What is wrong with a member is noted where it is read, and nothing comes
/// of it.
struct DraftObject {
    let value: JSONValue
    let notes: DraftNotes

    /// Nil, and a note, where it is no object. Members that no draft has are noted: a misspelled
    /// one would be lost.
    init?(_ value: JSONValue, _ notes: DraftNotes, _ what: String, _ members: [String]) {
        guard value.isObject else {
            notes.add(
                value, nil,
                "\(what) is written with members, as {\(members[0]): …}. It may have: "
                    + "\(members.joined(separator: ", ")).")
            return nil
        }
        self.value = value
        self.notes = notes
        for member in value.members where !members.contains(where: { member.hasName($0) }) {
            notes.add(
                value, member.name,
                "\(what) has no \"\(member.name)\".\(Self.hint(member.name, members)) It may have: "
                    + "\(members.joined(separator: ", ")).")
        }
    }

    /// What was meant, most likely.
    static func hint(_ word: String, _ words: [String]) -> String {
        NearWord.nearest(to: word, in: words).map { " Is it \"\($0)\"?" } ?? ""
    }

    func note(_ member: String? = nil, _ message: @autoclosure () -> String) {
        notes.add(value, member, message())
    }

    /// The member, where it is there and holds something.
    subscript(_ name: String) -> JSONValue? {
        guard let member = value[name] else { return nil }
        guard !Self.isEmpty(member) else {
            note(name, "This is empty. Fill it in, or leave \"\(name)\" out.")
            return nil
        }
        return member
    }

    private static func isEmpty(_ value: JSONValue) -> Bool {
        switch value.kind {
        case .null: true
        case .array: value.count == 0
        case .string: value.string.map(isBlank) ?? true
        case .bool, .number, .object: false
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// A text; a number or a yes is taken as it was written, which is how codes and versions look
    /// that nobody put in quotes.
    func text(_ name: String) -> String? {
        guard let member = self[name] else { return nil }
        if let text = Self.text(of: member) { return text }
        note(name, "This is to be one text.")
        return nil
    }

    static func text(of value: JSONValue) -> String? {
        if let text = value.string { return isBlank(text) ? nil : text }
        return value.numberText
    }

    func required(_ name: String, _ why: String) -> String? {
        if value[name] == nil {
            note(nil, "\"\(name)\" is missing: \(why).")
            return nil
        }
        if let value = value[name], Self.isEmpty(value) {
            note(name, "This is empty. Fill it in: \(why).")
            return nil
        }
        return text(name)
    }

    func texts(_ name: String) -> [String] {
        list(name).compactMap { element in
            if let text = Self.text(of: element) { return text }
            notes.add(element, nil, "This is to be a text that is not empty.")
            return nil
        }
    }

    /// One value stands for a list of it.
    func list(_ name: String) -> [JSONValue] { self[name]?.oneOrMore ?? [] }

    func flag(_ name: String) -> Bool? {
        guard let member = self[name] else { return nil }
        if let flag = member.bool { return flag }
        note(name, "This is to be true or false.")
        return nil
    }

    /// A number from 0 on, with the text in which it was written.
    func amount(_ name: String) -> (text: String, value: Double)? {
        guard let member = self[name] else { return nil }
        guard let text = member.numberText, let number = member.double, number.isFinite else {
            note(
                name,
                "This is to be a number, such as 3 or 4.5: with a point, without quotes and units.")
            return nil
        }
        guard number >= 0 else {
            note(name, "This is \(text); it cannot be less than 0.")
            return nil
        }
        return (text, number)
    }

    /// An instant, in UTC to the second (section 9.2).
    func time(_ name: String) -> (text: String, instant: Timestamp)? {
        guard let text = text(name) else { return nil }
        if let instant = Timestamp(text)?.wholeSeconds { return (instant.description, instant) }
        if Timestamp(text + "T00:00:00Z") != nil {
            note(
                name,
                "\(text) is a day without a time and a zone; readers elsewhere would take it for "
                    + "another. Write \(text)T00:00:00Z for the start of that day in UTC, or "
                    + "with your own zone \(text)T00:00:00+01:00.")
        } else if Timestamp.reading(text) != nil {
            note(
                name,
                "\(text) has no time zone; readers elsewhere would take it for another time. Write "
                    + "\(text)Z for UTC, or with your own zone \(text)+01:00.")
        } else {
            note(
                name,
                "\"\(text)\" is no date and time. Write it as 2026-05-30T12:00:00Z: year, month, "
                    + "day, T, time and zone.")
        }
        return nil
    }

    /// A URI with its scheme.
    func uri(_ name: String, web: Bool = false) -> String? {
        guard let text = text(name) else { return nil }
        guard Self.isURI(text, web: web) else {
            let example = web ? "https://example.edu/page" : "https://…, urn:uuid:… or did:…"
            note(name, "\"\(text)\" is no address. Write the whole of it, as \(example).")
            return nil
        }
        return text
    }

    static func isURI(_ text: String, web: Bool = false) -> Bool {
        let reference = URIReference(text)
        guard let scheme = reference.scheme,
            text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !#"<>"{}|\^`"#.utf8.contains($0) })
        else { return false }
        let isWeb = ["https", "http"].contains { $0.isSame(as: scheme.lowercased()) }
        if isWeb { return reference.authority?.isEmpty == false }
        return !web && !reference.path.isEmpty
    }
}

/// The members that are there.
func draftObject(_ members: [(String, JSON?)]) -> JSON {
    .object(members.compactMap { name, value in value.map { (name: name, value: $0) } })
}

/// A list, where there is something in it (GEN-04).
func draftList(_ values: [JSON]) -> JSON? { values.isEmpty ? nil : .array(values) }

func draftText(_ text: String?) -> JSON? { text.map { .string($0) } }

/// A number as people write it.
func draftNumber(_ number: Double) -> String {
    let text = "\(number)"
    return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
}
