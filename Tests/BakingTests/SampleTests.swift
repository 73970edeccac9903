import Baking
import TestSupport
import Testing

@Suite(.enabled(if: Standards.present)) struct `The pictures of the standards` {
    @Test(arguments: [
        ("ob30/validator/simple-json.svg", "openbadges:credential"),
        ("ob30/validator/simple-jwt.svg", "openbadges:credential"),
        ("ob30/validator/simple-jwt_v1.svg", "openbadges:credential"),
        ("ob30/validator/simple-jwt.png", "iTXt"),
    ])
    func `give their badge, and take it again`(file: String, carrier: String) throws {
        let image = try Standards.bytes("samples/" + file)
        let picture = try Picture(reading: image)
        let found = try picture.credential()
        #expect(found.standard == .openBadges3)
        #expect(found.carrier == carrier)
        let isToken = file.contains("jwt")
        #expect(found.text.starts(with: "eyJ".utf8) == isToken)
        let made = try picture.baking(
            Bakeable(standard: .openBadges3, text: found.text, isToken: isToken))
        #expect(try Picture(reading: made).credential().text == found.text)
        #expect(try Picture(reading: made).plain == found.picture)
        #expect(try Picture(reading: found.picture).standards == [])
    }

    @Test(arguments: [
        "ob20/badgr/unbaked_image.png", "ob20/validator/assets/beths-robot-badge.png",
    ])
    func `without a badge say so, and take one`(file: String) throws {
        let image = try Standards.bytes("samples/" + file)
        #expect(refusal(image) == .nothingBaked(.png))
        for standard in BakedStandard.allCases {
            let made = try Picture(reading: image)
                .baking(Bakeable(standard: standard, text: Array("{}".utf8), isToken: false))
            #expect(try Picture(reading: made).credential().standard == standard)
            #expect(try Picture(reading: made).plain == image)
        }
    }
}
