import JSONText

/// What a document is, as far as conversion asks.
package enum ConversionSource: String, Sendable, CaseIterable {
    case learnerRecord1 = "CLR 1.0"
    case heldRecord1 = "CLR 1.0 in a set or a credential"
    case badge2 = "Open Badge 2.0"
    case extendedTranscript = "Extended Transcript 1.0"
    case performance = "Record of Performance"
    case learnerRecord2 = "CLR 2.0"
    case badge3 = "Open Badge 3.0"

    /// What kind of document this is; nil where it is none of those that are converted.
    package init?(_ document: ConversionDocument) {
        guard let source = Self.generation(of: document.value) else { return nil }
        self = source
    }
}

/// What a document can be made into.
package enum ConversionTarget: String, Sendable, CaseIterable {
    case learnerRecord2 = "clr2"
    case badge3 = "ob3"
    case learnerRecord1 = "clr1"
}

/// A document as it is given to a conversion.
package enum ConversionDocument: Sendable {
    case json(JSONValue)

    var value: JSONValue {
        switch self {
        case .json(let value): value
        }
    }
}

/// What came of a conversion.
package struct Converted: Sendable {
    package enum Body: Sendable {
        case json(JSON)
    }

    package let body: Body
    package let report: LossReport

    init(_ conversion: Conversion) {
        body = .json(conversion.record)
        report = conversion.report
    }

    /// The octets of a file.
    package var bytes: [UInt8] {
        switch body {
        case .json(let value): value.serialized(pretty: true) + [0x0A]
        }
    }
}

/// One line of the table of all conversions.
package struct ConversionRoute: Sendable {
    package let source: ConversionSource
    package let target: ConversionTarget
    private let convert:
        @Sendable (ConversionDocument, @escaping () -> String) throws(ConversionError) -> Converted

    package func callAsFunction(
        _ document: ConversionDocument, newID: @escaping () -> String
    ) throws(ConversionError) -> Converted {
        try convert(document, newID)
    }

    /// A route from JSON.
    init(
        _ source: ConversionSource, to target: ConversionTarget,
        _ convert:
            @escaping @Sendable (
                JSONValue, @escaping () -> String
            ) throws(ConversionError) -> Converted
    ) {
        self.source = source
        self.target = target
        self.convert = {
            (document: ConversionDocument, newID: @escaping () -> String) throws(ConversionError)
            in
            try convert(document.value, newID)
        }
    }

    /// Every conversion, a line each.
    package static let all: [ConversionRoute] = generations

    /// The route for a document, told from its content.
    package static func route(
        _ document: ConversionDocument, to target: ConversionTarget
    ) throws(ConversionError) -> ConversionRoute {
        guard let source = ConversionSource(document) else { throw .unknownSource }
        guard let route = all.first(where: { $0.source == source && $0.target == target }) else {
            throw .noRoute(source, target)
        }
        return route
    }
}
