/// Keys that OpenSSL made for these tests, in the forms that it writes.
enum KeySamples {
    /// PKCS #8.
    static let rsa = """
        -----BEGIN PRIVATE KEY-----
        MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQDgsdhFK+sN/iVo
        dze3jkOP+yOweF/n6GryipPmDJcnyAnyUbnzhmjmwhzO4WROmF0txfRMaAQ7QbtH
        yQKPW+DIiD8UcgMBFkTpDumt89nCxSFDbaWNbjt4LIfW5uVIL102rLypN/67BkAi
        HNdceaxCxWvMToYymICABWrlFAYHA2IVdz7zdi2FC2x1Vvo/K2shpWuvcG/WMSj7
        IG4Gge1+jjniGdMWkI2blSZwnb7NT3m0K4HdBwq05cz5YedH4mpDYG1cGk7tmtzc
        2Kr+R/HYEvL4Aps1tuCm19HX52ZmeUA9+iLNyhjZ262Xe87dgOjoJWQ13mGmBMzN
        r39TVfQfAgMBAAECggEABOn6FAAD+PQLjL535SaDBIOWZAUrkTBfQILWk/cSlW9Y
        jM/5KPaVs9fjdkgXcODxKPj2k7MyxiOxMdy82p/TrypT3xKB8zHP7MKpLEkOk49D
        WFnIYUzUD/IyEq4vRJyb3AAZv1SY2Eu3q2dREdX+jKWEW90q8fyeWpQLSEeq2ubH
        zdDm/A0P/3v27PGHAAliQKs1OLjNLCzpj12WQ/aBoOHtnjZu0Mf1z3Sgah7gyfjk
        PrwlSzLpanFxOTvbCT7AayIGhUJp7Zj6ysU5UMW0nc8biPhxoNXsXp2mCAA7Qs/c
        JzGx6qwfXpEBWEMD+RG+eqf6HV6X1BV2RQ4Gr8n6nQKBgQD6iBgpnux0YiUWz/2l
        6TqqFwN42zDSb8N+psUVJ5rNxsfnR+p3nZ1h79K4u088fSdpx0xvgY0MnDhDIs/Y
        f4tmqal1fEyklVQIzMr3EMa304IkDNvfK8rh84PRhd/OS10WjSFGh7Y6BZjI7Mta
        e7dWmYsjKZrjveMP171w7e5oFQKBgQDlmWFmHR9pztZgEw1YR7AY0g5Zfd/YMGH6
        BoH7pY+79Lq+hcWfr3zsPdQ9UVNZBbyyp/TqSVOLQh1/xzIWx/qCrvALZwqDQ2aR
        U7gEJZM32Hn6mLhGsUdJkxBu1DvZeyfycpiU+RVD/ttO5NeiUVT8eUBtIo71Er4A
        6NfqIO3kYwKBgQDa1F0mnaYz0jZLQslvTdTsFMX3np16chz0V372B230J5kcr3hh
        ms6JaQ1KRnHjh/4RKv/ctfAZ/6o1GgcqN93vgmp+MGBRsg2A0kDGpWSt1JVsH789
        o+bGjgmpzaG7c6CPvh4+mPPWomTdu9ez5TQy9FLQF9su6gGXKP5T0b/YMQKBgQDP
        cMD7TZywMFyn+Q65kCuegUrNuFiiLzSWfYK7Jl6y5u5CbQKcwCUSHNrBe9TePby7
        fdxeQVnmHBoi9Ipg4tWHdR8UbkilSCRHcWh09q4IauHqdEkqNcm+w8y5Fa/tUsRI
        3RjWoCWChaUHpuLcmLc8VSDMecjHy+M3VyidNJs7GQKBgQD2b+Wc2Im+ecxyD4bu
        c7a77L/wbgA0d1TEiOmPndykjic9Iw9QIbOqI+OMxiIE5YVRCdxn0MvvIAiMnCY1
        YrW8W3ZBEEi5Bga3fTzB3z+XfnbBqOyPL2oybx8ehHPjraf4Whq4JK+OkOBoNY3Y
        SS6PvnTrlfyJ+f3yrCzupAemvw==
        -----END PRIVATE KEY-----
        """

