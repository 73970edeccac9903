extension TermTables {
    /// Comprehensive Learner Record 1.0: the classes of the Final edition.
    static let learnerRecord1 = #"""
        class Clr - open CLR1-M-01
          id                   1     URI
          type                 0..1  String
          achievements         0..*  Achievement CLR1-G-05
          assertions           0..*  Assertion
          endorsements         0..*  Endorsement
          issuedOn             1     DateTime
          learner              1     Profile
          name                 0..1  String
          partial              0..1  Boolean CLR1-G-04
          publisher            1     Profile
          revocationReason     0..1  String
          revoked              0..1  Boolean
          signedAssertions     0..*  CompactJws CLR1-G-06
          signedEndorsements   0..*  CompactJws CLR1-G-06
          verification         0..1  Verification

        class Assertion - open CLR1-M-02
          id                   1     URI
          type                 0..1  String
          achievement          0..1  Achievement
          activityEndDate      0..1  DateTime CLR1-M-02a
          activityStartDate    0..1  DateTime CLR1-M-02a
          creditsEarned        0..1  Float
          endorsements         0..*  Endorsement
          evidence             0..*  Evidence
          expires              0..1  DateTime CLR1-M-02a
          image                0..1  URI
          issuedOn             0..1  DateTime
          licenseNumber        0..1  String
          narrative            0..1  Markdown
          recipient            0..1  Identity
          results              0..*  Result
          revocationReason     0..1  String
          revoked              0..1  Boolean
          role                 0..1  String
          signedEndorsements   0..*  CompactJws
          source               0..1  Profile
          term                 0..1  String
          verification         0..1s Verification

        class Achievement - open CLR1-M-03
          id                   1     URI
          type                 0..1  String
          achievementType      0..1  AchievementType
          alignments           0..*  Alignment
          associations         0..*  Association
          creditsAvailable     0..1  Float
          description          0..1  String
          endorsements         0..*  Endorsement
          humanCode            0..1  String
          identifiers          0..*  SystemIdentifier
          name                 1     String
          fieldOfStudy         0..1  String
          image                0..1  URI
          issuer               1     Profile
          level                0..1  String
          requirement          0..1  Criteria
          resultDescriptions   0..*  ResultDescription
          signedEndorsements   0..*  CompactJws
          specialization       0..1  String
          tags                 0..*  String

        class Association - open CLR1-M-04
          associationType      1     AssociationType
          targetId             1     URI
          title                1     String

        class Alignment - open CLR1-M-05
          id                   0..1  URI
          type                 0..1  String
          targetCode           0..1  String
          targetDescription    0..1  String
          targetName           1     String
          targetFramework      0..1  String
          targetType           0..1  AlignmentTargetType
          targetUrl            1     URL

        class Evidence - open CLR1-M-06
          id                   0..1  URL
          type                 0..1  String
          artifacts            0..*  Artifact
          audience             0..1  String
          description          0..1  String
          genre                0..1  String
          name                 1     String
          narrative            0..1  Markdown

        class Artifact - open CLR1-M-07
          type                 0..1  String
          description          0..1  String
          name                 0..1  String
          url                  0..1  String

        class Endorsement - open CLR1-M-08
          id                   1     URI
          type                 0..1  String
          claim                1     EndorsementClaim
          issuedOn             1     DateTime
          issuer               1     EndorsementProfile
          revocationReason     0..1  String
          revoked              0..1  Boolean
          verification         1     Verification

        class EndorsementClaim - open CLR1-M-09
          id                   1     URI
          type                 0..1  String
          endorsementComment   0..1  Markdown

        class EndorsementProfile - open CLR1-M-10
          id                   1     URI
          type                 0..1  String
          additionalName       0..1  String
          address              0..1  Address
          description          0..1  String
          email                0..1  EmailAddress
          familyName           0..1  String
          givenName            0..1  String
          identifiers          0..*  SystemIdentifier
          image                0..1  URI
          name                 0..1  String
          official             0..1  String
          publicKey            0..1  CryptographicKey
          revocationList       0..1  URL
          sourcedId            0..1  String
          studentId            0..1  String
          telephone            0..1  PhoneNumber
          url                  0..1  URL
          verification         0..1  Verification

        class Result - open CLR1-M-11
          id                   0..1  URI
          type                 0..1  String
          achievedLevel        0..1  URI
          alignments           0..*  Alignment
          resultDescription    1     URI
          status               0..1  ResultStatusType
          value                0..1  String

        class ResultDescription - open CLR1-M-12
          id                   1     URI
          type                 0..1  String
          alignments           0..*  Alignment
          allowedValues        0..*  String
          name                 1     String
          requiredLevel        0..1  URI
          requiredValue        0..1  String
          resultType           1     ResultType
          rubricCriterionLevels 0..*  RubricCriterionLevel
          valueMax             0..1  String
          valueMin             0..1  String

        class RubricCriterionLevel - open CLR1-M-13
          id                   1     URI
          type                 0..1  String
          alignments           0..*  Alignment
          description          0..1  String
          level                0..1  String
          name                 1     String
          points               0..1  String

        class Profile - open CLR1-M-14
          id                   1     URI
          type                 0..1  String
          address              0..1  Address
          additionalName       0..1  String
          birthDate            0..1  Date
          description          0..1  String
          email                0..1  EmailAddress
          endorsements         0..*  Endorsement
          familyName           0..1  String
          givenName            0..1  String
          identifiers          0..*  SystemIdentifier
          image                0..1  URI
          name                 0..1  String
          official             0..1  String
          parentOrg            0..1  Profile
          publicKey            0..1  CryptographicKey
          revocationList       0..1  URL
          signedEndorsements   0..*  CompactJws
          sourcedId            0..1  String
          studentId            0..1  String
          telephone            0..1  PhoneNumber
          url                  0..1  URL
          verification         0..1s Verification

        class Address - open CLR1-M-15
          id                   0..1  URI
          type                 0..1  String
          addressCountry       0..1  String
          addressLocality      0..1  String
          addressRegion        0..1  String
          postalCode           0..1  String
          postOfficeBoxNumber  0..1  String
          streetAddress        0..1  String

        class Criteria - open CLR1-M-16
          id                   0..1  URL
          type                 0..1  String
          narrative            0..1  Markdown

        class CryptographicKey - open CLR1-M-17
          id                   1     URI
          type                 0..1  String
          owner                1     URI
          publicKeyPem         1     String

        class Identity - open CLR1-M-18
          id                   0..1  URI
          type                 1     String
          identity             1     IdentityHash
          hashed               1m    Boolean
          salt                 0..1  String

        class SystemIdentifier - open CLR1-M-19
          type                 0..1  String
          identifier           1     String
          identifierType       1     IdentifierType

        class Verification - open CLR1-M-20
          id                   0..1  URI
          type                 1     VerificationType
          allowedOrigins       0..*  String
          creator              0..1  URL
          startsWith           0..*  String
          verificationProperty 0..1  String
        """#
}
