import Credentials
import JSONText
import Vocabularies

/// What the standards ask beside what a JSON Schema can say, or the published ones do say: one
/// of two members, numbers within bounds, what a member means. `clr validate` and the check
/// `shape` of verification both come through here.
extension ModelWalk {
    mutating func applyRules(_ value: JSONValue, _ shape: ShapeClass) {
        guard model.dataModel.isLenient, value.isObject else { return }
        switch shape.name {
        case "ClrSubject", "AchievementSubject": judgeIdentity(value, shape)
        case "Criteria": judgeCriteria(value, shape)
        case "Address": judgeCountry(value, shape)
        case "GeoCoordinates": judgeCoordinates(value, shape)
        case "BitstringStatusListEntry": judgeIndex(value, shape)
        default:
            guard isWhole else { return }
            if shape.name == "VerifiableCredential" || shape.bases.contains("VerifiableCredential")
            {
                judgePurposes(value)
            }
        }
    }

    /// MCHK-01: much that is issued to whoever holds it names nobody, so this is told and no
    /// problem; a list of identifiers without one is.
    private mutating func judgeIdentity(_ value: JSONValue, _ shape: ShapeClass) {
        let subject = Subject(value)
        let requirement = shape.property(named: "identifier")?.requirement ?? "MCHK-01"
        guard subject.id?.isEmpty != false else { return }
        guard subject.identifiers.isEmpty else {
            guard value["id"]?.isString == true else { return }
            note(
                .emptyIdentity, "The \"id\" is empty; leave it out where there is none.",
                here.appending("id"), shape.property(named: "id")?.requirement ?? "MCHK-01")
            return
        }
        let words =
            "The subject has neither \"id\" nor \"identifier\": nobody can tell whose record this "
            + "is."
        if value["identifier"]?.isArray == true {
            fault(.emptyIdentifiers, words, here, requirement, .subjectIdentity)
        } else {
            note(.noIdentity, words, here, requirement)
        }
    }

    /// MCHK-06.
    private mutating func judgeCriteria(_ value: JSONValue, _ shape: ShapeClass) {
        guard value["id"] == nil, value["narrative"] == nil else { return }
        fault(
            .emptyCriteria, "The criteria have neither \"id\" nor \"narrative\".", here,
            shape.requirement, .emptyCriteria)
    }

    private mutating func judgeCountry(_ value: JSONValue, _ shape: ShapeClass) {
        guard let code = value["addressCountryCode"]?.string, !ModelText.isCountryCode(code)
        else { return }
        note(
            .outOfRange,
            "\"addressCountryCode\" is \"\(code.prefix(80))\"; it should be the two capital "
                + "letters of a country (ISO 3166-1), like \"DE\".",
            here.appending("addressCountryCode"), shape.requirement ?? "VER-05")
    }

    private mutating func judgeCoordinates(_ value: JSONValue, _ shape: ShapeClass) {
        for (name, bound) in [("latitude", 90.0), ("longitude", 180.0)] {
            guard let number = value[name]?.double, !(-bound...bound).contains(number) else {
                continue
            }
            note(
                .outOfRange,
                "\"\(name)\" is no place on Earth; it should lie between -\(Int(bound)) and "
                    + "\(Int(bound)) degrees.", here.appending(name),
                shape.requirement ?? "VER-05")
        }
    }

    /// Section 3.5: the index is a number of digits, and in a text.
    private mutating func judgeIndex(_ value: JSONValue, _ shape: ShapeClass) {
        guard let index = value["statusListIndex"],
            index.isString || index.isObject || index.kind == .number,
            StatusEntry.index(index) == nil
        else { return }
        fault(
            .malformedText,
            "\"statusListIndex\" must be the place of the entry in the list: digits in a text, "
                + "like \"94567\".", here.appending("statusListIndex"),
            shape.property(named: "statusListIndex")?.requirement, .namedClass)
    }

    /// OB3-M-79: what a credential is signed for. Presentations are signed for something else.
    private mutating func judgePurposes(_ value: JSONValue) {
        guard let proofs = value["proof"] else { return }
        let place = here.appending("proof")
        for (index, proof) in proofs.oneOrMore.enumerated() {
            guard let purpose = proof["proofPurpose"]?.string,
                !purpose.isSame(as: "assertionMethod")
            else { continue }
            fault(
                .wrongPurpose,
                "\"proofPurpose\" is \"\(purpose.prefix(80))\"; that of a credential must be "
                    + "\"assertionMethod\".",
                (proofs.isArray ? place.appending(index) : place).appending("proofPurpose"),
                "OB3-M-79", .proofPurpose)
        }
    }

    /// What names a class with members of its own is held against that, too: a status entry and a
    /// proof. The published schemas look at what all of them share.
    mutating func walkNamedClass(_ value: JSONValue, expected: ShapeClass) {
        guard isWhole, model.dataModel.isLenient, value.isObject,
            expected.name == "Proof" || expected.name == "CredentialStatus"
        else { return }
        let types = (value["type"]?.oneOrMore ?? []).compactMap(\.text)
        guard let own = model.class(ofTypes: types, expected: expected.name),
            own.name != expected.name
        else { return }
        let before = standing
        standing = standing ?? .namedClass
        walk(value, as: own)
        standing = before
    }
}
