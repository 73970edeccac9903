import JSONText

/// A small fact about one tenant's part of the store.
package struct SettingName: Hashable, Sendable {
    package let text: Text

    package init(_ text: Text) {
        self.text = text
    }

    /// `true` where the records are those of the demonstration.
    package static let isDemonstration = SettingName(Text("is-demonstration"))
    /// The public URL under which the records were issued.
    package static let publicURL = SettingName(Text("public-url"))
    /// The version of the program that began the store.
    package static let createdWith = SettingName(Text("created-with"))
}

package protocol SettingStore: Sendable {
    func setting(_ name: SettingName) async throws(StorageError) -> Text?
}
