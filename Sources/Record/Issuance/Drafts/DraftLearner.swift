import Crypto
import JSONText

/// Whose record it is; the same in every part of it (MCHK-07).
struct DraftLearner {
    let id: String
    let identifiers: [JSON]

    func members(_ type: String) -> [(String, JSON?)] {
        [
            ("id", .string(id)), ("type", .array([.string(type)])),
            ("identifier", draftList(identifiers)),
        ]
    }
}

extension DraftWriter {
    /// With `hashed: true` only who knows the e-mail address or number already can recognize it;
    /// the name stays readable (OB3-M-72).
    func learner() -> DraftLearner {
        let members = ["id", "name", "email", "studentId", "identifiers", "hashed"]
        guard let value = draft["learner"] else {
            if draft.value["learner"] == nil {
                draft.note(nil, "\"learner\" is missing: it says whose record this is.")
            }
            return DraftLearner(id: newID(), identifiers: [])
        }
        guard let object = DraftObject(value, notes, "A learner", members) else {
            return DraftLearner(id: newID(), identifiers: [])
        }
        let isHashed = object.flag("hashed") ?? false
        var identifiers: [JSON] = []
        func add(_ type: String, _ text: String?, hashed: Bool) {
            guard let text else { return }
            identifiers.append(hashed ? self.hashed(type, text) : Self.plain(type, text))
        }
        add("name", object.text("name"), hashed: false)
        let email = object.text("email")
        if let email, !Self.isAddress(email) {
            object.note("email", "\"\(email)\" is no e-mail address, as ada@example.edu is.")
        }
        add("emailAddress", email, hashed: isHashed)
        add("systemId", object.text("studentId"), hashed: isHashed)
        for entry in object.list("identifiers") {
            guard let inner = DraftObject(entry, notes, "An identifier", ["type", "value"]) else {
                continue
            }
            let type = inner.required("type", "it says what the value is").flatMap {
                DraftAchievement.term($0, of: "IdentifierTypeEnum", "type", inner)
            }
            let text = inner.required("value", "it is the identifier")
            if let type { add(type, text, hashed: isHashed) }
        }
        if identifiers.isEmpty, value["id"] == nil {
            object.note(
                nil, "Nothing says who this is: give a name, an email, a studentId or an id.")
        }
        return DraftLearner(id: id(object), identifiers: identifiers)
    }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(0x20) }
    }

    private static func plain(_ type: String, _ text: String) -> JSON {
        [
            "type": "IdentityObject", "hashed": false, "identityHash": .string(text),
            "identityType": .string(type),
        ]
    }

    private func hashed(_ type: String, _ text: String) -> JSON {
        let salt = salt()
        let digits = SHA256.hash(data: Array((text + salt).utf8)).map { octet in
            let digit = String(octet, radix: 16)
            return digit.utf8.count == 1 ? "0" + digit : digit
        }
        return [
            "type": "IdentityObject", "hashed": true,
            "identityHash": .string("sha256$" + digits.joined()), "identityType": .string(type),
            "salt": .string(salt),
        ]
    }
}
