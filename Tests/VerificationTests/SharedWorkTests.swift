import Credentials
import DataIntegrity
import JSONLD
import JSONText
import Testing
import Vocabularies

@testable import Verification

/// Each part stays below its own limits, and all together pass the one that they share.
@Suite struct `The work of one verification` {
    @Test(arguments: [
        (WorkAllowance.Work.terms, Limits.sharedContextTerms),
        (.termOctets, Limits.sharedContextOctets), (.textOctets, Limits.sharedExpandedBytes),
        (.steps, Limits.sharedSteps), (.canonicalOctets, Limits.sharedCanonicalBytes),
        (.linkedOctets, Limits.sharedLinkedBytes),
    ])
    func `may be as much as the limit, and no more`(work: WorkAllowance.Work, limit: Int) {
        let allowance = WorkAllowance()
        #expect(allowance.take(limit, of: work))
        #expect(allowance.exhausted == nil)
        #expect(!allowance.take(1, of: work))
        #expect(allowance.exhausted == work)
        #expect("\(work)".hasPrefix("\(limit) "))
        // Then nothing is left of anything.
        for other in WorkAllowance.Work.allCases { #expect(!allowance.take(0, of: other)) }
    }

    @Test func `is free for so many octets for each of a document`() {
        let octets = 10_000
        #expect(WorkAllowance.freeOctets(octets) == Limits.freeExpandedOctets * octets)
        #expect(WorkAllowance.freeOctets(0) == 64 << 10)
    }

    /// A part whose own contexts make nearly as many terms be written down as one part may.
    private static func part(_ number: Int) -> String {
        let terms = (0..<1_200).map { #""t\#($0)":"urn:\#(number):\#($0)""# }
        let more = (0..<28).map { #"{"u\#($0)":"urn:u"}"# }
        let contexts = ["{\(terms.joined(separator: ","))}"] + more
        return """
            {"@context":["https://www.w3.org/ns/credentials/v2",\(contexts.joined(separator: ","))],
             "id":"urn:uuid:\(number)","type":["VerifiableCredential"],
             "issuer":"did:example:uni","credentialSubject":{"id":"did:example:ada"}}
            """
    }

    private func verdict(_ parts: Int) async -> Verdict {
        let contents = (0..<parts).map(Self.part).joined(separator: ",")
        let text = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],
             "type":["VerifiablePresentation"],"verifiableCredential":[\(contents)]}
            """
        return await Fixture.verify(Array(text.utf8))
    }

    /// Thirty of them would take forty times as long as one document may.
    @Test func `ends soon where many parts are near their limits`() async throws {
        let one = await verdict(1)
        #expect(one.contents.count == 1)
        #expect(!one.checks.contains { $0.code == "readable.too-much-work" })
        let verdict = await verdict(30)
        #expect(verdict.aggregate != .verified)
        #expect(verdict.checks.map(\.code) == ["readable.too-much-work"])
        #expect(verdict.contents.isEmpty)
        let message = try #require(verdict.checks.first?.message)
        #expect(message.contains("more than \(Limits.sharedContextTerms) terms of contexts"))
    }

    /// Blank nodes all alike, each related to the next ones: told apart by trying all orders.
    private func poison(_ number: Int) throws -> JSONValue {
        let count = 14
        let nodes = (0..<count).map { node in
            let others = (0..<count).filter { $0 != node }.map { #"{"@id":"_:b\#($0)"}"# }
            return #"{"@id":"_:b\#(node)","urn:p:\#(number)":[\#(others.joined(separator: ","))]}"#
        }
        return try JSONDocument(
            parsing: Array(#"{"@graph":[\#(nodes.joined(separator: ","))]}"#.utf8)
        ).root
    }

    @Test func `ends where many parts keep canonicalization busy`() throws {
        let allowance = WorkAllowance()
        var options = JSONLDProcessor.Options.safe
        options.allowance = allowance
        let processor = JSONLDProcessor(options: options)
        var spent = 0
        while allowance.exhausted == nil, spent < 20 {
            let document = SecuredDocument(try poison(spent), processor: processor)
            #expect(throws: ProofError.self) { try document.requireCanonicalForm() }
            spent += 1
        }
        #expect(allowance.exhausted == .steps)
        #expect(spent == Limits.sharedSteps / 250_000 + 1)
    }
}
