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

    package var templates: TemplateShelf
    package var read: Reader

    package init(
        templates: TemplateShelf = TemplateShelf(),
        read: @escaping Reader = { _, _, _ in .fault("no files are at hand here") }
    ) {
        self.templates = templates
        self.read = read
    }
}
