import JSONText

extension ConversionTarget {
    /// Whether this tells a CLR 2.0 or a badge as another standard has it.
    var isExport: Bool {
        switch self {
        case .europass, .resume, .transcript, .table, .text: true
        case .learnerRecord2, .badge3, .learnerRecord1: false
        }
    }
}

extension ConversionSource {
    /// What a document of this kind is made into first, where an export asks for it; nil where
    /// exports read it as it is.
    var firstStep: ConversionTarget? {
        switch self {
        case .learnerRecord2, .badge3: nil
        case .badge2: .badge3
        case .learnerRecord1, .heldRecord1, .extendedTranscript, .performance, .europass,
            .transcript:
            .learnerRecord2
        }
    }

    /// The target that is this standard itself.
    var own: ConversionTarget? {
        switch self {
        case .europass: .europass
        case .transcript: .transcript
        case _: nil
        }
    }
}

extension ConversionRoute {
    /// What is older, or of another standard, on to what CLR 2.0 is told as: two steps in one, with
    /// one report from the first to the last.
    static let chains: [ConversionRoute] = (generations + imports).flatMap { first in
        guard first.source.firstStep == first.target else { return [ConversionRoute]() }
        return ConversionTarget.allCases.compactMap { target in
            target.isExport && first.source.own != target
                ? ConversionRoute(first, then: target) : nil
        }
    }
}

extension Converted {
    /// A conversion in two steps. What the first makes is kept nowhere, so nothing in the end bears
    /// a name that was made for it: each thing has the name of its original, where that has one.
    /// - Parameter first: the first step; it is given the maker of identifiers.
    init(
        to target: ConversionTarget, newID: @escaping () -> String,
        first: (@escaping () -> String) throws(ConversionError) -> Converted
    ) throws(ConversionError) {
        let minted = MintedNames(newID)
        let step = try first { minted.next() }
        guard case .json(let draft) = step.body,
            let document = try? JSONDocument(parsing: draft.serialized())
        else { throw .reportTooLarge }
        var report = step.report
        let renaming = OriginalNames(
            minted: minted.names, of: document.root, report: &report, for: target)
        guard let renamed = try? JSONDocument(parsing: renaming.record.serialized()) else {
            throw .reportTooLarge
        }
        let middle = ConversionDocument.json(renamed.root)
        let last = try ConversionRoute.route(middle, to: target)(middle, newID: newID)
        self.init(body: last.body, report: report.then(last.report))
    }
}

/// Every identifier that was made on the way.
private final class MintedNames {
    private let newID: () -> String
    private(set) var names: Set<Text> = []

    init(_ newID: @escaping () -> String) { self.newID = newID }

    func next() -> String {
        let name = newID()
        names.insert(Text(name))
        return name
    }
}
