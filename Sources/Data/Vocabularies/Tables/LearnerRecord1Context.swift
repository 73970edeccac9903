extension TermTables {
    /// Comprehensive Learner Record 1.0: the terms of its context.
    ///
    /// Several members have one IRI, so that a signature over RDF does not tell them apart
    /// (docs/legacy.md).
    static let learnerRecord1Context = #"""
        abbr clri     https://purl.imsglobal.org/spec/clr/vocab#
        abbr xsd      http://www.w3.org/2001/XMLSchema#
        abbr cred     https://w3id.org/credentials/
        abbr dc       http://purl.org/dc/terms/
        abbr obi      https://w3id.org/openbadges#
        abbr schema   http://schema.org/
        abbr sec      https://w3id.org/security#

        context 1.0 https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld
            with id,type,clri,xsd,cred,dc,obi,schema,sec
        # members
          achievedLevel        = clri:dtIRI
          achievement          = clri:dtAchievement
          achievements         = clri:dtAchievement @set
          achievementType      = clri:dtExtensibleAchievementType
          activityEndDate      = clri:activityEndDate ^xsd:dateTime
          activityStartDate    = clri:activityStartDate ^xsd:dateTime
          address              = clri:dtAddress
          addressCountry       = clri:addressCountry ^xsd:string
          addressLocality      = clri:addressLocality ^xsd:string
          addressRegion        = clri:addressRegion ^xsd:string
          allowedValues        = clri:allowedValues ^xsd:string @set
          artifacts            = clri:dtArtifact @set
          assertions           = clri:dtAssertion @set
          associations         = clri:dtAssociation @set
          associationType      = clri:AssociationTypeDType
          authorizationUrl     = clri:authorizationUrl ^@id
          birthDate            = clri:birthDate ^xsd:date
          clr                  = clri:dtClr
          clrs                 = clri:dtClr @set
          creditsAvailable     = clri:creditsAvailable ^xsd:float
          creditsEarned        = clri:creditsEarned ^xsd:float
          fieldOfStudy         = clri:fieldOfStudy ^xsd:string
          humanCode            = clri:humanCode ^xsd:string
          identifier           = clri:identifier ^xsd:string
          identifiers          = clri:dtSystemIdentifier @set
          identifierType       = clri:dtExtensibleSystemIdentifierType
          learner              = clri:learner ^@id
          level                = clri:level ^xsd:string
          licenseNumber        = clri:licenseNumber ^xsd:string
          official             = clri:official ^xsd:string
          partial              = clri:partial ^xsd:boolean
          points               = clri:points ^xsd:string
          postalCode           = clri:postalCode ^xsd:string
          postOfficeBoxNumber  = clri:postOfficeBoxNumber ^xsd:string
          privacyPolicyUrl     = clri:privacyPolicyUrl ^@id
          publisher            = clri:publisher ^@id
          registrationUrl      = clri:registrationUrl ^@id
          requiredLevel        = clri:dtIRI
          requiredValue        = clri:requiredValue ^xsd:string
          resultDescription    = clri:dtIRI
          resultDescriptions   = clri:dtResultDescription @set
          results              = clri:dtResult @set
          resultType           = clri:dtExtensibleResultType
          role                 = clri:role ^xsd:string
          rubricCriterionLevels = clri:dtRubricCriterionLevel @set
          scopesOffered        = clri:scopesOffered ^xsd:anyURI @set
          signedAssertions     = clri:dtCompactJws @set
          signedClr            = clri:dtCompactJws
          signedClrs           = clri:dtCompactJws @set
          signedEndorsements   = clri:dtCompactJws @set
          source               = clri:dtProfile
          sourcedId            = clri:sourcedId ^xsd:string
          specialization       = clri:specialization ^xsd:string
          status               = clri:ResultStatusTypeDType
          streetAddress        = clri:streetAddress ^xsd:string
          studentId            = clri:studentId ^xsd:string
          targetId             = clri:dtIRI
          targetType           = clri:dtExtensibleAlignmentTargetType
          term                 = clri:term ^xsd:string
          termsOfServiceUrl    = clri:termsOfServiceUrl ^@id
          title                = clri:title ^xsd:string
          tokenUrl             = clri:tokenUrl ^@id
          value                = clri:value ^xsd:string
          valueMax             = clri:valueMax ^xsd:string
          valueMin             = clri:valueMin ^xsd:string
          claim                = cred:claim
          endorsements         = cred:credential
          creator              = dc:creator
          alignments           = obi:alignment
          allowedOrigins       = obi:allowedOrigins
          audience             = obi:audience
          endorsementComment   = obi:endorsementComment
          evidence             = obi:evidence
          hashed               = obi:hashed
          identity             = obi:identityHash
          issuedOn             = obi:issueDate
          issuer               = obi:issuer
          narrative            = obi:narrative
          parentOrg            = obi:Profile
          recipient            = obi:recipient
          requirement          = obi:criteria
          revocationList       = obi:revocationList
          revocationReason     = obi:revocationReason
          revoked              = obi:revoked
          revokedAssertions    = obi:revokedAssertions
          salt                 = obi:salt
          startsWith           = obi:startsWith
          targetCode           = obi:targetCode
          verification         = obi:verify
          verificationProperty = obi:verificationProperty
          additionalName       = schema:additionalName
          description          = schema:description
          email                = schema:email
          familyName           = schema:familyName
          genre                = schema:genre
          givenName            = schema:givenName
          image                = schema:image ^@id
          name                 = schema:name
          tags                 = schema:keywords
          targetDescription    = schema:targetDescription
          targetFramework      = schema:educationalFramework
          targetName           = schema:targetName
          targetUrl            = schema:targetUrl
          telephone            = schema:telephone
          url                  = schema:url
          expires              = sec:expiration ^xsd:dateTime
          owner                = sec:owner
          publicKey            = sec:publicKey
          publicKeyPem         = sec:publicKeyPem
        # classes and data types, each by two names
          Achievement          = clri:dtAchievement
          dtAchievement        = clri:dtAchievement
          Address              = clri:dtAddress
          dtAddress            = clri:dtAddress
          Alignment            = clri:dtAlignment
          dtAlignment          = clri:dtAlignment
          Artifact             = clri:dtArtifact
          dtArtifact           = clri:dtArtifact
          Assertion            = clri:dtAssertion
          dtAssertion          = clri:dtAssertion
          Association          = clri:dtAssociation
          dtAssociation        = clri:dtAssociation
          Clr                  = clri:dtClr
          dtClr                = clri:dtClr
          CompactJws           = clri:dtCompactJws
          dtCompactJws         = clri:dtCompactJws ^xsd:string
          Criteria             = clri:dtCriteria
          dtCriteria           = clri:dtCriteria
          CryptographicKey     = clri:dtCryptographicKey
          dtCryptographicKey   = clri:dtCryptographicKey
          Endorsement          = clri:dtEndorsement
          dtEndorsement        = clri:dtEndorsement
          EndorsementClaim     = clri:dtEndorsementClaim
          dtEndorsementClaim   = clri:dtEndorsementClaim
          EndorsementProfile   = clri:dtEndorsementProfile
          dtEndorsementProfile = clri:dtEndorsementProfile
          EnumExtString        = clri:dtEnumExtString
          dtEnumExtString      = clri:dtEnumExtString ^xsd:string
          Evidence             = clri:dtEvidence
          dtEvidence           = clri:dtEvidence
          ExtensibleAchievementType = clri:dtExtensibleAchievementType
          dtExtensibleAchievementType = clri:dtExtensibleAchievementType
          ExtensibleAlignmentTargetType = clri:dtExtensibleAlignmentTargetType
          dtExtensibleAlignmentTargetType = clri:dtExtensibleAlignmentTargetType
          ExtensibleResultType = clri:dtExtensibleResultType
          dtExtensibleResultType = clri:dtExtensibleResultType
          ExtensibleSystemIdentifierType = clri:dtExtensibleSystemIdentifierType
          dtExtensibleSystemIdentifierType = clri:dtExtensibleSystemIdentifierType
          IRI                  = clri:dtIRI
          dtIRI                = clri:dtIRI ^xsd:normalizedString
          Identity             = clri:dtIdentity
          dtIdentity           = clri:dtIdentity
          Markdown             = clri:dtMarkdown
          dtMarkdown           = clri:dtMarkdown ^xsd:string
          Profile              = clri:dtProfile
          dtProfile            = clri:dtProfile
          Result               = clri:dtResult
          dtResult             = clri:dtResult
          ResultDescription    = clri:dtResultDescription
          dtResultDescription  = clri:dtResultDescription
          RevocationList       = clri:dtRevocationList
          dtRevocationList     = clri:dtRevocationList
          RubricCriterionLevel = clri:dtRubricCriterionLevel
          dtRubricCriterionLevel = clri:dtRubricCriterionLevel
          SystemIdentifier     = clri:dtSystemIdentifier
          dtSystemIdentifier   = clri:dtSystemIdentifier
          UUID                 = clri:dtUUID
          dtUUID               = clri:dtUUID ^xsd:string
          dtVerification       = clri:dtVerification
          Verification         = obi:VerificationObject
          Hosted               = obi:hosted
          Signed               = obi:signed
        """#
}
