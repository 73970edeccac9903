import JSONText

/// Everything that can go wrong with a store.
package enum StorageError: Error, Hashable, Sendable {
    /// A database could not be opened, and was left as it is.
    case opening(path: String, OpeningFault)
    /// A commit cannot be done, and did nothing.
    case refused(Refusal)
    /// The store failed; what was committed stands, nothing else was kept.
    case failed(StorageFault)
}

/// Why a database could not be opened.
package enum OpeningFault: Hashable, Sendable {
    case notADatabase
    case databaseOfAnotherProgram
    case newerSchema(found: Int, known: Int)
    case isFolder
    case folderMissing(reason: String)
    case notWritable
    case inUse
    case unreadable(reason: String)
}

/// Why a commit cannot be done.
package enum Refusal: Error, Hashable, Sendable {
    case tooLarge(StorageField, limit: Int)
    /// Empty, or with a character below U+0020 (in titles and reasons: with U+0000).
    case unstorableText(StorageField)
    case clientKeyTaken(ClientKey, by: RecordID)
    case recordIDTaken(RecordID)
    case documentChanged(path: Text)
    case addressTaken(Text)
    case keyTaken(Text)
    case statusListDiffers(Text)
    case statusListUnknown(Text)
    case statusListFull(Text)
    case statusIndexNotReserved(StatusIndex)
}

/// How a store failed.
package enum StorageFault: Hashable, Sendable {
    case busy
    case diskFull
    case notWritable
    case closed
    case cancelled
    /// What is read is not what was written.
    case damaged(StorageTable, id: String)
    case engine(code: Int, message: String)
}

/// Where a damaged thing stands.
package enum StorageTable: String, Hashable, Sendable {
    case records, documents, keys
    case statusLists = "status lists"
    case statusEntries = "status entries"
    case events, settings
}

/// Which value cannot be kept.
package enum StorageField: String, Hashable, Sendable {
    case recordBytes = "record"
    case documentBytes = "document"
    case clientKey = "client key"
    case credentialID = "credential identifier"
    case kind, name
    case issuerID = "issuer identifier"
    case subjectID = "subject identifier"
    case path
    case url = "URL"
    case did = "DID"
    case keyID = "key identifier"
    case wrappedKey = "wrapped key"
    case statusListID = "status list identifier"
    case statusListLength = "length of the status list"
    case statusPurpose = "status purpose"
    case settingName = "name of the setting"
    case setting
    case who, what, why
    case changes = "number of changes"
}
