extension TermTables {
    /// Verifiable Credentials Data Model 2.0 and the classes that both 1EdTech standards share.
    static let credentials = #"""
        abbr schema   https://schema.org/
        abbr cred     https://www.w3.org/2018/credentials#
        abbr sec      https://w3id.org/security#
        abbr xsd      http://www.w3.org/2001/XMLSchema#
        abbr xsds     https://www.w3.org/2001/XMLSchema#
        abbr jwt      https://www.iana.org/assignments/jwt#
        abbr jose     https://www.iana.org/assignments/jose#
        every @protected,id,type

        context 2.0 https://www.w3.org/ns/credentials/v2
          description          = schema:description
          digestMultibase      = sec:digestMultibase ^sec:multibase
          digestSRI            = cred:digestSRI ^cred:sriString
          mediaType            = schema:encodingFormat
          name                 = schema:name
          ...                  = jwt:...
          _sd                  = jwt:_sd ^@json
          _sd_alg              = jwt:_sd_alg
          aud                  = jwt:aud ^@id
          cnf                  = jwt:cnf >Confirmation
          exp                  = jwt:exp ^xsds:nonNegativeInteger
          iat                  = jwt:iat ^xsds:nonNegativeInteger
          iss                  = jose:iss ^@id
          jku                  = jose:jku ^@id
          kid                  = jose:kid ^@id
          nbf                  = jwt:nbf ^xsds:nonNegativeInteger
          sub                  = jose:sub ^@id
          x5u                  = jose:x5u ^@id
        include VerifiableCredential EnvelopedVerifiableCredential VerifiablePresentation
        include EnvelopedVerifiablePresentation JsonSchemaCredential JsonSchema DataIntegrityProof
        include BitstringStatusListCredential BitstringStatusList BitstringStatusListEntry

        context examples https://www.w3.org/ns/credentials/examples/v2 with
            @vocab=<https://www.w3.org/ns/credentials/examples#>
        context undefined-terms https://www.w3.org/ns/credentials/undefined-terms/v2 with
            @vocab=<https://www.w3.org/ns/credentials/undefined-term#>

        scope Confirmation with @protected
          kid                  = jwt:kid ^@id
          jwk                  = jwt:jwk ^@json

        class VerifiableCredential cred:VerifiableCredential open VC-M-01
          @context             1..*  Context
          id                   0..1  URI
          type                 1..*c Type
          issuer               1     URI|Issuer                      = cred:issuer ^@id
          validFrom            0..1  DateTimeZ                       = cred:validFrom ^xsd:dateTime
          validUntil           0..1  DateTimeZ                       = cred:validUntil ^xsd:dateTime
          credentialSubject    1..*c CredentialSubject               = cred:credentialSubject ^@id
          name                 0..1  String                          = schema:name
          description          0..1  String                          = schema:description
          evidence             0..*c Map                             = cred:evidence ^@id
          proof                0..*c Proof                           = sec:proof ^@id @graph
          credentialSchema     0..*c CredentialSchema                = cred:credentialSchema ^@id
          credentialStatus     0..*c CredentialStatus                = cred:credentialStatus ^@id
          refreshService       0..*c RefreshService                  = cred:refreshService ^@id
          relatedResource      0..*c RelatedResource                 = cred:relatedResource ^@id
          renderMethod         0..*c Map                             = cred:renderMethod ^@id
          confidenceMethod     0..*c Map                             = cred:confidenceMethod ^@id
          termsOfUse           0..*c TermsOfUse                      = cred:termsOfUse ^@id

        class VerifiablePresentation cred:VerifiablePresentation open
          @context             1..*  Context
          id                   0..1  URI
          type                 1..*c Type
          holder               0..1  URI|Issuer                      = cred:holder ^@id
          verifiableCredential 0..*c VerifiableCredential|CompactJws
            = cred:verifiableCredential ^@id @graph >null
          proof                0..*c Proof                           = sec:proof ^@id @graph
          termsOfUse           0..*c TermsOfUse                      = cred:termsOfUse ^@id

        class EnvelopedVerifiableCredential cred:EnvelopedVerifiableCredential open
          id                   1     URI
          type                 1..*c Type
        class EnvelopedVerifiablePresentation cred:EnvelopedVerifiablePresentation open
          id                   1     URI
          type                 1..*c Type
        class JsonSchemaCredential cred:JsonSchemaCredential open < VerifiableCredential
          type                 1..*c Type
        class JsonSchema cred:JsonSchema open
          id                   0..1  URI
          type                 1..*c Type
          jsonSchema           0..1  Map                             = cred:jsonSchema ^@json

        class Issuer - open
          id                   1     URI
        class CredentialSubject - open VC-M-02
          id                   0..1  URI
        class CredentialSchema - open OB3-M-75
          id                   1     URI
          type                 1a    IRI
        class CredentialStatus - open OB3-M-76
          id                   0..1  URI
          type                 1a    IRI
        class RefreshService - open OB3-M-77
          id                   1     URI
          type                 1a    IRI
        class TermsOfUse - open OB3-M-78
          id                   0..1  URI
          type                 1a    IRI
        class RelatedResource - open
          id                   1     URI
          digestSRI            0..1  String
          digestMultibase      0..1  String
          mediaType            0..1  String
        """#
}
