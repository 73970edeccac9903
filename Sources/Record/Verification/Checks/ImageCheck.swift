import Baking
import Credentials
import JSONText

/// What is to be said of the picture out of which a credential was read.
struct ImageCheck {
    let document: CredentialDocument

    var answers: [Check] {
        guard let baked = document.image else { return [] }
        var answers = [Check(.readFromImage, Self.source(of: baked))]
        if let place = baked.activeContent {
            let text =
                "The SVG has something in it, at \(place), that could run in a browser that opens "
                + "it. Nothing of it was run here; open the picture in no browser."
            answers.append(Check(.imageActive, text))
        }
        if let answer = comparison(with: baked) { answers.append(answer) }
        return answers
    }

    private static func source(of baked: BakedCredential) -> String {
        let carrier = baked.format == .png ? "chunk" : "element"
        var text =
            "Read out of the \(baked.format.rawValue): \(carrier) \(baked.carrier) at "
            + "\(baked.place), in the form of \(baked.standard.name)."
        if baked.isCompressed { text += " It is compressed, which the standard forbids." }
        if baked.standsBesideAssertion {
            text += " Beside it stands an Open Badges 2.0 assertion, which was not looked at."
        }
        return text
    }

    // MARK: - Whether it is the picture that the credential names

    /// Nil where the credential names none, or only an address without a digest.
    private func comparison(with baked: BakedCredential) -> Check? {
        let outcomes = named.compactMap { value in
            isSame(value, as: baked).map { (value: value, isSame: $0) }
        }
        if let same = outcomes.first(where: { $0.isSame }) {
            let text = "The picture is the one that the credential names."
            return Check(.imageMatches, text, at: same.value.pointer)
        }
        return outcomes.first.map { different in
            Check(
                .imageDiffers,
                "The picture is not the one that the credential names: what it shows is not the "
                    + "issuer's word.", at: different.value.pointer)
        }
    }

    /// The pictures that may be the one: the recipient's, the achievement's, the credential's.
    private var named: [JSONValue] {
        let credential = document.credential
        let subject = credential.subject?.json
        let ofBadge = credential.kind.isAchievement
        return [
            ofBadge ? subject?["image"] : nil,
            ofBadge ? subject?["achievement"]?["image"] : nil, credential.json["image"],
        ].compactMap { $0 }
    }

    /// Nil where nothing is at hand to compare with.
    private func isSame(_ value: JSONValue, as baked: BakedCredential) -> Bool? {
        guard let url = Image.reading(value)?.url else { return nil }
        if let octets = DataURL.octets(of: url) {
            return baked.source.shows(try? Picture(reading: octets))
                || octets.elementsEqual(baked.picture)
        }
        let resources = document.credential.json["relatedResource"]?.oneOrMore ?? []
        let digest = resources.first { $0["id"]?.string?.isSame(as: url) == true }
            .flatMap { $0["digestSRI"]?.string }.flatMap { SubresourceDigest($0) }
        return digest.map { $0.fits(baked.picture) }
    }
}
