import JSONText

extension Converted {
    /// Converts one document, or several badges into one record or what such a record becomes,
    /// with all that is said beside them.
    /// - Parameter part: which record of a set, from 1.
    package init(
        _ inputs: [ConversionInput], to target: ConversionTarget, as options: Gathering,
        linked: LinkedDocuments, part: Int?, newID: @escaping () -> String
    ) throws(ConversionError) {
        let whole = inputs.first.map { linked.embedded(in: $0.value)?.root ?? $0.value }
        let kind = whole.flatMap { ConversionSource(.json($0)) }
        let step = inputs.count == 1 ? kind?.firstStep : .learnerRecord2
        if target.isExport, let step, inputs.count > 1 || kind?.own != target {
            try self.init(to: target, newID: newID) { newID throws(ConversionError) in
                try Converted(
                    inputs, to: step, as: options, linked: linked, part: part, newID: newID)
            }
            return
        }
        guard inputs.count == 1, let input = inputs.first, let whole else {
            guard target == .learnerRecord2 else { throw .oneAtATime(target) }
            let sources = inputs.map(\.source)
            self.init(try Conversion(gathering: sources, as: options, newID: newID))
            return
        }
        switch (kind, target) {
        case (.badge2, .badge3):
            self.init(try Conversion(badge2: whole, token: input.token, newID: newID))
        case (.badge2, .learnerRecord2):
            let badge = try Conversion(badge2: whole, token: input.token, newID: newID)
            self.init(try badge.gathered(as: options, newID: newID))
        case (.badge3, .learnerRecord2) where !ModelUpgrade.isOld(whole):
            self.init(try Conversion(gathering: [input.source], as: options, newID: newID))
        case (.badge3, .learnerRecord2):
            let badge = try Conversion(model1: whole, newID: newID)
            self.init(try badge.gathered(as: options, newID: newID))
        case (.heldRecord1, .learnerRecord2) where part != nil:
            let index = part.map { $0 - 1 }
            self.init(try Conversion(heldRecord1: whole, part: index, newID: newID))
        case _:
            self = try ConversionRoute.route(.json(whole), to: target)(.json(whole), newID: newID)
        }
    }
}

extension ConversionInput {
    var source: Gathering.Source { token.map { .token($0, value) } ?? .json(value) }
}
