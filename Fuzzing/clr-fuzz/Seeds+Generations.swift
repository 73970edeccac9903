extension Seeds {
    /// One record of each generation that is converted.
    static func convert() -> [[UInt8]] {
        bytes([
            #"""
            {"type": "Assertion", "id": "urn:x:1", "issuedOn": "2020-05-01T10:00Z", "image": {"id":
            "https://a.example/i"}, "recipient": {"type": "email", "identity": "a@b.example"},
            "evidence": ["https://a.example/e"], "endorsement": [{"issuer": "https://a.example/",
            "claim": {"id": "urn:x:1", "endorsementComment": "good"}}], "badge": {"id": "urn:x:2",
            "name": "B", "criteria": "https://a.example/c", "tags": "t", "issuer": {"id":
            "https://a.example/", "name": "A"}}}
            """#,
            #"""
            {"@context": ["https://www.w3.org/2018/credentials/v1"], "id": "urn:x:1", "type":
            ["VerifiableCredential"], "issuer": "https://a.example/", "issuanceDate":
            "2020-05-01T10:00:00Z", "credentialStatus": {"type": "StatusList2021Entry",
            "statusListIndex": 3}, "evidence": {"name": "e"}, "proof": {}, "credentialSubject":
            {"id": "urn:x:3", "achievement": {"id": "urn:x:2", "name": "A"}}}
            """#,
            #"""
            {"createdAt": "2018-05-01T00:00:00Z", "person": {"id": "1", "fullName": "A"}, "issuer":
            {"id": "2", "name": "I"}, "records": [{"id": "3", "result": "B", "recordOf":
            {"entityId": "4", "entityType": "Course"}}], "transcriptEntities": {"courses": [{"id":
            "4", "name": "C", "associations": [{"entityId": "4", "associationType": "isPartOf"}]}]}}
            """#,
            #"""
            {"type": "ClrSet", "clrs": [{"id": "urn:x:1", "issuedOn": "2021-05-01T10:00:00Z",
            "learner": {"id": "urn:x:2", "name": "A"}, "publisher": {"id": "urn:x:3"},
            "signedAssertions": ["e30.e30.e30"], "assertions": [{"id": "urn:x:4", "achievement":
            {"id": "urn:x:5", "name": "B"}, "evidence": [{"artifacts": [{"url": "urn:x:6"}]}]}]}]}
            """#,
            #"""
            {"@context": ["https://www.w3.org/ns/credentials/v2"], "issuer": "https://a.example/",
            "credentialSubject": {"id": "urn:x:1", "achievement": {"id": "urn:x:2"}}}
            """#,
        ])
    }
}
