extension TermTables {
    /// Open Badges 3.0: the older contexts, each as what differs from the next newer (LEG-04).
    static let openBadgesVersions = #"""
        context 3.0.2 at:context-3.0.2.json from 3.0.3
          awardedDate          = -
          endorsementJwt       = -
          image                = ob:Image ^@id
          inLanguage           = -
          jti                  = -
        class Achievement
          image                = ob:Image ^@id
          inLanguage           = -
        class AchievementSubject
          achievement          = ob:achievement-0
          image                = ob:Image ^@id
        class Profile
          image                = ob:Image ^@id
        class Related
          inLanguage           = -

        context 3.0.1 at:context-3.0.1.json from 3.0.2 with id,type,xsd every -
          awardedDate          = ob:awardedDate ^xsd:dateTime
          image                = ob:image ^@id
          ^xsd:string description name narrative
        class Achievement
          ^xsd:string achievementType fieldOfStudy humanCode specialization tag version
        class AchievementSubject
          ^xsd:string licenseNumber role term
        class Address
          ^xsd:string addressCountry addressCountryCode addressLocality addressRegion
          ^xsd:string postOfficeBoxNumber postalCode streetAddress
        class Alignment
          ^xsd:string targetCode targetDescription targetFramework targetName targetType
        class EndorsementSubject
          ^xsd:string endorsementComment
        class Evidence
          ^xsd:string audience genre
        class GeoCoordinates
          ^xsd:string latitude longitude
        class IdentifierEntry
          ^xsd:string identifier identifierType
        class IdentityObject
          ^xsd:string identityHash identityType salt
        class Image
          ^xsd:string caption
        class Profile
          ^xsd:string additionalName email familyName familyNamePrefix givenName honorificPrefix
          ^xsd:string honorificSuffix official patronymicName phone
        class Related
          ^xsd:string version
        class Result
          ^xsd:string status value
        class ResultDescription
          allowedValue         = ob:allowedValue ^xsd:string @set
          ^xsd:string requiredValue resultType valueMax valueMin
        class RubricCriterionLevel
          ^xsd:string level points

        context 3.0 at:context.json at:context/ob_v3p0.jsonld from 3.0.1
          awardedDate          = -
          ^ob:Alignment alignment
          ^ob:EndorsementCredential endorsement
          ^ob:Image image
        class Achievement
          creator              = ob:Profile
          image                = -
          ^ob:Alignment alignment
          ^ob:IdentifierEntry otherIdentifier
          ^ob:Related related
          ^ob:ResultDescription resultDescription
        class AchievementSubject
          achievement          = ob:Achievement
          image                = -
          ^ob:IdentityObject identifier
          ^ob:Result result
          ^ob:Profile source
        class Alignment schema:Alignment
        class Profile
          address              = ob:Address
          image                = -
          phone                = ob:PhoneNumber ^xsd:string
          ^ob:IdentifierEntry otherIdentifier
          ^xsd:string parentOrg
        class ResultDescription
          ^ob:RubricCriterionLevel rubricCriterionLevel
        """#
}
