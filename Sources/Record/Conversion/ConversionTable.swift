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
    case europass = "ELM 3"
    case transcript = "PESC College Transcript"

    /// What kind of document this is; nil where it is none of those that are converted.
    package init?(_ document: ConversionDocument) {
        guard case .json(let value) = document else {
            self = .transcript
            return
        }
        let root = Placed(value, "")
        let isEuropass = (root["credential"] ?? root).isA("EuropeanDigitalCredential")
        guard let source = isEuropass ? .europass : Self.generation(of: value) else { return nil }
        self = source
    }
}

/// What a document can be made into.
package enum ConversionTarget: String, Sendable, CaseIterable {
    case learnerRecord2 = "clr2"
    case badge3 = "ob3"
    case learnerRecord1 = "clr1"
    case europass = "elm"
    case resume = "ler-rs"
    case transcript = "pesc"
    case table = "csv"
    case text = "text"
}

/// A document as it is given to a conversion.
package enum ConversionDocument: Sendable {
    case json(JSONValue)
    case xml([UInt8])
}

/// What came of a conversion.
package struct Converted: Sendable {
    package enum Body: Sendable {
        case json(JSON)
        case bytes([UInt8])
    }

    package let body: Body
    package let report: LossReport

    init(body: Body, report: LossReport) {
        self.body = body
        self.report = report
    }

    init(_ conversion: Conversion) {
        body = .json(conversion.record)
        report = conversion.report
    }

    init(_ export: Export) {
        body = .bytes(export.bytes)
        report = export.report
    }

    /// The octets of a file.
    package var bytes: [UInt8] {
        switch body {
        case .json(let value): value.serialized(pretty: true) + [0x0A]
        case .bytes(let bytes): bytes
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
            guard case .json(let value) = document else { throw .notJSON }
            return try convert(value, newID)
        }
    }

    /// A route, and on from what it makes.
    init(_ first: ConversionRoute, then target: ConversionTarget) {
        source = first.source
        self.target = target
        convert = {
            (document: ConversionDocument, newID: @escaping () -> String) throws(ConversionError)
            in
            try Converted(to: target, newID: newID) { newID throws(ConversionError) in
                try first(document, newID: newID)
            }
        }
    }

    /// The route from XML.
    private init(transcriptTo target: ConversionTarget) {
        source = .transcript
        self.target = target
        convert = {
            (document: ConversionDocument, newID: @escaping () -> String) throws(ConversionError)
            in
            guard case .xml(let bytes) = document else { throw .notXML }
            return Converted(try Conversion(transcript: bytes, newID: newID))
        }
    }

    /// Every conversion, a line each.
    package static let all: [ConversionRoute] = generations + imports + exports + chains

    /// What other standards say, as CLR 2.0.
    static let imports: [ConversionRoute] = [
        ConversionRoute(.europass, to: .learnerRecord2) { value, newID throws(ConversionError) in
            Converted(try Conversion(europass: value, newID: newID))
        },
        ConversionRoute(transcriptTo: .learnerRecord2),
    ]

    /// What CLR 2.0 and badges say, as other standards have it.
    private static let exports: [ConversionRoute] = [ConversionSource.learnerRecord2, .badge3]
        .flatMap { source in
            [
                ConversionRoute(source, to: .europass) { value, newID throws(ConversionError) in
                    Converted(try Conversion(europassOf: value, newID: newID))
                },
                ConversionRoute(source, to: .resume) { value, newID throws(ConversionError) in
                    Converted(try Conversion(resumeOf: value, newID: newID))
                },
                ConversionRoute(source, to: .transcript) { value, newID throws(ConversionError) in
                    Converted(try Export(transcriptOf: value, newID: newID))
                },
                ConversionRoute(source, to: .table) { value, _ throws(ConversionError) in
                    Converted(try Export(tableOf: value))
                },
                ConversionRoute(source, to: .text) { value, _ throws(ConversionError) in
                    Converted(try Export(textOf: value))
                },
            ]
        }

    /// The route for a document, told from its content.
    package static func route(
        _ document: ConversionDocument, to target: ConversionTarget
    ) throws(ConversionError) -> ConversionRoute {
        guard let source = ConversionSource(document) else { throw .unknownSource }
        guard source.own != target else { throw .alreadyNew(source.rawValue) }
        guard let route = all.first(where: { $0.source == source && $0.target == target }) else {
            throw .noRoute(source, target)
        }
        return route
    }
}
