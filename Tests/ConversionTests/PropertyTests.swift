import Credentials
import JSONText
import TestSupport
import Testing

@testable import Conversion

/// What holds of every record, also of those that are odd.
@Suite struct `Every conversion` {
    private typealias Way = (report: LossReport, root: JSONValue)

    private func untrue(_ way: Way, _ source: JSONValue) -> [String] {
        Accounts.unaccounted(source, "", way.report)
            + Accounts.untrue(
                way.report, from: Accounts.scalar(source), to: Accounts.scalar(way.root),
                exists: Accounts.exists(way.root))
    }

    private func way(_ made: Conversion) throws -> Way {
        (made.report, try Accounts.read(made.record))
    }

    @Test(arguments: 0..<80 as Range<UInt64>)
    func `accounts for all of a record, and brings back what it calls carried`(
        seed: UInt64
    ) throws {
        var mutations = Mutations(seed: seed)
        let source = try mutations.changed(Accounts.record())
        guard (try? RecordSource(source)) != nil else { return }

        let table = try Export(tableOf: source)
        let rows = try CSVReader.rows(table.bytes)
        #expect(Accounts.unaccounted(source, "", table.report) == [])
        #expect(
            Accounts.untrue(
                table.report, from: Accounts.scalar(source), to: { CSVReader.cell(rows, $0) },
                exists: { CSVReader.cell(rows, $0) != nil }) == [])

        #expect(Accounts.unaccounted(source, "", try Export(textOf: source).report) == [])

        let resume = try way(Conversion(resumeOf: source, newID: Accounts.identifiers()))
        #expect(untrue(resume, source) == [])

        let europass = try way(Conversion(europassOf: source, newID: Accounts.identifiers()))
        #expect(untrue(europass, source) == [])
        if let made = try? Conversion(europass: europass.root, newID: Accounts.identifiers()) {
            let back = try way(made)
            #expect(untrue(back, europass.root) == [])
            #expect(
                Accounts.broken(
                    europass.report, back.report, from: Accounts.scalar(source),
                    to: Accounts.scalar(back.root)) == [])
        }

        let transcript = try Export(transcriptOf: source, newID: Accounts.identifiers())
        let xml = try XMLElement(reading: transcript.bytes)
        #expect(Accounts.unaccounted(source, "", transcript.report) == [])
        #expect(
            Accounts.untrue(
                transcript.report, from: Accounts.scalar(source), to: Accounts.scalar(xml),
                exists: { Accounts.element(xml, $0) != nil }) == [])
        if let made = try? Conversion(
            transcript: transcript.bytes, newID: Accounts.identifiers())
        {
            let back = try way(made)
            #expect(Accounts.unaccounted(xml, "/CollegeTranscript[1]", back.report) == [])
            #expect(
                Accounts.broken(
                    transcript.report, back.report, from: Accounts.scalar(source),
                    to: Accounts.scalar(back.root)) == [])
        }
    }

    @Test(.enabled(if: Standards.present), arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `accounts for all of a changed credential of ELM`(seed: UInt64) throws {
        let sample = try JSONDocument(
            parsing: Standards.bytes("samples/ob30/dc-bootcamp/ELM__02_merged__MC.json")
        ).root
        var mutations = Mutations(seed: seed)
        let source = try mutations.changed(sample)
        guard let made = try? Conversion(europass: source, newID: Accounts.identifiers()) else {
            return
        }
        #expect(try untrue(way(made), source) == [])
    }

    @Test func `of a third party's achievement has a new id, its original as evidence, no proof`()
        throws
    {
        let source = try Accounts.record()
        let there = try way(Conversion(europassOf: source, newID: Accounts.identifiers()))
        let back = try way(Conversion(europass: there.root, newID: Accounts.identifiers()))
        let made = try #require(
            JSONPointer("/credentialSubject/verifiableCredential/1").flatMap { back.root[$0] })
        // UP-01, UP-03, UP-04.
        #expect(made["issuer"]?["id"]?.string == "https://other.example/")
        #expect(made["id"]?.string != "urn:uuid:c2")
        #expect(made["proof"] == nil)
        let claim = JSONPointer("/credentialSubject/hasClaim/1").flatMap { there.root[$0] }
        #expect(made["evidence"]?.oneOrMore.first?["id"]?.string == claim?["id"]?.string)
        #expect(
            there.report.fate(of: "/credentialSubject/verifiableCredential/1/proof")?.name
                == "lost")
    }

    @Test(.enabled(if: Standards.present))
    func `takes what stands in a token`() throws {
        let token = try Standards.bytes("samples/clr20/validator/simple.jwt")
        let document = ConversionDocument.json(
            try CredentialDocument(reading: token).credential.json)
        for target in [ConversionTarget.europass, .resume, .transcript, .table, .text] {
            let made = try ConversionRoute.route(document, to: target)(
                document, newID: Accounts.identifiers())
            #expect(!made.bytes.isEmpty)
            #expect(made.report.count(of: "lost") < made.report.entries.count)
        }
    }

    @Test func `has its line in the table, and is told apart by the content`() throws {
        let record = ConversionDocument.json(try Accounts.record())
        #expect(ConversionSource(record) == .learnerRecord2)
        let europass = ConversionDocument.json(
            try Accounts.json(#"{"credential": {"type": ["EuropeanDigitalCredential"]}}"#))
        #expect(ConversionSource(europass) == .europass)
        #expect(throws: ConversionError.noRoute(.europass, .learnerRecord1)) {
            try ConversionRoute.route(europass, to: .learnerRecord1)
        }
        #expect(throws: ConversionError.alreadyNew("ELM 3")) {
            try ConversionRoute.route(europass, to: .europass)
        }
        let other = ConversionDocument.json(try Accounts.json("[1]"))
        #expect(throws: ConversionError.unknownSource) {
            try ConversionRoute.route(other, to: .text)
        }
        for source in ConversionSource.allCases {
            for target in [ConversionTarget.europass, .resume, .transcript, .table, .text]
            where source.own != target {
                #expect(ConversionRoute.all.contains { $0.source == source && $0.target == target })
            }
        }
        for source in [ConversionSource.learnerRecord1, .europass, .transcript] {
            #expect(
                ConversionRoute.all.contains {
                    $0.source == source && $0.target == .learnerRecord2
                })
        }
        let routes = ConversionRoute.all
        for route in routes {
            let wrong: ConversionDocument =
                route.source == .transcript ? other : .xml(Array("<a/>".utf8))
            #expect(throws: ConversionError.self) {
                _ = try route(wrong, newID: Accounts.identifiers())
            }
        }
    }
}
