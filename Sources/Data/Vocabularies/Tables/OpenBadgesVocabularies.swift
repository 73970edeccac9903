extension TermTables {
    /// Open Badges 3.0 (and CLR 2.0): enumerations, envelopes of the API, the VCDM 1.1 classes.
    static let openBadgesVocabularies = #"""
        list AchievementType extensible ENUM-01
          Achievement ApprenticeshipCertificate Assessment Assignment AssociateDegree Award
          Badge BachelorDegree Certificate CertificateOfCompletion Certification
          CommunityService Competency Course CoCurricular Degree Diploma DoctoralDegree
          Fieldwork GeneralEducationDevelopment JourneymanCertificate LearningProgram License
          Membership ProfessionalDoctorate QualityAssuranceCredential MasterCertificate
          MasterDegree MicroCredential ResearchDoctorate SecondarySchoolDiploma
        list AlignmentTargetType extensible ENUM-02
          ceasn:Competency ceterms:Credential CFItem CFRubric CFRubricCriterion
          CFRubricCriterionLevel CTDL
        list AssociationType closed ENUM-03
          exactMatchOf isChildOf isParentOf isPartOf isPeerOf isRelatedTo precedes replacedBy
        list ResultType extensible ENUM-04
          GradePointAverage LetterGrade Percent PerformanceLevel PredictedScore RawScore Result
          RubricCriterion RubricCriterionLevel RubricScore ScaledScore Status
        list ResultStatusType closed ENUM-05
          Completed Enrolled Failed InProgress OnHold Provisional Withdrew
        list IdentifierTypeEnum extensible ENUM-06
          name sourcedId systemId productId userName accountId emailAddress
          nationalIdentityNumber isbn issn lisSourcedId oneRosterSourcedId sisSourcedId
          ltiContextId ltiDeploymentId ltiToolId ltiPlatformId ltiUserId identifier
        list Imsx_CodeMajor closed ENUM-07
          failure processing success unsupported
        list Imsx_Severity closed ENUM-08
          error status warning
        list Imsx_CodeMinorFieldValue closed ENUM-09
          forbidden fullsuccess internal_server_error invalid_data invalid_query_parameter
          misdirected_request not_acceptable not_allowed not_found not_modified server_busy
          unauthorizedrequest unknown

        class GetOpenBadgeCredentialsResponse - closed OB3-M-83
          credential           0..*  AchievementCredential
          compactJwsString     0..*  CompactJws
        class Imsx_StatusInfo - closed OB3-M-84
          imsx_codeMajor       1     Imsx_CodeMajor
          imsx_severity        1     Imsx_Severity
          imsx_description     0..1  String
          imsx_codeMinor       0..1  Imsx_CodeMinor
        class Imsx_CodeMinor - closed OB3-M-84
          imsx_codeMinorField  1..*  Imsx_CodeMinorField
        class Imsx_CodeMinorField - closed OB3-M-84
          imsx_codeMinorFieldName 1     String
          imsx_codeMinorFieldValue 1     Imsx_CodeMinorFieldValue

        model 1.1
        class EdTechCredential LEG-02
          issuer               1s    Profile
          validFrom            -
        class AchievementCredential LEG-02
          name                 1     String
          validFrom            -
          validUntil           -
          issuanceDate         ~                           OB3-M-10
          expirationDate       ~                           OB3-M-10
        """#
}
