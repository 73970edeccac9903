/// One door through which a stranger's octets come in, and what must hold behind it.
struct FuzzTarget: Sendable {
    let name: String
    /// What a fuzzer is given at most; longer inputs find nothing that shorter ones do not.
    let maximumBytes: Int
    /// Inputs that get far, to begin with.
    let seeds: @Sendable () async throws -> [[UInt8]]
    /// Words that are worth writing into an input.
    let words: [String]
    /// Does the work. It may refuse the input; it ends the process where something is wrong.
    let run: @Sendable ([UInt8]) -> Void

    init(
        _ name: String, upTo maximumBytes: Int = 4_096, words: [String] = [],
        seeds: @escaping @Sendable () async throws -> [[UInt8]],
        run: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.name = name
        self.maximumBytes = maximumBytes
        self.seeds = seeds
        self.words = words
        self.run = run
    }

    /// Every target, in the order of the floors: one line each.
    static let all: [FuzzTarget] = [
        FuzzTarget("json", words: Words.json, seeds: Seeds.json, run: Work.json),
        FuzzTarget("nquads", words: Words.nquads, seeds: Seeds.nquads, run: Work.nquads),
        FuzzTarget("jsonld", words: Words.jsonld, seeds: Seeds.jsonld, run: Work.jsonld),
        FuzzTarget("forms", words: Words.jsonld, seeds: Seeds.forms, run: Work.forms),
        FuzzTarget(
            "multibase", upTo: 1_024, words: Words.multibase, seeds: Seeds.multibase,
            run: Work.multibase),
        FuzzTarget("schema", words: Words.schema, seeds: Seeds.schema, run: Work.schema),
        FuzzTarget(
            "pattern", upTo: 512, words: Words.pattern, seeds: Seeds.pattern, run: Work.pattern),
        FuzzTarget("keys", words: Words.keys, seeds: Seeds.keys, run: Work.keys),
        FuzzTarget("jws", words: Words.jws, seeds: Seeds.jws, run: Work.jws),
        FuzzTarget("sdjwt", words: Words.jws, seeds: Seeds.sdjwt, run: Work.sdjwt),
        FuzzTarget(
            "disclosure", upTo: 2_048, words: Words.disclosure, seeds: Seeds.disclosure,
            run: Work.disclosure),
        FuzzTarget("png", words: Words.png, seeds: Seeds.png, run: Work.png),
        FuzzTarget("svg", words: Words.svg, seeds: Seeds.svg, run: Work.svg),
        FuzzTarget(
            "status", upTo: 2_048, words: Words.status, seeds: Seeds.status, run: Work.status),
        FuzzTarget("policy", words: Words.policy, seeds: Seeds.policy, run: Work.policy),
        FuzzTarget(
            "registry", upTo: 8_192, words: Words.registry, seeds: Seeds.registry,
            run: Work.registry),
        FuzzTarget("draft", words: Words.draft, seeds: Seeds.draft, run: Work.draft),
        FuzzTarget(
            "pesc", upTo: 6_144, words: Words.pesc, seeds: Seeds.pesc, run: Work.pesc),
        FuzzTarget("elm", words: Words.elm, seeds: Seeds.elm, run: Work.elm),
        FuzzTarget("export", words: Words.export, seeds: Seeds.export, run: Work.export),
        FuzzTarget("convert", words: Words.convert, seeds: Seeds.convert, run: Work.convert),
        FuzzTarget(
            "verifier", upTo: 16_384, words: Words.credential, seeds: Seeds.verifier,
            run: Work.verifier),
    ]

    static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
