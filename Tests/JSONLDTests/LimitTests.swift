import JSONText
import RDF
import Testing

@testable import JSONLD

/// At each bound it works, one past it the error names the limit.
@Suite struct `A limit on JSON-LD` {
    @Test func `holds for the steps of framing, with more for each value`() throws {
        let whole = Limits.framingSteps + 3 * Limits.framingStepsForEachValue
        let effort = FramingEffort(3)
        for _ in 0..<whole { try effort.spend() }
        let error = #expect(throws: JSONLDError.self) { try effort.spend() }
        #expect(error?.code == .limitExceeded)
        #expect(error?.detail == "framing takes more than \(whole) steps")
    }

    @Test func `holds for the octets of expanded texts`() throws {
        let root = try JSONDocument(parsing: Array("{}".utf8)).root
        var expansion = JSONLDProcessor().makeExpansion(root)
        let part = String(repeating: "x", count: 1 << 20)
        var number = 0
        while expansion.dataset.texts.byteCount + part.utf8.count + 16 < Limits.expandedBytes {
            _ = expansion.dataset.texts.intern("\(number)" + part)
            number += 1
        }
        let left = Limits.expandedBytes - expansion.dataset.texts.byteCount
        _ = expansion.dataset.texts.intern(String(repeating: "y", count: left))
        #expect(expansion.dataset.texts.byteCount == Limits.expandedBytes)
        try expansion.boundTexts(root.index)
        _ = expansion.dataset.texts.intern("z")
        let error = #expect(throws: JSONLDError.self) { try expansion.boundTexts(root.index) }
        #expect(error?.detail.contains("\(Limits.expandedBytes) octets") == true)
    }

    /// Two million quads take long to make: an expansion is given fewer.
    @Test func `holds for quads`() throws {
        let values = (0..<5).map { "\"\($0)\"" }.joined(separator: ",")
        let root = try JSONDocument(parsing: Array(#"{"urn:p":[\#(values)]}"#.utf8)).root
        func make(atMost count: Int?) throws -> Int {
            var expansion = JSONLDProcessor().makeExpansion(root)
            #expect(expansion.allowedQuads == Limits.quads)
            if let count { expansion.allowedQuads = count }
            for item in try expansion.top(root, leavingOut: [], context: nil) {
                try expansion.emitTop(item)
            }
            return expansion.dataset.quads.count
        }
        #expect(try make(atMost: nil) == 5)
        #expect(try make(atMost: 5) == 5)
        let error = #expect(throws: JSONLDError.self) { try make(atMost: 4) }
        #expect(error?.code == .limitExceeded)
        #expect(error?.detail == "more than 4 quads")
    }

    @Test func `holds for nodes that framing writes inside each other`() throws {
        func frame(_ count: Int) throws {
            let nodes = (0..<count).map {
                $0 == count - 1
                    ? #"{"@id":"urn:n:\#($0)","urn:q":1}"#
                    : #"{"@id":"urn:n:\#($0)","urn:p":{"@id":"urn:n:\#($0 + 1)"}}"#
            }
            let root = try JSONDocument(
                parsing: Array(#"{"@graph":[\#(nodes.joined(separator: ","))]}"#.utf8)
            ).root
            let frame = try JSONDocument(parsing: Array(#"{"@id":"urn:n:0"}"#.utf8)).root
            _ = try JSONLDProcessor().framed(root, frame: frame)
        }
        try frame(Limits.framedDepth)
        let error = #expect(throws: JSONLDError.self) { try frame(Limits.framedDepth + 1) }
        #expect(error?.detail == "nodes inside nodes deeper than \(Limits.framedDepth)")
    }
}
