extension TermTables {
    /// Comprehensive Learner Record 1.0: documents, enumerations, and the Candidate Final of 2020-05
    /// as what differs.
    static let learnerRecord1Editions = #"""
        class ClrDocument - closed < Clr CLR1-M-01
          @context             1..*mc URL                  CLR1-G-10
        class AssertionDocument - open < Assertion CLR1-M-02
          @context             1..*mc URL                  CLR1-G-10
        class EndorsementDocument - closed < Endorsement CLR1-M-08
          @context             1     URL                   CLR1-G-10
        class CryptographicKeyDocument - closed < CryptographicKey CLR1-M-17
          @context             1     URL                   CLR1-G-10
        class ClrSet - closed CLR1-M-22
          @context             1..*mc URL                  CLR1-G-10
          id                   0..1  URI
          type                 0..1  String
          clrs                 0..*  Clr
          signedClrs           0..*  CompactJws            CLR1-G-06
        class ClrPayload - closed CLR1-M-23
          @context             1     URL                   CLR1-G-10
          type                 0..1  String
          clr                  0..1  Clr
          signedClr            0..1  CompactJws            CLR1-G-06
        class DiscoveryDocument - closed CLR1-M-24
          @context             1     URL                   CLR1-G-10
          type                 0..1  String
          name                 1     String
          image                0..1  URI
          authorizationUrl     1     URL
          privacyPolicyUrl     1     URL
          registrationUrl      1     URL
          scopesOffered        1..*  URL
          termsOfServiceUrl    1     URL
          tokenUrl             1     URL
        class RevocationList - closed CLR1-M-21
          @context             1     URL                   CLR1-G-10
          id                   1     URL
          type                 0..1  String
          issuer               1     URI
          revokedAssertions    0..*  String

        list AchievementType extensible CLR1-E-01
          Achievement Assessment Assignment Award Badge Certificate Certification Course
          CommunityService Competency Co-Curricular Degree Diploma Fieldwork License Membership
        list CandidateAchievementType extensible CLR1-E-01
          Achievement AssessmentResult Award Badge Certificate Certification Course
          CommunityService Competency Co-Curricular Degree Diploma Fieldwork License Membership
        list AssociationType closed CLR1-E-02
          exactMatchOf exemplar hasSkillLevel isChildOf isParentOf isPartOf isPeerOf isRelatedTo
          precedes replacedBy
        list AlignmentTargetType extensible CLR1-E-03
          CFItem CFRubric CFRubricCriterion CFRubricCriterionLevel CTDL
        list ResultType extensible CLR1-E-04
          GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result
          RubricCriterion RubricCriterionLevel RubricScore ScaledScore Status
        list CandidateResultType extensible CLR1-E-04
          GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result
          RubricCriterion RubricCriterionLevel RubricScore ScaledScore
        list ResultStatusType closed CLR1-E-05
          Completed Enrolled Failed InProgress OnHold Withdrew
        list IdentifierType extensible CLR1-E-06
          LisSourcedId OneRosterSourcedId
        list VerificationType closed CLR1-E-07
          Hosted Signed Verification

        model candidate
        class Clr closed CLR1-M-01
          endorsements         -
          signedEndorsements   -
        class Assertion CLR1-M-02
          activityStartDate    -
          activityEndDate      -
          expires              -
          startDate            0..1  DateTime              CLR1-M-02a
          endDate              0..1  DateTime              CLR1-M-02a
        class AssertionDocument CLR1-M-02
          @context             1     URL                   CLR1-G-10
        class Achievement CLR1-M-03
          achievementType      0..1  CandidateAchievementType
          identifiers          -
        class Association closed CLR1-M-04
        class Alignment closed CLR1-M-05
          targetFramework      -
          educationalFramework 0..1  String
          targetType           1     AlignmentTargetType
        class Evidence closed CLR1-M-06
        class Artifact closed CLR1-M-07
        class Endorsement closed CLR1-M-08
        class EndorsementProfile CLR1-M-10
          name                 1     String
          additionalName       -
          familyName           -
          givenName            -
          identifiers          -
          official             -
        class Result closed CLR1-M-11
          status               -
        class ResultDescription closed CLR1-M-12
          resultType           1     CandidateResultType
        class RubricCriterionLevel closed CLR1-M-13
        class Profile CLR1-M-14
          name                 1     String
          additionalName       -
          birthDate            -
          familyName           -
          givenName            -
          identifiers          -
          official             -
          parentOrg            -
        class Address closed CLR1-M-15
        class Criteria CLR1-M-16
          id                   1     URL
        class CryptographicKey closed CLR1-M-17
        class Identity closed CLR1-M-18
        class Verification closed CLR1-M-20
        """#
}
