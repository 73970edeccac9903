extension TermTables {
    /// Open Badges 3.0: the context that is current, and the classes of the model.
    ///
    /// OB 3.0.3 was amended in place: these are the terms of all its dated copies (SRC-02).
    static let openBadges = #"""
        abbr at       https://purl.imsglobal.org/spec/ob/v3p0/
        abbr ob       https://purl.imsglobal.org/spec/vc/ob/vocab.html#
        abbr schema   https://schema.org/
        abbr xsd      https://www.w3.org/2001/XMLSchema#
        abbr jwt      https://www.iana.org/assignments/jwt#
        abbr vccs     https://purl.imsglobal.org/spec/vccs/v1p0/context.json#
        abbr vcrl     https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#
        abbr vccr     https://purl.imsglobal.org/spec/vccr/v1p0/context.json#
        every @protected,id,type

        context 3.0.3 at:context-3.0.3.json
          alignment            = ob:alignment @set
          description          = schema:description
          endorsement          = ob:endorsement @set
          endorsementJwt       = ob:endorsementJwt @set
          image                = ob:image ^@id
          inLanguage           = schema:inLanguage
          name                 = schema:name
          narrative            = ob:narrative
          url                  = schema:url ^xsd:anyURI
          awardedDate          = ob:awardedDate ^<xsd:dateTime>
          jti                  = jwt:jti ^@id
        include *

        context extensions at:extensions.json with id,type
          1EdTechJsonSchemaValidator2019 = vccs:1EdTechJsonSchemaValidator2019
          1EdTechRevocationList = vcrl:1EdTechRevocationList
          1EdTechCredentialRefresh = vccr:1EdTechCredentialRefresh

        class EdTechCredential - open abstract < VerifiableCredential VC-M-01
          issuer               1     URI|Profile
          validFrom            1     DateTimeZ
          credentialSubject    1     CredentialSubject
          evidence             0..*  Evidence
          proof                0..*c Proof
          credentialSchema     0..*c CredentialSchema
          credentialStatus     0..1a CredentialStatus
          refreshService       0..1  RefreshService
          termsOfUse           0..*c TermsOfUse

        class AchievementCredential ob:OpenBadgeCredential open < EdTechCredential OB3-M-13
          @context             2..*  Context               OB3-M-01
          id                   1     URI                   OB3-M-03
          type                 1..*c Type                  OB3-M-02
          name                 0..1  String                OB3-M-04
          description          0..1  String                OB3-M-05
          image                0..1s Image                 OB3-M-06
          awardedDate          0..1  DateTimeZ             OB3-M-07
          credentialSubject    1     AchievementSubject    OB3-M-08
          issuer               ~                           OB3-M-09
          validFrom            ~                           OB3-M-10
          validUntil           ~                           OB3-M-10
          endorsement          0..*  EndorsementCredential OB3-M-11
          endorsementJwt       0..*  CompactJws            OB3-M-11
          evidence             ~                           OB3-M-12
        alias OpenBadgeCredential AchievementCredential

        class EndorsementCredential ob:EndorsementCredential open < EdTechCredential OB3-M-73
          @context             2..*  Context
          id                   1     URI
          type                 1..*c Type
          name                 1     String
          description          0..1  String
          awardedDate          0..1  DateTimeZ
          credentialSubject    1     EndorsementSubject

        class Achievement ob:Achievement open
          id                   1     URI                   OB3-M-40
          type                 1..*c Type                  OB3-M-41
          name                 1     String                OB3-M-42
          description          1     String                OB3-M-43
          criteria             1     Criteria              OB3-M-44  = ob:Criteria ^@id
          achievementType      0..1  AchievementType       OB3-M-45  = ob:achievementType
          alignment            0..*  Alignment             OB3-M-46  = ob:alignment @set
          creator              0..1  Profile               OB3-M-47  = ob:creator
          creditsAvailable     0..1  Float                 OB3-M-48
            = ob:creditsAvailable ^xsd:float
          endorsement          0..*  EndorsementCredential OB3-M-49
          endorsementJwt       0..*  CompactJws            OB3-M-49
          fieldOfStudy         0..1  String                OB3-M-50  = ob:fieldOfStudy
          humanCode            0..1  String                OB3-M-50  = ob:humanCode
          image                0..1s Image                 OB3-M-51  = ob:image ^@id
          inLanguage           0..1  LanguageCode          OB3-M-52  = schema:inLanguage
          otherIdentifier      0..*  IdentifierEntry       OB3-M-53  = ob:otherIdentifier @set
          related              0..*  Related               OB3-M-54  = ob:related @set
          resultDescription    0..*  ResultDescription     OB3-M-55  = ob:resultDescription @set
          specialization       0..1  String                OB3-M-50  = ob:specialization
          tag                  0..*  String                OB3-M-56  = schema:keywords @set
          version              0..1  String                OB3-M-57  = ob:version

        class AchievementSubject ob:AchievementSubject open
          id                   0..1  URI                   OB3-M-21
          type                 1..*c Type                  OB3-M-20
          achievement          1     Achievement           OB3-M-23  = ob:achievement
          activityEndDate      0..1  DateTime              OB3-M-24  = ob:activityEndDate ^xsd:date
          activityStartDate    0..1  DateTime              OB3-M-24
            = ob:activityStartDate ^xsd:date
          creditsEarned        0..1  Float                 OB3-M-25  = ob:creditsEarned ^xsd:float
          identifier           0..*  IdentityObject        OB3-M-22  = ob:identifier @set
          image                0..1s Image                 OB3-M-26  = ob:image ^@id
          licenseNumber        0..1  String                OB3-M-27  = ob:licenseNumber
          narrative            0..1  Markdown              OB3-M-28
          result               0..*  Result                OB3-M-29  = ob:result @set
          role                 0..1  String                OB3-M-30  = ob:role
          source               0..1  Profile               OB3-M-31  = ob:source ^@id
          term                 0..1  String                OB3-M-32  = ob:term

        class Criteria ob:Criteria open OB3-M-60
          id                   0..1  URI
          narrative            0..1  Markdown

        class Alignment schema:AlignmentObject open OB3-M-61
          type                 1..*c Type
          targetCode           0..1  String                          = ob:targetCode
          targetDescription    0..1  String                          = schema:targetDescription
          targetFramework      0..1  String                          = schema:targetFramework
          targetName           1     String                          = schema:targetName
          targetType           0..1  AlignmentTargetType             = ob:targetType
          targetUrl            1     URL                             = schema:targetUrl ^xsd:anyURI

        class Evidence ob:Evidence open OB3-M-62
          id                   0..1  URI
          type                 1..*c Type
          name                 0..1  String
          description          0..1  String
          audience             0..1  String                          = schema:audience
          genre                0..1  String                          = schema:genre
          narrative            0..1  Markdown

        class Image ob:Image closed OB3-M-63
          id                   1     URI
          type                 1     Type
          caption              0..1  String                          = schema:caption

        class Related ob:Related open OB3-M-64
          id                   1     URI
          type                 1..*c Type
          inLanguage           0..1  LanguageCode                    = schema:inLanguage
          version              0..1  String                          = ob:version

        class Result ob:Result open OB3-M-65
          type                 1..*c Type
          achievedLevel        0..1  URI                             = ob:achievedLevel ^xsd:anyURI
          alignment            0..*  Alignment
          resultDescription    0..1  URI
            = ob:resultDescription ^xsd:anyURI
          status               0..1  ResultStatusType                = ob:status
          value                0..1  String                          = schema:value

        class ResultDescription ob:ResultDescription open OB3-M-66
          id                   1     URI
          type                 1..*c Type
          name                 1     String
          alignment            0..*  Alignment
          allowedValue         0..*  String                          = ob:allowedValue @list
          requiredLevel        0..1  URI                             = ob:requiredLevel ^xsd:anyURI
          requiredValue        0..1  String                          = ob:requiredValue
          resultType           1     ResultType                      = ob:resultType
          rubricCriterionLevel 0..*  RubricCriterionLevel            = ob:rubricCriterionLevel @set
          valueMax             0..1  String                          = ob:valueMax
          valueMin             0..1  String                          = ob:valueMin

        class RubricCriterionLevel ob:RubricCriterionLevel open OB3-M-67
          id                   1     URI
          type                 1..*c Type
          name                 1     String
          description          0..1  String
          alignment            0..*  Alignment
          level                0..1  String                          = ob:level
          points               0..1  String                          = ob:points

        class Profile ob:Profile open OB3-M-68
          id                   1     URI
          type                 1..*c Type
          name                 0..1  String
          description          0..1  String
          additionalName       0..1  String                          = schema:additionalName
          address              0..1  Address                         = ob:address ^@id
          dateOfBirth          0..1  Date                            = ob:dateOfBirth ^xsd:date
          email                0..1  EmailAddress                    = schema:email
          endorsement          0..*  EndorsementCredential
          endorsementJwt       0..*  CompactJws
          familyName           0..1  String                          = schema:familyName
          familyNamePrefix     0..1  String                          = ob:familyNamePrefix
          givenName            0..1  String                          = schema:givenName
          honorificPrefix      0..1  String                          = schema:honorificPrefix
          honorificSuffix      0..1  String                          = schema:honorificSuffix
          image                0..1s Image                           = ob:image ^@id
          official             0..1  String                          = ob:official
          otherIdentifier      0..*  IdentifierEntry                 = ob:otherIdentifier @set
          parentOrg            0..1  Profile                         = ob:parentOrg ^@id
          patronymicName       0..1  String                          = ob:patronymicName
          phone                0..1  PhoneNumber                     = ob:phone
          url                  0..1  URI

        class Address ob:Address open OB3-M-69
          type                 1..*c Type
          addressCountry       0..1  String                          = schema:addressCountry
          addressCountryCode   0..1  CountryCode                     = ob:CountryCode
          addressLocality      0..1  String                          = schema:addressLocality
          addressRegion        0..1  String                          = schema:addressRegion
          geo                  0..1  GeoCoordinates                  = ob:GeoCoordinates
          postOfficeBoxNumber  0..1  String                          = schema:postOfficeBoxNumber
          postalCode           0..1  String                          = schema:postalCode
          streetAddress        0..1  String                          = schema:streetAddress

        class GeoCoordinates ob:GeoCoordinates open OB3-M-70
          type                 1     Type
          latitude             1     Float                           = schema:latitude
          longitude            1     Float                           = schema:longitude

        class IdentifierEntry ob:IdentifierEntry closed OB3-M-71
          type                 1     Type
          identifier           1     Identifier                      = ob:identifier
          identifierType       1     IdentifierTypeEnum              = ob:identifierType

        class IdentityObject ob:IdentityObject closed OB3-M-72
          type                 1     Type
          hashed               1     Boolean                         = ob:hashed ^xsd:boolean
          identityHash         1     IdentityHash                    = ob:identityHash
          identityType         1     IdentifierTypeEnum              = ob:identityType
          salt                 0..1  String                          = ob:salt

        class EndorsementSubject ob:EndorsementSubject open OB3-M-74
          id                   1     URI
          type                 1..*c Type
          endorsementComment   0..1  Markdown                        = ob:endorsementComment
        """#
}
