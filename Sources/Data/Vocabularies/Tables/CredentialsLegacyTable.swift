extension TermTables {
    /// Verifiable Credentials Data Model 1.1, for verification only (LEG-01).
    ///
    /// RsaSignature2018 names prefixes that its context does not define: they stay as they are.
    static let credentialsLegacy = #"""
        abbr cred     https://www.w3.org/2018/credentials#
        abbr sec      https://w3id.org/security#
        abbr xsd      http://www.w3.org/2001/XMLSchema#
        abbr dc       http://purl.org/dc/terms/
        every @version,@protected,id,type,sec,xsd

        context 1.1 https://www.w3.org/2018/credentials/v1 with @version,@protected,id,type
          proof                = sec:proof ^@id @graph
        include *

        class VerifiableCredential cred:VerifiableCredential open VC-M-01 with
            @version,@protected,id,type,cred,sec,xsd
          @context             1..*  Context
          id                   0..1  URI
          type                 1..*c Type
          issuer               1     URI|Issuer                      = cred:issuer ^@id
          issuanceDate         1     DateTimeZ             LEG-02
            = cred:issuanceDate ^xsd:dateTime
          expirationDate       0..1  DateTimeZ             LEG-02
            = cred:expirationDate ^xsd:dateTime
          credentialSubject    1..*c CredentialSubject               = cred:credentialSubject ^@id
          evidence             0..*c Map                             = cred:evidence ^@id
          proof                0..*c Proof                           = sec:proof ^@id @graph
          credentialSchema     0..*c CredentialSchema
            = cred:credentialSchema ^@id >SchemaTypes
          credentialStatus     0..*c CredentialStatus                = cred:credentialStatus ^@id
          refreshService       0..*c RefreshService
            = cred:refreshService ^@id >RefreshTypes
          termsOfUse           0..*c TermsOfUse                      = cred:termsOfUse ^@id
          holder               = cred:holder ^@id
          issued               = cred:issued ^xsd:dateTime
          validFrom            = cred:validFrom ^xsd:dateTime
          validUntil           = cred:validUntil ^xsd:dateTime
        scope SchemaTypes with @version,@protected,id,type,cred
          JsonSchemaValidator2018 = cred:JsonSchemaValidator2018
        scope RefreshTypes with @version,@protected,id,type,cred
          ManualRefreshService2018 = cred:ManualRefreshService2018

        class VerifiablePresentation cred:VerifiablePresentation open with
            @version,@protected,id,type,cred,sec
          @context             1..*  Context
          id                   0..1  URI
          type                 1..*c Type
          holder               0..1  URI|Issuer                      = cred:holder ^@id
          verifiableCredential 0..*c VerifiableCredential|CompactJws
            = cred:verifiableCredential ^@id @graph
          proof                0..*c Proof                           = sec:proof ^@id @graph

        scope ProofPurpose with @version,@protected,id,type,sec
          assertionMethod      = sec:assertionMethod ^@id @set
          authentication       = sec:authenticationMethod ^@id @set
        class EcdsaSecp256k1Signature2019 sec:EcdsaSecp256k1Signature2019 -
          challenge            = sec:challenge
          created              = dc:created ^xsd:dateTime
          domain               = sec:domain
          expires              = sec:expiration ^xsd:dateTime
          jws                  = sec:jws
          nonce                = sec:nonce
          proofPurpose         = sec:proofPurpose ^@vocab >ProofPurpose
          proofValue           = sec:proofValue
          verificationMethod   = sec:verificationMethod ^@id
        class EcdsaSecp256r1Signature2019 sec:EcdsaSecp256r1Signature2019 - like
            EcdsaSecp256k1Signature2019
        class Ed25519Signature2018 sec:Ed25519Signature2018 - like EcdsaSecp256k1Signature2019
        class RsaSignature2018 sec:RsaSignature2018 - with @version,@protected
          challenge            = <sec:challenge>
          created              = dc:created ^<xsd:dateTime>
          domain               = <sec:domain>
          expires              = <sec:expiration> ^<xsd:dateTime>
          jws                  = <sec:jws>
          nonce                = <sec:nonce>
          proofPurpose         = <sec:proofPurpose> ^@vocab >ProofPurpose
          proofValue           = <sec:proofValue>
          verificationMethod   = <sec:verificationMethod> ^@id
        """#
}
