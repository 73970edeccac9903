/// The chapters of the public corpus, each a folder of records.
///
/// A new record is one more line in a chapter, with the codes that it shows; a new chapter is one
/// more line here. `make corpus` writes the files.
enum Corpus {
    static let chapters = [
        CorpusChapter(name: "proofs", records: proofs),
        CorpusChapter(name: "tokens", records: tokens),
        CorpusChapter(name: "contents", records: contents),
        CorpusChapter(name: "people-and-languages", records: peopleAndLanguages),
        CorpusChapter(name: "generations", records: generations),
        CorpusChapter(name: "older-generations", records: older),
        CorpusChapter(name: "pictures", records: pictures),
        CorpusChapter(name: "presentations", records: presentations),
        CorpusChapter(name: "unreadable", records: unreadable),
        CorpusChapter(name: "contexts-and-terms", records: contextsAndTerms),
        CorpusChapter(name: "shape", records: shape),
        CorpusChapter(name: "schemas", records: schemas),
        CorpusChapter(name: "bad-proofs", records: badProofs),
        CorpusChapter(name: "bad-tokens", records: badTokens),
        CorpusChapter(name: "controllers", records: controllers),
        CorpusChapter(name: "dates", records: dates),
        CorpusChapter(name: "status", records: status),
        CorpusChapter(name: "status-lists", records: statusLists),
        CorpusChapter(name: "refresh", records: refresh),
        CorpusChapter(name: "trust", records: trust),
        CorpusChapter(name: "recipients", records: recipients),
        CorpusChapter(name: "sense", records: sense),
        CorpusChapter(name: "warnings", records: warnings),
        CorpusChapter(name: "limits", records: limits),
    ]
}
