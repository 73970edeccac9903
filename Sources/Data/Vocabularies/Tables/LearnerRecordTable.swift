extension TermTables {
    /// Comprehensive Learner Record 2.0: both contexts and the classes that it adds to OB 3.0.
    ///
    /// `xsd:` stands as it is in the coercions: the contexts do not define it (LDP-22).
    static let learnerRecord = #"""
        abbr at       https://purl.imsglobal.org/spec/clr/v2p0/
        abbr clr      https://purl.imsglobal.org/spec/vc/clr/vocab.html#
        abbr obi      https://purl.imsglobal.org/spec/vc/ob/vocab.html#
        abbr cred     https://www.w3.org/2018/credentials#
        every id,type

        context 2.0.1 at:context-2.0.1.json with id,type
        include *

        class ClrCredential clr:ClrCredential open < EdTechCredential
          @context             3..*  Context               CLR2-M-01
          type                 1..*c Type                  CLR2-M-02
          id                   1     URI                   CLR2-M-03
          name                 1     String                CLR2-M-04
          description          0..1  String                CLR2-M-05
          image                0..1s Image                 CLR2-M-06
          partial              0..1  Boolean               CLR2-M-07 = clr:partial ^<xsd:boolean>
          issuer               ~                           CLR2-M-08
          validFrom            ~                           CLR2-M-09
          validUntil           ~                           CLR2-M-10
          awardedDate          0..1  DateTimeZ             CLR2-M-11
          credentialSubject    1     ClrSubject            CLR2-M-12
          endorsement          0..*  EndorsementCredential CLR2-M-13
          endorsementJwt       0..*  CompactJws            CLR2-M-14
          evidence             ~                           CLR2-M-15
          proof                ~                           CLR2-M-16
          credentialSchema     ~                           CLR2-M-17
          credentialStatus     ~                           CLR2-M-18
          refreshService       ~                           CLR2-M-19
          termsOfUse           ~                           CLR2-M-20

        class ClrSubject clr:ClrSubject open with id,type,cred,obi
          type                 1..*c Type                  CLR2-M-30
          id                   0..1  URI                   CLR2-M-31
          identifier           0..*  IdentityObject        CLR2-M-32
            = clr:identifier-1 ^<obi:Identifier> @set
          verifiableCredential 1..*  EdTechCredential      CLR2-M-33
            = clr:verifiableCredential ^cred:verifiableCredential @set
          achievement          0..*  Achievement           CLR2-M-34
            = clr:achievement ^<obi:Achievement> @set
          association          0..*  Association           CLR2-M-35
            = clr:association ^clr:Association @set

        class Association clr:Association closed with -
          type                 1     Type                  CLR2-M-40
          associationType      1     AssociationType       CLR2-M-41 = clr:AssociationType
          sourceId             1     URI                   CLR2-M-42 = clr:sourceId ^<xsd:anyURI>
          targetId             1     URI                   CLR2-M-43 = clr:targetId ^<xsd:anyURI>

        class GetClrCredentialsResponse - closed CLR2-M-50
          credential           0..*  ClrCredential
          compactJwsString     0..*  CompactJws

        context 2.0 at:context.json from 2.0.1
        class ClrCredential
          partial              = -
        class ClrSubject with
            id,type,cred,obi=<https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#>
          identifier           = -

        model 1.1
        class ClrCredential LEG-02
          validFrom            -
          validUntil           -
          issuanceDate         ~                           CLR2-M-09
          expirationDate       ~                           CLR2-M-10
        """#
}
