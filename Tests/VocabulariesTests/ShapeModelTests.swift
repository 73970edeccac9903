import JSONText
import TestSupport
import Testing

@testable import Vocabularies

@Suite struct `The shape of classes` {
    private func property(
        _ name: Text, of type: Text, on model: ShapeModel.DataModel = .v2_0
    ) throws -> ShapeProperty {
        let one = try #require(ShapeModel.on(model).class(named: type), "\(type)")
        return try #require(one.property(named: name), "\(type).\(name)")
    }

    @Test(arguments: [
        ("ClrCredential", "@context credentialSubject id issuer name type validFrom"),
        ("ClrSubject", "type verifiableCredential"),
        ("Association", "associationType sourceId targetId type"),
        ("OpenBadgeCredential", "@context credentialSubject id issuer type validFrom"),
        ("EndorsementCredential", "@context credentialSubject id issuer name type validFrom"),
        ("AchievementSubject", "achievement type"),
        ("Achievement", "criteria description id name type"),
        ("ResultDescription", "id name resultType type"),
        ("VerifiableCredential", "@context credentialSubject issuer type"),
        ("VerifiablePresentation", "@context type"),
        ("BitstringStatusListCredential", "@context credentialSubject issuer type"),
        ("Profile", "id type"),
    ])
    func `have the required members of the standard`(type: String, names: String) throws {
        let one = try #require(ShapeModel.on(.v2_0).class(named: Text(type)))
        #expect(one.required.map(\.name.string).sorted().joined(separator: " ") == names)
    }

