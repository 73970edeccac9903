import JSONText

/// What a change became: the line that the log keeps of it.
package enum EffectiveChange: Hashable, Sendable {
    case record(RecordSummary)
    case document(PublishedDocument)
    case key(WrappedKey)
    case statusList(StatusList)
    case reserved(StatusIndex)
    case status(StatusIndex, value: UInt8)
    case setting(SettingName, value: Text)

    package var line: Text {
        switch self {
        case .record(let record):
            Text("record \(record.id.text) sha256:\(record.digest.hexadecimal)")
        case .document(let document):
            Text("document \(document.path) sha256:\(document.digest.hexadecimal)")
        case .key(let key):
            Text("key \(key.id) sha256:\(ContentDigest(of: key.bytes).hexadecimal)")
        case .statusList(let list):
            Text("status-list \(list.id) \(list.purpose) \(list.length)")
        case .reserved(let place): Text("reserved \(place.list) \(place.index)")
        case .status(let place, let value): Text("status \(place.list) \(place.index) \(value)")
        case .setting(let name, let value):
            Text("setting \(name.text) sha256:\(Self.digest(value))")
        }
    }

    private static func digest(_ text: Text) -> String {
        ContentDigest(of: Array(text.string.utf8)).hexadecimal
    }
}
