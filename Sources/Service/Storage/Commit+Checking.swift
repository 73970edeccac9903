import JSONText

extension Commit {
    /// Whether everything in it can be kept by any store: sizes, and text without characters
    /// that a store would cut at or a log line would break at.
    package func check() throws(Refusal) {
        guard changes.count <= StorageLimits.changes else {
            throw .tooLarge(.changes, limit: StorageLimits.changes)
        }
        try name(event.who, .who)
        try name(event.what, .what)
        try prose(event.why, .why)
        for change in changes {
            try change.check()
        }
    }
}

extension Change {
    fileprivate func check() throws(Refusal) {
        switch self {
        case .record(let record): try record.check()
        case .document(let document, expecting: _): try document.check()
        case .key(let key):
            try name(key.id, .keyID)
            try size(key.bytes.count, .wrappedKey, StorageLimits.key)
        case .statusList(let list):
            try name(list.id, .statusListID)
            try name(list.purpose, .statusPurpose)
            try size(list.length, .statusListLength, StorageLimits.statusList)
        case .reserveStatus(let list, let clientKey):
            try name(list, .statusListID)
            try name(clientKey.text, .clientKey)
        case .status(let place, value: _): try name(place.list, .statusListID)
        case .setting(let setting, let value):
            try name(setting.text, .settingName)
            try prose(value, .setting)
        }
    }
}

extension NewRecord {
    fileprivate func check() throws(Refusal) {
        try size(bytes.count, .recordBytes, StorageLimits.bytes)
        try name(clientKey.text, .clientKey)
        try name(index.credentialID, .credentialID)
        try name(index.kind, .kind)
        try prose(index.name, .name)
        try name(index.issuerID, .issuerID)
        try name(index.subjectID, .subjectID)
    }
}

extension PublishedDocument {
    fileprivate func check() throws(Refusal) {
        try size(bytes.count, .documentBytes, StorageLimits.bytes)
        try name(path, .path)
        guard path.string.utf8.first == UInt8(ascii: "/") else { throw .unstorableText(.path) }
        try name(url, .url)
        try name(did, .did)
    }
}

private func name(_ text: Text?, _ field: StorageField) throws(Refusal) {
    guard let bytes = text?.string.utf8 else { return }
    try size(bytes.count, field, StorageLimits.name)
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
        throw .unstorableText(field)
    }
}

private func prose(_ text: Text?, _ field: StorageField) throws(Refusal) {
    guard let bytes = text?.string.utf8 else { return }
    try size(bytes.count, field, StorageLimits.text)
    guard !bytes.contains(0) else { throw .unstorableText(field) }
}

private func size(_ count: Int, _ field: StorageField, _ limit: Int) throws(Refusal) {
    guard count <= limit else { throw .tooLarge(field, limit: limit) }
}
