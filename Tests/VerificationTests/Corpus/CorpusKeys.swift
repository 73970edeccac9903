import DIDs
import Issuance
import JSONText
import KeyMaterial

/// Keys of the corpus that are not made of a label.
enum CorpusKeys {
    /// Made for the corpus alone; it signs nothing else.
    private static let rsaText = """
        {
        "e": "AQAB",
        "kty": "RSA",
        "n": "\
        yg81GfNSVg6wicBO-6iwcf3HOdzavT_KP_btnGWWt7wdCPpriBJASZvLgZhanpgJl4XWexaW\
        3qNTOy4kESA-roNw_Ev5SA_PeJ_1ja682MnTA3Kc6pOkhJgUlkFInL2vtWHTIuzB4NUUJQQX\
        bPR41aGvCeRq2CPoOPE3E6V-Xpf-lUu54IEm65FLHErTYzjX5MKQLcHm4rn0pQVbXifBLbcj\
        G4crdaYaYlcIUxg7WRtH8ep9fz3adOYCqf9r3fGQmLNU4hwYj7cIARXQYQO2-B_vUr6hOcGG\
        oWdqrs6CNyHmbqhjLs8D5mR1k9b-Q05xnzuvoJGdR7JEUb1zJYVPAw\
        ",
        "alg": "RS256",
        "d": "\
        RvgZbBBw8mX9bpybgTuqIZeDopimQYNGu7m0klKCIe2R-yXNoADdEJ2GWHHVHlADSnOJNjlk\
        azVNVgNqSpObQHtNM2hR2ZQoCFOSkR13GeOlWFgosiGCTsoFrRKn-NmM_fWqjWE_5YKhrTCn\
        M68YQ9yimKRgPKM7_MgIUr-1R26WgK2H7BuOmuMj0bK4PX_NKjA3G8BokcTPiyBf8sFVDDyQ\
        nSMz1PXU4P-cZnNHJRG3vUWLWBCuVc382Syhsp5OORxMLl-5cqcFixeVYILSgO0-OegfoHy1\
        J3Lnt8ih-EOXHQkigq2eGRliRuVsOAUKOoRjgVQj2JdrB4WfSCmMYQ\
        ",
        "p": "\
        6ERGaIDnIRoee-S8Mo4HoxDGwNpCpTRgc7gF9KVYGQpfQANlgsy-L8HwX8ULnvcHiF7OwUPa\
        mTZBubv2FyHeHl-WVyffjviOuDy8GuUHeqiZhI7x1G_L8WD9OC2VxyfZo18H256tOwK3F5jz\
        L2tlybrumRJJ82jvJLwBIgjXuGM\
        ",
        "q": "\
        3rTCBrPE8ZmTsu5qjm92pxW1GJyQqed0SUe0l3uOcriFKKVTjkRFdKEkBQNAR76l_KdrKHnp\
        lj2nZa7BYccDj5cfeqXQGtxYNxkn6xmXXQ-Hfn-N_bBZLhCQYCDqrs4SHN-_DU0OjXb_i5Bc\
        R718oUpiS-oNh5MRABE4rIh2wOE\
        ",
        "dp": "\
        TIp7XWLlR-5Qj2mAb3SIpb8YkGMcxU5uXpQNOmLmllHps7Gq2SDZp-lUamsH-lnT3KfJoLzY\
        o9bSb_-2CEd76Cx94bjdHkNg3Ov-3SoOfehjtuBYZzZ0UdYxfDrheeDzAriFYWV4FtM9PQSF\
        V2IgCAuXJ1B0mEdDT6q5ANtDI5s\
        ",
        "dq": "\
        fdkTU4o-nnA0oIZNvJOMLzr7DR9cOEbM1aQpjviJNJbE2IUkRF6cCR4OJq8Bogk_7xgEW-kY\
        cIgCkllAeipl_rxdU4djo-okB261ugrKGBJwdLFL4bHHk1pU251-QK2-WoathaynrpUyLwGy\
        w-92AAbyqQdoAda_YpRYvFaZFME\
        ",
        "qi": "\
        mgjjOW4NtbyaJoKjOhHZ_1OdJhu8grNrZhJUyxoIl4jDSwTY_S8IheMYLEwH-0XIHCumb2-b\
        4oqMaoqmjOv2DtrzQK9hd9i5y2L5DXgwfZAltIE3DzrW71wHiuDP-jbBTkD2QH5VOLOUai-5\
        Gx5-DZBxgrczqhAoF1zyzZ09MKo\
        "
        }
        """

    static func rsa() throws -> PrivateKey {
        try PrivateKey(jwk: Fixture.document(rsaText).root)
    }

    /// An issuer whose identifier is its key (did:jwk).
    static func issuer(_ key: PrivateKey) -> IssuingKey {
        let id = DID.jwk(key.publicKey).string
        return IssuingKey(
            signer: key, issuer: id, verificationMethod: id + "#0",
            profile: Workshop.profile(id, "Hollin University"))
    }

    // MARK: - A key set

    static func inKeySet() throws -> IssuingKey {
        IssuingKey(
            signer: try Workshop.key("Hollin key set"), issuer: Workshop.address,
            verificationMethod: "k1",
            profile: Workshop.profile(Workshop.address, "Hollin University"))
    }

    /// The key set of the issuer's host; further members of the key can be put into it.
    static func keySet(more: String = "") throws -> (url: String, bytes: [UInt8]) {
        let jwk = Fixture.text(try Workshop.key("Hollin key set").publicKey.jwk.serialized())
        let own = #","kid":"k1","iss":"\#(Workshop.address)"\#(more)}"#
        return (
            "https://hollin.example/.well-known/jwks.json",
            Array("{\"keys\": [\(jwk.dropLast())\(own)]}".utf8)
        )
    }
}
