extension TermTables {
    /// Open Badges 2.0: any property that may hold several values may hold one (OB-M-08).
    static let openBadges2 = #"""
        class Assertion - open OB-M-01
          @context             1..*mc Context
          id                   1     URI
          type                 1..*c Type
          recipient            1     IdentityObject
          badge                1     URI|BadgeClass
          verification         1m    VerificationObject
          verify               0..1  VerificationObject    OB-M-09
          issuedOn             1n    DateTime              OB-M-08
          image                0..1  URI|Image
          evidence             0..*c URI|Evidence
          narrative            0..1  Markdown
          expires              0..1n DateTime              OB-M-08
          revoked              0..1  Boolean
          revocationReason     0..1  String
          uid                  0..1  String
          endorsement          0..*c URI|Endorsement       OB-M-06
          related              0..*c URI|Related           OB-M-07
          version              0..1  String                OB-M-07

        class BadgeClass - open OB-M-02
          @context             0..*c Context
          id                   1     URI
          type                 1..*c Type
          name                 1     String
          description          1     String
          image                1m    URI|Image
          criteria             1     URI|Criteria
          issuer               1     URI|Profile
          alignment            0..*c AlignmentObject
          tags                 0..*c String
          endorsement          0..*c URI|Endorsement       OB-M-06
          related              0..*c URI|Related           OB-M-07
          version              0..1  String                OB-M-07

        class Profile - open OB-M-03
          @context             0..*c Context
          id                   1     URI
          type                 1..*c Type
          name                 1m    String
          url                  1m    URL
          email                1m    EmailAddress
          telephone            0..1  PhoneNumber
          description          0..1  String
          image                0..1  URI|Image
          publicKey            0..*c URI|CryptographicKey
          verification         0..1  IssuerVerification    OB-M-09
          revocationList       0..1  URI
          endorsement          0..*c URI|Endorsement       OB-M-06
          related              0..*c URI|Related           OB-M-07
          version              0..1  String                OB-M-07
        alias Issuer Profile

        class IdentityObject - open OB-M-04
          type                 1..*c String
          identity             1     IdentityHash
          hashed               1m    Boolean
          salt                 0..1  String
        class AlignmentObject - open OB-M-05
          targetName           1m    String
          targetUrl            1m    URL
          targetDescription    0..1  String
          targetFramework      0..1  String
          targetCode           0..1  String
          name                 0..1  String
          url                  0..1  URL
          description          0..1  String
        class Endorsement - open OB-M-06
          @context             0..*c Context
          id                   1     URI
          type                 1..*c Type
          claim                1     EndorsementClaim
          issuer               1     URI|Profile
          issuedOn             1     DateTime
          verification         1     VerificationObject
          revoked              0..1  Boolean
          revocationReason     0..1  String
        class EndorsementClaim - open OB-M-06
          id                   1     URI
          type                 0..*c String
          endorsementComment   0..1  Markdown
        class VerificationObject - open OB-M-09
          type                 1..*c String
          id                   0..1  URI
          creator              0..1  URI
          url                  0..1  URI
          allowedOrigins       0..*c String
          startsWith           0..*c String
          verificationProperty 0..1  String
        class IssuerVerification - open OB-M-09
          type                 0..*c String
          id                   0..1  URI
          allowedOrigins       0..*c String
          startsWith           0..*c String
          verificationProperty 0..1  String
        class CryptographicKey - open OB-V-06
          @context             0..*c Context
          id                   1     URI
          type                 1..*c Type
          owner                1     URI
          publicKeyPem         1     String
        class RevocationList - open OB-V-05
          @context             0..*c Context
          id                   1     URI
          type                 1..*c Type
          issuer               0..1  URI|Profile
          revokedAssertions    0..*c URI|RevokedAssertion
        class RevokedAssertion - open OB-V-05
          id                   0..1  URI
          uid                  0..1  String
          revocationReason     0..1  String
        class Image - open OB-M-02
          id                   0..1  URI
          type                 0..*c String
          caption              0..1  String
          author               0..1  URI
        class Criteria - open OB-M-02
          id                   0..1  URI
          type                 0..*c String
          narrative            0..1  Markdown
        class Evidence - open OB-M-01
          id                   0..1  URI
          type                 0..*c String
          name                 0..1  String
          description          0..1  String
          genre                0..1  String
          audience             0..1  String
          narrative            0..1  Markdown
        class Related - open OB-M-07
          id                   0..1  URI
          type                 0..*c String
          version              0..1  String
        """#

    /// Extended Transcript 1.0 (2017), as its samples show it: the text of its model cannot be had.
    static let extendedTranscript = #"""
        class ExtendedTranscript - open ET-8.2
          @context             0..*c Context
          id                   1     URI
          type                 1     Type
          createdAt            1     DateTime
          issuer               1     Issuer
          person               1     Person
          records              0..*  Record
          transcriptEntities   1     TranscriptEntitySet
        class Issuer - open ET-8.2
          id                   1     URI
          type                 0..1  String
          name                 0..1  String
          url                  0..1  URL
          address              0..1  String
          phone                0..1  PhoneNumber
          logo                 0..1  URI
          issuingPersonFullName 0..1  String
        class Person - open ET-8.2
          id                   1     URI
          type                 0..1  String
          fullName             0..1  String
          givenName            0..1  String
          familyName           0..1  String
          email                0..1  EmailAddress
          phone                0..1  PhoneNumber
          mobile               0..1  PhoneNumber
          url                  0..1  URL
          studentId            0..1  String
          birthDate            0..1  Date
          sourcedId            0..1  String
        class Record - open ET-8.2
          id                   1     URI
          type                 0..1  String
          date                 0..1  DateTime
          result               0..1  String                UP-11
          recordOf             1     TranscriptEntityLink
          status               0..1  RecordStatus
        class RecordStatus - open ET-8.2
          id                   0..1  URI
          type                 0..1  String
          completed            0..1  Boolean
        class TranscriptEntityLink - open ET-8.2
          id                   0..1  URI
          type                 0..1  String
          entityType           0..1  String
          entityId             1     URI
        class TranscriptEntitySet - open ET-8.2
          id                   0..1  URI
          type                 0..1  String
          competencies         0..*  TranscriptEntity
          courses              0..*  TranscriptEntity
          degrees              0..*  TranscriptEntity
        class TranscriptEntity - open ET-8.2
          id                   1     URI
          type                 1     String
          name                 0..1  String
          description          0..1  String
          courseCode           0..1  String
          level                0..1  String
          associations         0..*  EntityAssociation     UP-10
        class EntityAssociation - open UP-10
          id                   0..1  URI
          type                 0..1  String
          entityType           0..1  String
          entityId             1     URI
          associationType      1     String
        """#
}
