import JSONText

extension ConversionSource {
    /// Which generation of records and badges a document is of.
    static func generation(of value: JSONValue) -> ConversionSource? {
        if let source = try? RecordSource(value) {
            return source.isRecord ? .learnerRecord2 : .badge3
        }
        let isRecord1 =
            value["learner"]?.isObject == true && value["publisher"]?.isObject == true
        return isRecord1 ? .learnerRecord1 : nil
    }
}

extension ConversionRoute {
    /// From one generation to another.
    static let generations: [ConversionRoute] = [
        ConversionRoute(.learnerRecord1, to: .learnerRecord2) {
            value, newID throws(ConversionError) in
            Converted(try Conversion(learnerRecord1: value, newID: newID))
        }
    ]
}