    /// The same key in PKCS #1.
    static let rsaTraditional = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpQIBAAKCAQEA4LHYRSvrDf4laHc3t45Dj/sjsHhf5+hq8oqT5gyXJ8gJ8lG5
        84Zo5sIczuFkTphdLcX0TGgEO0G7R8kCj1vgyIg/FHIDARZE6Q7prfPZwsUhQ22l
        jW47eCyH1ublSC9dNqy8qTf+uwZAIhzXXHmsQsVrzE6GMpiAgAVq5RQGBwNiFXc+
        83YthQtsdVb6PytrIaVrr3Bv1jEo+yBuBoHtfo454hnTFpCNm5UmcJ2+zU95tCuB
        3QcKtOXM+WHnR+JqQ2BtXBpO7Zrc3Niq/kfx2BLy+AKbNbbgptfR1+dmZnlAPfoi
        zcoY2dutl3vO3YDo6CVkNd5hpgTMza9/U1X0HwIDAQABAoIBAATp+hQAA/j0C4y+
        d+UmgwSDlmQFK5EwX0CC1pP3EpVvWIzP+Sj2lbPX43ZIF3Dg8Sj49pOzMsYjsTHc
        vNqf068qU98SgfMxz+zCqSxJDpOPQ1hZyGFM1A/yMhKuL0Scm9wAGb9UmNhLt6tn
        URHV/oylhFvdKvH8nlqUC0hHqtrmx83Q5vwND/979uzxhwAJYkCrNTi4zSws6Y9d
        lkP2gaDh7Z42btDH9c90oGoe4Mn45D68JUsy6WpxcTk72wk+wGsiBoVCae2Y+srF
        OVDFtJ3PG4j4caDV7F6dpggAO0LP3CcxseqsH16RAVhDA/kRvnqn+h1el9QVdkUO
        Bq/J+p0CgYEA+ogYKZ7sdGIlFs/9pek6qhcDeNsw0m/DfqbFFSeazcbH50fqd52d
        Ye/SuLtPPH0nacdMb4GNDJw4QyLP2H+LZqmpdXxMpJVUCMzK9xDGt9OCJAzb3yvK
        4fOD0YXfzktdFo0hRoe2OgWYyOzLWnu3VpmLIyma473jD9e9cO3uaBUCgYEA5Zlh
        Zh0fac7WYBMNWEewGNIOWX3f2DBh+gaB+6WPu/S6voXFn6987D3UPVFTWQW8sqf0
        6klTi0Idf8cyFsf6gq7wC2cKg0NmkVO4BCWTN9h5+pi4RrFHSZMQbtQ72Xsn8nKY
        lPkVQ/7bTuTXolFU/HlAbSKO9RK+AOjX6iDt5GMCgYEA2tRdJp2mM9I2S0LJb03U
        7BTF956denIc9Fd+9gdt9CeZHK94YZrOiWkNSkZx44f+ESr/3LXwGf+qNRoHKjfd
        74JqfjBgUbINgNJAxqVkrdSVbB+/PaPmxo4Jqc2hu3Ogj74ePpjz1qJk3bvXs+U0
        MvRS0BfbLuoBlyj+U9G/2DECgYEAz3DA+02csDBcp/kOuZArnoFKzbhYoi80ln2C
        uyZesubuQm0CnMAlEhzawXvU3j28u33cXkFZ5hwaIvSKYOLVh3UfFG5IpUgkR3Fo
        dPauCGrh6nRJKjXJvsPMuRWv7VLESN0Y1qAlgoWlB6bi3Ji3PFUgzHnIx8vjN1co
        nTSbOxkCgYEA9m/lnNiJvnnMcg+G7nO2u+y/8G4ANHdUxIjpj53cpI4nPSMPUCGz
        qiPjjMYiBOWFUQncZ9DL7yAIjJwmNWK1vFt2QRBIuQYGt308wd8/l352wajsjy9q
        Mm8fHoRz462n+FoauCSvjpDgaDWN2Ekuj75065X8ifn98qws7qQHpr8=
        -----END RSA PRIVATE KEY-----
        """

    /// Its public part.
    static let rsaPublic = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4LHYRSvrDf4laHc3t45D
        j/sjsHhf5+hq8oqT5gyXJ8gJ8lG584Zo5sIczuFkTphdLcX0TGgEO0G7R8kCj1vg
        yIg/FHIDARZE6Q7prfPZwsUhQ22ljW47eCyH1ublSC9dNqy8qTf+uwZAIhzXXHms
        QsVrzE6GMpiAgAVq5RQGBwNiFXc+83YthQtsdVb6PytrIaVrr3Bv1jEo+yBuBoHt
        fo454hnTFpCNm5UmcJ2+zU95tCuB3QcKtOXM+WHnR+JqQ2BtXBpO7Zrc3Niq/kfx
        2BLy+AKbNbbgptfR1+dmZnlAPfoizcoY2dutl3vO3YDo6CVkNd5hpgTMza9/U1X0
        HwIDAQAB
        -----END PUBLIC KEY-----
        """

