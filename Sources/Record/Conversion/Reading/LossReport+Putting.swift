import JSONText

extension LossReport {
    /// Makes a text of the source a member of what is being made, and says where it went.
    /// - Parameters:
    ///   - text: what is written, where it is not the text of the source itself.
    ///   - how: what was changed, where something was.
    /// - Returns: whether there was a text and room for it.
    @discardableResult
    mutating func put(
        _ source: Placed?, _ name: String, in made: inout Members, at place: String,
        text: String? = nil, how: String? = nil
    ) -> Bool {
        guard let source, let own = source.text, !made.has(name) else { return false }
        let written = text ?? own
        made.set(name, .string(written))
        went(source, to: "\(place)/\(name)", as: written, how: how)
        return true
    }

    /// Says where a scalar went that was written as this text.
    mutating func went(_ source: Placed, to place: String, as written: String, how: String?) {
        if let how {
            record(source.place, .changed(to: place, how: how))
        } else if source.value.string?.isSame(as: written) == true {
            record(source.place, .carried(to: place))
        } else {
            record(source.place, .changed(to: place, how: "written as text"))
        }
    }

    /// A text that is a number here and was none there, or the other way round.
    @discardableResult
    mutating func putNumber(
        _ source: Placed?, _ name: String, in made: inout Members, at place: String
    ) -> Bool {
        guard let source, let text = source.text, let number = LearnerRecord2.number(text),
            !made.has(name)
        else { return false }
        made.set(name, number)
        record(source.place, .changed(to: "\(place)/\(name)", how: "written as a number"))
        return true
    }

    /// A member whose sense something else in the target has.
    mutating func says(_ source: Placed?, at place: String, how: String) {
        guard let source else { return }
        recordAll(source.value, source.place, .changed(to: place, how: how))
    }
}
