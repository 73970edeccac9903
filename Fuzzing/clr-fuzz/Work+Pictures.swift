import Baking
import JSONText

extension Work {
    /// A PNG as it came, and with the checksums that its chunks should have.
    static func png(_ bytes: [UInt8]) {
        picture(bytes)
        picture(PNGForm.mended(bytes))
        for wrapper in Inflation.Wrapper.allCases {
            let text = try? Inflation.inflated(bytes, from: wrapper, limit: inflationLimit)
            demand(text.map { $0.count <= inflationLimit } != false, "more inflates than allowed")
        }
    }

    static let inflationLimit = 4_096

    static func svg(_ bytes: [UInt8]) { picture(bytes) }

    /// What is found in a picture is bounded; without it the picture is the same one with nothing
    /// in it, and what is baked into that comes back, as does the picture.
    private static func picture(_ bytes: [UInt8]) {
        guard let picture = try? Picture(reading: bytes) else { return }
        let found = try? picture.credential()
        if let found {
            let limit = found.isCompressed ? Limits.bakedTextBytes : bytes.count
            demand(found.text.count <= limit, "a credential is longer than allowed")
        }
        let plain = picture.plain
        guard let empty = try? Picture(reading: plain) else {
            return demand(false, "a picture cannot be read without what was baked in")
        }
        demand(empty.standards.isEmpty, "something stays baked in")
        demand(empty.plain == plain, "there is something to take out of nothing")
        demand(picture.shows(empty), "a picture shows something else without its credential")
        for standard in BakedStandard.allCases {
            for text in Seeds.bakedTexts + [found?.text ?? []] where !text.isEmpty {
                let credential = Bakeable(
                    standard: standard, text: text, isToken: Seeds.isToken(text),
                    address: "https://hollin.example/1")
                _ = try? picture.baking(credential)
                bake(credential, into: empty)
            }
        }
    }

    private static func bake(_ credential: Bakeable, into picture: Picture) {
        guard let baked = try? picture.baking(credential) else { return }
        guard let again = try? Picture(reading: baked), let found = try? again.credential() else {
            return demand(false, "what was baked cannot be read")
        }
        demand(found.text == credential.text, "what is unbaked is not what was baked")
        demand(found.standard == credential.standard, "what was baked is of another standard")
        demand(again.plain == picture.plain, "baking changes the picture")
    }
}