    @Test func `follow VCDM 1_1 where a credential does`() throws {
        let model = ShapeModel.on(.v1_1)
        for type: Text in ["ClrCredential", "AchievementCredential", "EndorsementCredential"] {
            let one = try #require(model.class(named: type))
            #expect(one.property(named: "issuanceDate")?.isRequired == true)
            #expect(one.property(named: "expirationDate")?.isRequired == false)
            #expect(one.property(named: "validFrom") == nil)
            #expect(one.property(named: "validUntil") == nil)
            #expect(one.property(named: "name")?.isRequired == true)
            #expect(one.property(named: "issuer")?.kinds == .object)
            #expect(
                one.property(named: "issuer")?.acceptance(of: .string)
                    == .tolerated(.bareString))
        }
    }

    @Test func `ask for the type names of a class and of its bases`() throws {
        let types = { (name: Text) in ShapeModel.on(.v2_0).class(named: name)?.requiredTypes }
        #expect(
            types("OpenBadgeCredential")
                == [["VerifiableCredential"], ["AchievementCredential", "OpenBadgeCredential"]])
        #expect(types("ClrCredential") == [["VerifiableCredential"], ["ClrCredential"]])
        #expect(types("Association") == [["Association"]])
        #expect(types("Criteria") == [])
        #expect(types("CredentialStatus") == [])
        #expect(types("BitstringStatusListEntry") == [["BitstringStatusListEntry"]])
    }

    @Test func `take what the model has and put up with what is common`() throws {
        let tag = try property("tag", of: "Achievement")
        #expect(tag.acceptance(of: .array) == .accepted)
        #expect(tag.acceptance(of: .string) == .tolerated(.bareValue))
        #expect(tag.acceptance(ofElement: .object) == .tolerated(.languageMap))
        #expect(tag.acceptance(ofElement: .number) == .refused)
        let image = try property("image", of: "Achievement")
        #expect(image.acceptance(of: .object) == .accepted)
        #expect(image.acceptance(of: .string) == .tolerated(.bareString))
        #expect(image.acceptance(of: .array) == .refused)
        let proof = try property("proof", of: "ClrCredential")
        #expect(proof.acceptance(of: .object) == .accepted)
        #expect(proof.acceptance(of: .array) == .accepted)
        #expect(proof.requirement == "CLR2-M-16")
        let status = try property("credentialStatus", of: "ClrCredential")
        #expect(status.acceptance(of: .array) == .tolerated(.array))
        let name = try property("name", of: "Achievement")
        #expect(name.acceptance(of: .object) == .tolerated(.languageMap))
        #expect(name.acceptance(of: .null) == .refused)
        let credits = try property("creditsEarned", of: "AchievementSubject")
        #expect(credits.acceptance(of: .number) == .accepted)
        #expect(credits.acceptance(of: .string) == .refused)
        let issuer = try property("issuer", of: "ClrCredential")
        #expect(issuer.kinds == [.string, .object])
        #expect(issuer.nestedClass == "Profile")
        let index = try property("statusListIndex", of: "BitstringStatusListEntry")
        #expect(index.acceptance(of: .number) == .tolerated(.number))
        let contexts = try property("@context", of: "ClrCredential")
        #expect(contexts.minimum == 3)
    }

    @Test(arguments: ShapeModel.DataModel.allCases)
    func `name only classes, primitives and enumerations that exist`(
        model: ShapeModel.DataModel
    ) throws {
        let shapes = ShapeModel.on(model)
        for one in shapes.classes {
            for property in one.properties {
                #expect(!property.kinds.isEmpty, "\(one.name).\(property.name)")
                if let nested = property.nestedClass {
                    #expect(shapes.class(named: nested) != nil, "\(one.name).\(property.name)")
                }
                if let name = property.vocabulary {
                    #expect(shapes.vocabulary(named: name) != nil, "\(name)")
                }
            }
        }
    }

    @Test(arguments: [
        ("VerifiableCredential ClrCredential", "VerifiableCredential", "ClrCredential"),
        ("OpenBadgeCredential VerifiableCredential", "EdTechCredential", "AchievementCredential"),
        ("VerifiableCredential Other", "VerifiableCredential", "VerifiableCredential"),
        ("VerifiableCredential Other", "EdTechCredential", "EdTechCredential"),
        ("VerifiableCredential Profile", "VerifiableCredential", "VerifiableCredential"),
        ("BitstringStatusListEntry", "CredentialStatus", "BitstringStatusListEntry"),
        ("DataIntegrityProof", "Proof", "DataIntegrityProof"),
        ("", "Proof", "Proof"),
    ])
    func `are found by type names`(types: String, expected: String, found: String) {
        let names = types.split(separator: " ").map { Text(String($0)) }
        let one = ShapeModel.on(.v2_0).class(ofTypes: names, expected: Text(expected))
        #expect(one?.name == Text(found))
    }

    @Test func `are open but for those that the standard closes`() {
        let closed = ShapeModel.on(.v2_0).classes.filter { !$0.isOpen }.map(\.name).sorted()
        #expect(
            closed == [
                "Association", "GetClrCredentialsResponse", "GetOpenBadgeCredentialsResponse",
                "IdentifierEntry", "IdentityObject", "Image", "Imsx_CodeMinor",
                "Imsx_CodeMinorField", "Imsx_StatusInfo",
            ])
    }
}

@Suite struct `Enumerations` {
    @Test(arguments: [
        ("AchievementType", 31), ("AlignmentTargetType", 7), ("AssociationType", 8),
        ("ResultType", 12), ("ResultStatusType", 7), ("IdentifierTypeEnum", 19),
        ("Imsx_CodeMajor", 4), ("Imsx_Severity", 3), ("Imsx_CodeMinorFieldValue", 13),
    ])
    func `have all their terms`(name: String, count: Int) throws {
        let one = try #require(Vocabulary.named(Text(name)))
        #expect(one.terms.count == count)
        #expect(Set(one.terms).count == count)
        #expect(one.requirement.utf8.starts(with: "ENUM-0".utf8))
    }

    @Test func `may be extended by ext: where the standard says so`() throws {
        let open = try #require(Vocabulary.named("AchievementType"))
        let closed = try #require(Vocabulary.named("AssociationType"))
        #expect(open.membership(of: "Degree") == .term)
        #expect(open.membership(of: "ext:Stage.1_a-b") == .extensionTerm)
        for unknown: Text in ["degree", "ext:", "ext:a b", "xext:a", "Degre\u{65}\u{301}"] {
            #expect(open.membership(of: unknown) == .unknown)
        }
        #expect(closed.membership(of: "isPartOf") == .term)
        #expect(closed.membership(of: "ext:near") == .unknown)
    }
}
