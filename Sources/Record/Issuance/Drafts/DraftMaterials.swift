import JSONText

/// What a draft refers to and does not hold itself.
package struct DraftMaterials: Sendable {
    /// The octets of a file that a draft names, or a sentence that says why they cannot be had.
    /// Its name is relative to the file that names it: a template, or without one the draft.
    package typealias Reader =
        @Sendable (_ path: String, _ template: String?, _ maximumBytes: Int) -> FileAnswer

    package enum FileAnswer: Sendable {
        case octets([UInt8])
        case fault(String)
    }

    /// How a draft names a status list: the file that it was made in, relative to the draft, or
    /// the URL at which it is published.
    package enum StatusListName: Sendable {
        case file(String)
        case published(String)
    }

    /// A place that nobody else has. It is the draft's once nothing is wrong with it: whoever
    /// gives it sees to that.
    package typealias Places = @Sendable (_ list: StatusListName) -> PlaceAnswer

    package enum PlaceAnswer: Sendable {
        case place(StatusSlot)
        case fault(String)
    }

    package var templates: TemplateShelf
    package var read: Reader
    package var place: Places

    package init(
        templates: TemplateShelf = TemplateShelf(),
        read: @escaping Reader = { _, _, _ in .fault("no files are at hand here") },
        place: @escaping Places = { _ in .fault("no lists are at hand here") }
    ) {
        self.templates = templates
        self.read = read
        self.place = place
    }
}
