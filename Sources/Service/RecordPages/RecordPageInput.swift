import JSONText

/// What every page says of the place that serves it.
package struct Site: Sendable, Equatable {
    /// Says on every page that people and institutions are invented.
    package var isDemonstration: Bool

    package init(isDemonstration: Bool = false) {
        self.isDemonstration = isDemonstration
    }
}

/// All that the record page is made of.
package struct RecordPageInput: Sendable {
    package var verdict: VerdictView
    /// The outer credential (of a JWT: its payload's credential), or nil where none can be read.
    package var credential: JSONValue?
    /// Embedded credentials that stand in the record as compact JWS, by their pointer.
    package var decoded: [Text: JSONValue]
    /// The octets as received.
    package var source: [UInt8]
    package var site: Site
    /// The public address of a stored record; it is printed, and shown to copy.
    package var address: String?
    /// Where the octets can be had as received.
    package var downloadPath: String?
    /// Where the same check can be run again.
    package var checkAgainPath: String?

    package init(
        verdict: VerdictView, credential: JSONValue?, decoded: [Text: JSONValue] = [:],
        source: [UInt8], site: Site = Site(), address: String? = nil,
        downloadPath: String? = nil, checkAgainPath: String? = nil
    ) {
        self.verdict = verdict
        self.credential = credential
        self.decoded = decoded
        self.source = source
        self.site = site
        self.address = address
        self.downloadPath = downloadPath
        self.checkAgainPath = checkAgainPath
    }
}
