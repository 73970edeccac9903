extension TermTables {
    /// Data Integrity proofs, keys, and the documents that control keys.
    static let security = #"""
        abbr sec      https://w3id.org/security#
        abbr xsd      http://www.w3.org/2001/XMLSchema#
        abbr dc       http://purl.org/dc/terms/
        abbr did      https://www.w3.org/ns/did#
        abbr as       https://www.w3.org/ns/activitystreams#
        abbr suite    https://w3id.org/security/suites/
        abbr lds      https://w3c-ccg.github.io/lds-jws2020/contexts/
        every @protected,id,type

        context data-integrity-2 https://w3id.org/security/data-integrity/v2
          proof                = sec:proof ^@id @graph
        include DataIntegrityProof

        context multikey-1 https://w3id.org/security/multikey/v1
        include Multikey

        context ed25519-2020 suite:ed25519-2020/v1
          proof                = sec:proof ^@id @graph
        include Ed25519VerificationKey2020 Ed25519Signature2020

        context jws-2020 suite:jws-2020/v1 lds:lds-jws2020-v1.json lds:v1 with -
          privateKeyJwk        = sec:privateKeyJwk ^@json
        include JsonWebKey2020 JsonWebSignature2020

        context did-1 https://www.w3.org/ns/did/v1 https://w3id.org/did/v1
          alsoKnownAs          = as:alsoKnownAs ^@id
          assertionMethod      = sec:assertionMethod ^@id @set
          authentication       = sec:authenticationMethod ^@id @set
          capabilityDelegation = sec:capabilityDelegationMethod ^@id @set
          capabilityInvocation = sec:capabilityInvocationMethod ^@id @set
          controller           = sec:controller ^@id
          keyAgreement         = sec:keyAgreementMethod ^@id @set
          service              = did:service ^@id >Service
          verificationMethod   = sec:verificationMethod ^@id

        scope ProofPurpose
          assertionMethod      = sec:assertionMethod ^@id @set
          authentication       = sec:authenticationMethod ^@id @set
          capabilityDelegation = sec:capabilityDelegationMethod ^@id @set
          capabilityInvocation = sec:capabilityInvocationMethod ^@id @set
          keyAgreement         = sec:keyAgreementMethod ^@id @set
        scope Service
          serviceEndpoint      = did:serviceEndpoint ^@id

        class Proof - open OB3-M-79
          type                 1     IRI
          created              0..1  DateTime
          cryptosuite          0..1  String
          challenge            0..1  String
          domain               0..1a String
          nonce                0..1  String
          proofPurpose         0..1  String
          proofValue           0..1  String
          verificationMethod   0..1  URI
        class DataIntegrityProof sec:DataIntegrityProof open < Proof OB3-M-79
          type                 1     Type                  LDP-10
          created              ~                           LDP-01    = dc:created ^xsd:dateTime
          expires              0..1  DateTime              LDP-15    = sec:expiration ^xsd:dateTime
          cryptosuite          1     String                LDP-10
            = sec:cryptosuite ^sec:cryptosuiteString
          proofPurpose         1     String                LDP-10
            = sec:proofPurpose ^@vocab >ProofPurpose
          proofValue           1     String                LDP-11    = sec:proofValue ^sec:multibase
          verificationMethod   1     URI                   LDP-13    = sec:verificationMethod ^@id
          previousProof        0..1a URI                   LDP-10    = sec:previousProof ^@id
          challenge            ~                           LDP-15    = sec:challenge
          domain               ~                           LDP-15    = sec:domain
          nonce                ~                           OB3-M-79  = sec:nonce
        class Ed25519Signature2020 sec:Ed25519Signature2020 open < Proof LEG-10
          type                 1     Type
          created              ~                                     = dc:created ^xsd:dateTime
          expires              0..1  DateTime                        = sec:expiration ^xsd:dateTime
          proofPurpose         1     String
            = sec:proofPurpose ^@vocab >ProofPurpose
          proofValue           1     String                          = sec:proofValue ^sec:multibase
          verificationMethod   1     URI                             = sec:verificationMethod ^@id
          challenge            ~                                     = sec:challenge
          domain               ~                                     = sec:domain
          nonce                ~                                     = sec:nonce
        class JsonWebSignature2020 sec:JsonWebSignature2020 -
          challenge            = sec:challenge
          created              = dc:created ^xsd:dateTime
          domain               = sec:domain
          expires              = sec:expiration ^xsd:dateTime
          jws                  = sec:jws
          nonce                = sec:nonce
          proofPurpose         = sec:proofPurpose ^@vocab >ProofPurpose
          verificationMethod   = sec:verificationMethod ^@id

        class Multikey sec:Multikey open OB3-M-80
          id                   1     URI
          type                 1     Type
          controller           0..1  URI                   KEY-06    = sec:controller ^@id
          publicKeyMultibase   1     String
            = sec:publicKeyMultibase ^sec:multibase
          secretKeyMultibase   = sec:secretKeyMultibase ^sec:multibase
          revoked              0..1  DateTime                        = sec:revoked ^xsd:dateTime
          expires              0..1  DateTime                        = sec:expiration ^xsd:dateTime
        class Ed25519VerificationKey2020 sec:Ed25519VerificationKey2020 open KEY-03
          id                   1     URI
          type                 1     Type
          controller           0..1  URI                   KEY-06    = sec:controller ^@id
          publicKeyMultibase   1     String
            = sec:publicKeyMultibase ^sec:multibase
          revoked              0..1  DateTime                        = sec:revoked ^xsd:dateTime
        class JsonWebKey2020 sec:JsonWebKey2020 -
          publicKeyJwk         = sec:publicKeyJwk ^@json
        class JsonWebKey sec:JsonWebKey open KEY-03
          id                   1     URI
          type                 1     Type
          controller           0..1  URI                   KEY-06    = sec:controller ^@id
          publicKeyJwk         1     JWK                             = sec:publicKeyJwk ^@json
          secretKeyJwk         = sec:secretKeyJwk ^@json
          revoked              0..1  DateTime                        = sec:revoked ^xsd:dateTime
          expires              0..1  DateTime                        = sec:expiration ^xsd:dateTime
        class JWK - open OB3-M-81
          kty                  1     String
          use                  0..1  String
          key_ops              0..*  String
          alg                  0..1  String
          kid                  0..1  String
          x5u                  0..1  URI
          x5c                  0..*  String
          x5t                  0..1  String
          x5t#S256             0..1  String
        class JWKS - open OB3-M-82
          keys                 1..*  JWK

        context data-integrity-1 https://w3id.org/security/data-integrity/v1 from data-integrity-2
        class DataIntegrityProof
          cryptosuite          = sec:cryptosuite
          previousProof        = -
        context cid-1 https://www.w3.org/ns/cid/v1 https://www.w3.org/ns/did/v1.1 from did-1
        include JsonWebKey Multikey
        """#
}