    /// Its RS256 signature over `message`, in base 64.
    static let rsaSignature =
        "xl198nMSv2ooE9CniZSbjbZe5rv1CFxR/Ae/QEmO7Q9MsqN2A6u7un2dpdHGAhv+pYO+ZkLWpDFn"
        + "BUw2AvT5RFO6+lNqrcWqrX5f27huG5wWYwKtXcJDiymRujkwC31tURaj2TmUaczRYs24uEdTPwSS"
        + "Ax0OFYxXNzsNGsxvvCHlw4NGL9pGabgvyNV1owQ3PRoZM5oqUb2QD4V6BqE/TpUgchnEM1YoS+Gk"
        + "/eChbLZDKtGlmmm+IRYKRhxaqraKfI7h5dWYFK3cJ1ODN1XZVwN2lR8dtzwCsfAahLkKaMFMx3OA"
        + "ZFhgOb2lhSiNhOuQoI7kxoJEvITrOra0HcM13g=="

    /// PKCS #8.
    static let p256 = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgLQ15ukcLtpWRA67F
        RVV7C6P4LNTrxMOu+bpdXmCjZOihRANCAARL0uTvXITo3Cz2QE6II9i9Gf+qdiTr
        Tix8wQL3RHAoFyvUrC5ADY+VTv9RUPQvN8pI8hP+AOKN7KrXgl/fAxyA
        -----END PRIVATE KEY-----
        """

    /// The same key in SEC 1.
    static let p256Traditional = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIC0NebpHC7aVkQOuxUVVewuj+CzU68TDrvm6XV5go2TooAoGCCqGSM49
        AwEHoUQDQgAES9Lk71yE6Nws9kBOiCPYvRn/qnYk604sfMEC90RwKBcr1KwuQA2P
        lU7/UVD0LzfKSPIT/gDijeyq14Jf3wMcgA==
        -----END EC PRIVATE KEY-----
        """

