extension TermTables {
    /// Open Badges 2.0: the terms of its context.
    static let openBadges2Context = #"""
        abbr extensions https://w3id.org/openbadges/extensions#
        abbr obi        https://w3id.org/openbadges#
        abbr cred       https://w3id.org/credentials#
        abbr dc         http://purl.org/dc/terms/
        abbr schema     http://schema.org/
        abbr sec        https://w3id.org/security#
        abbr xsd        http://www.w3.org/2001/XMLSchema#
        abbr dqm        http://purl.org/dqm-vocabulary/v1/dqm#

        context 2.0 https://w3id.org/openbadges/v2 https://openbadgespec.org/v2/context.json
            with id,type,extensions,obi,cred,dc,schema,sec,xsd
          claim                = cred:claim ^@id
          endorsement          = cred:credential ^@id
          created              = dc:created ^xsd:dateTime
          creator              = dc:creator ^@id
          related              = dc:relation ^@id
          startsWith           = dqm:startsWith
          alignment            = obi:alignment ^@id
          allowedOrigins       = obi:allowedOrigins
          audience             = obi:audience
          badge                = obi:badge ^@id
          criteria             = obi:criteria ^@id
          endorsementComment   = obi:endorsementComment
          evidence             = obi:evidence ^@id
          hashed               = obi:hashed ^xsd:boolean
          hosted               = obi:HostedBadge
          identity             = obi:identityHash
          issuedOn             = obi:issueDate ^xsd:dateTime
          issuer               = obi:issuer ^@id
          narrative            = obi:narrative
          recipient            = obi:recipient ^@id
          revocationList       = obi:revocationList ^@id
          revocationReason     = obi:revocationReason
          revoked              = obi:revoked ^xsd:boolean
          revokedAssertions    = obi:revoked
          salt                 = obi:salt
          signed               = obi:SignedBadge
          targetCode           = obi:targetCode
          uid                  = obi:uid
          validatesType        = obi:validatesType
          validation           = obi:validation
          validationFrame      = obi:validationFrame
          validationSchema     = obi:validationSchema
          verification         = obi:verify ^@id
          verificationProperty = obi:verificationProperty
          verify               = obi:verify
          author               = schema:author ^@id
          caption              = schema:caption
          description          = schema:description
          email                = schema:email
          genre                = schema:genre
          image                = schema:image ^@id
          name                 = schema:name
          tags                 = schema:keywords
          targetDescription    = schema:targetDescription
          targetFramework      = schema:educationalFramework
          targetName           = schema:targetName
          targetUrl            = schema:targetUrl
          telephone            = schema:telephone
          url                  = schema:url ^@id
          version              = schema:version
          expires              = sec:expiration ^xsd:dateTime
          owner                = sec:owner ^@id
          publicKey            = sec:publicKey ^@id
          publicKeyPem         = sec:publicKeyPem
        # classes
          Endorsement          = cred:Credential
          Assertion            = obi:Assertion
          BadgeClass           = obi:BadgeClass
          Criteria             = obi:Criteria
          Evidence             = obi:Evidence
          Extension            = obi:Extension
          FrameValidation      = obi:FrameValidation
          HostedBadge          = obi:HostedBadge
          IdentityObject       = obi:IdentityObject
          Image                = obi:Image
          Issuer               = obi:Issuer
          Profile              = obi:Profile
          RevocationList       = obi:RevocationList
          SignedBadge          = obi:SignedBadge
          TypeValidation       = obi:TypeValidation
          VerificationObject   = obi:VerificationObject
          AlignmentObject      = schema:AlignmentObject
          CryptographicKey     = sec:Key
        """#
}
