import Storage
import StorageContract
import Testing

@Suite struct `Records in SQLite` {
    @Test func `are kept octet for octet`() async throws {
        try await Folder.with(RecordContract.keepsOctets)
    }
    @Test func `are put once under one key`() async throws {
        try await Folder.with(RecordContract.putsOnce)
    }
    @Test func `refuse other bytes under one key`() async throws {
        try await Folder.with(RecordContract.refusesOtherBytesUnderOneKey)
    }
    @Test func `are found by credential, the latest first`() async throws {
        try await Folder.with(RecordContract.findsByCredential)
    }
    @Test func `have names that are compared by octets`() async throws {
        try await Folder.with(RecordContract.comparesNamesByOctets)
    }
    @Test func `are listed in the order in which they came`() async throws {
        try await Folder.with(RecordContract.listsInOrder)
    }
    @Test func `that cannot be kept are refused`() async throws {
        try await Folder.with(RecordContract.refusesWhatCannotBeKept)
    }
    @Test func `of one tenant are not another's`() async throws {
        let folder = try Folder()
        let store = try await folder.open()
        let other = try #require(TenantID("other"))
        try await RecordContract.separatesTenants(store.tenant(.main), store.tenant(other))
        try await store.close()
    }
}

@Suite struct `Documents, keys and settings in SQLite` {
    @Test func `documents are found by path, URL and DID`() async throws {
        try await Folder.with(DocumentContract.findsByAnyName)
    }
    @Test func `documents are replaced only from the state that was expected`() async throws {
        try await Folder.with(DocumentContract.replacesOnlyWhatIsExpected)
    }
    @Test func `the same document again changes nothing`() async throws {
        try await Folder.with(DocumentContract.sameAgainChangesNothing)
    }
    @Test func `one address names one document`() async throws {
        try await Folder.with(DocumentContract.oneAddressOneDocument)
    }
    @Test func `keys are kept and never replaced`() async throws {
        try await Folder.with(DocumentContract.keepsKeys)
    }
    @Test func `settings are kept`() async throws {
        try await Folder.with(DocumentContract.keepsSettings)
    }
}

@Suite struct `Status lists in SQLite` {
    @Test func `give each place once, not in order`() async throws {
        try await Folder.with(StatusContract.givesEachPlaceOnce)
    }
    @Test func `give the same key the same place`() async throws {
        try await Folder.with(StatusContract.sameKeySamePlace)
    }
    @Test func `raise only places that were given`() async throws {
        try await Folder.with(StatusContract.raisesOnlyWhatWasGiven)
    }
    @Test func `stay what they are`() async throws {
        try await Folder.with(StatusContract.listsStayWhatTheyAre)
    }
}

@Suite struct `Commits in SQLite` {
    @Test func `are done whole or not at all`() async throws {
        try await Folder.with(CommitContract.allOrNothing)
    }
    @Test func `issue once, however often it is tried`() async throws {
        try await Folder.with(CommitContract.issuesOnce)
    }
    @Test func `are logged`() async throws {
        try await Folder.with(CommitContract.logsEveryChange)
    }
    @Test func `of two openings of the file take turns`() async throws {
        try await Folder.withTwo(CommitContract.writersTakeTurns)
    }
    @Test func `under one key at once are one`() async throws {
        try await Folder.withTwo(CommitContract.sameKeyAtOnce)
    }
}
