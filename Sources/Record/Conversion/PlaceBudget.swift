import JSONText

extension Limits {
    /// Octets of all places that a report on a conversion would name: long names above many
    /// values would make it far larger than the source.
    package static let reportedPlaces = 1 << 27
}

/// What the places of all values of a document come to, counted without writing them.
struct PlaceBudget {
    var left: Int

    mutating func spend(on value: JSONValue, place: Int = 0) throws(ConversionError) {
        left -= place
        guard left >= 0 else { throw .reportTooLarge }
        for member in value.members {
            try spend(on: member.value, place: place + member.name.utf8.count + 1)
        }
        for element in value.elements { try spend(on: element, place: place + 8) }
    }
}