    /// Its public part.
    static let p256Public = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAES9Lk71yE6Nws9kBOiCPYvRn/qnYk
        604sfMEC90RwKBcr1KwuQA2PlU7/UVD0LzfKSPIT/gDijeyq14Jf3wMcgA==
        -----END PUBLIC KEY-----
        """

    /// The same with a compressed point.
    static let p256Compressed = """
        -----BEGIN PUBLIC KEY-----
        MDkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDIgACS9Lk71yE6Nws9kBOiCPYvRn/qnYk
        604sfMEC90RwKBc=
        -----END PUBLIC KEY-----
        """

    /// The same key under a passphrase.
    static let p256Encrypted = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAi+JI3VbSljEgICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEOYFGLjfP/g/rR0+JJnfEG0EgZCz
        TCC1+PfHUbs5C1s6LcODbvyJfOzCUkIdjEUYitdmkKuC1RIQipxf0K8Ohn0qGMVP
        WpT7VPxS/T0PoWiq6v0pRNFoGhUhYp29SCqDXPIX0XsSrUby8eY2Ib7RppqIwKJc
        RdDmt6+SyGTQtwIjlt2iDRRX0WXTTvJygpDyk+PPhPHJ+qxi94P11tEsTWfNEuo=
        -----END ENCRYPTED PRIVATE KEY-----
        """

    /// PKCS #8.
    static let p384 = """
        -----BEGIN PRIVATE KEY-----
        MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDDuwkas396dpvyfDvXo
        AXiGBsJDR2GIO+1XsocKKfGsS7cWPsl8kSdLcfFoaj2FEoOhZANiAAS/n/5nBCCP
        t4ihLOmmDhRWEQrDGpUQVZqYcc4Hy2xKRouBxBy1Ow4SWIcKtauxcz8LDVk0L3vV
        MIusxijUtpJtjNbeCS9EoN/2qTWtkEMzZhsHK7Okrg9bY/CPkPtZJpA=
        -----END PRIVATE KEY-----
        """

    /// The same key in SEC 1.
    static let p384Traditional = """
        -----BEGIN EC PRIVATE KEY-----
        MIGkAgEBBDDuwkas396dpvyfDvXoAXiGBsJDR2GIO+1XsocKKfGsS7cWPsl8kSdL
        cfFoaj2FEoOgBwYFK4EEACKhZANiAAS/n/5nBCCPt4ihLOmmDhRWEQrDGpUQVZqY
        cc4Hy2xKRouBxBy1Ow4SWIcKtauxcz8LDVk0L3vVMIusxijUtpJtjNbeCS9EoN/2
        qTWtkEMzZhsHK7Okrg9bY/CPkPtZJpA=
        -----END EC PRIVATE KEY-----
        """

    /// Its public part.
    static let p384Public = """
        -----BEGIN PUBLIC KEY-----
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEv5/+ZwQgj7eIoSzppg4UVhEKwxqVEFWa
        mHHOB8tsSkaLgcQctTsOEliHCrWrsXM/Cw1ZNC971TCLrMYo1LaSbYzW3gkvRKDf
        9qk1rZBDM2YbByuzpK4PW2Pwj5D7WSaQ
        -----END PUBLIC KEY-----
        """

    /// A curve that is not supported.
    static let p521 = """
        -----BEGIN PRIVATE KEY-----
        MIHuAgEAMBAGByqGSM49AgEGBSuBBAAjBIHWMIHTAgEBBEIASWWkizOJLMSh5QbT
        Ll10d+rXGExUlmKWlCqFH34iTj/oWwf3Rzl2j6d1B9qDCEA5CzpJYQZpKCnlFW9B
        IjlJ0sKhgYkDgYYABAELsduJdGilZXjDNgH30/0tJybqfGia2AMQRnO+HgT26hNb
        3diTOJdWD5x5VdgRIXFAGgEvTxSOBBpbJ2RohsXVjwF+LEgXNonCoTeZ65X3IGVk
        ADn5stUaNiAdP3iWCaPfgSqz0DQ5ZaNVF0gg3UFbKYuEPTMSTslhKXBr5fRWLV1s
        2w==
        -----END PRIVATE KEY-----
        """

    /// RFC 8410 section 10.3: the seed alone, and with an attribute and the public key.
    static let ed25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----
        """

    static let ed25519WithPublicKey = """
        -----BEGIN PRIVATE KEY-----
        MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
        Z9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PRIVATE KEY-----
        """

    static let ed25519Public = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----
        """
}
