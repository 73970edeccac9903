extension TermTables {
    /// Bitstring Status List 1.0 and the Status List 2021 that came before it.
    static let status = #"""
        abbr status   https://www.w3.org/ns/credentials/status#
        abbr list     https://w3id.org/vc/status-list#
        abbr sec      https://w3id.org/security#
        abbr xsds     https://www.w3.org/2001/XMLSchema#
        every @protected,id,type

        context status https://www.w3.org/ns/credentials/status/v1
        include BitstringStatusListCredential BitstringStatusList BitstringStatusListEntry

        class BitstringStatusListCredential status:BitstringStatusListCredential open <
            VerifiableCredential
          type                 1..*c Type
          credentialSubject    1     BitstringStatusList
        class BitstringStatusList status:BitstringStatusList open
          id                   0..1  URI
          type                 1..*c Type
          statusPurpose        1..*c String                BSL-04    = status:statusPurpose
          encodedList          1     String                BSL-05
            = status:encodedList ^sec:multibase
          ttl                  0..1  NonNegativeInteger    BSL-11    = status:ttl
        class BitstringStatusListEntry status:BitstringStatusListEntry open < CredentialStatus
          type                 1a    Type
          statusPurpose        1     String                BSL-04    = status:statusPurpose
          statusListIndex      1n    String                BSL-07    = status:statusListIndex
          statusListCredential 1     URI                   BSL-02
            = status:statusListCredential ^@id
          statusSize           0..1  PositiveInteger       BSL-07
            = status:statusSize ^xsds:integer
          statusMessage        0..*  StatusMessage
            = status:statusMessage >StatusMessage
          statusReference      0..*c URI                             = status:statusReference ^@id
        class StatusMessage - open
          status               1     String
          message              1     String
        scope StatusMessage
          message              = status:message
          status               = status:status

        context 2021 https://w3id.org/vc/status-list/2021/v1
            https://w3id.org/vc-status-list-2021/v1 with @protected
        include StatusList2021Credential StatusList2021 StatusList2021Entry
        class StatusList2021Credential list:StatusList2021Credential -
          description          = <http://schema.org/description>
          name                 = <http://schema.org/name>
        class StatusList2021 list:StatusList2021 -
          statusPurpose        = list:statusPurpose
          encodedList          = list:encodedList
        class StatusList2021Entry list:StatusList2021Entry -
          statusPurpose        = list:statusPurpose
          statusListIndex      = list:statusListIndex
          statusListCredential = list:statusListCredential ^@id
        """#
}
