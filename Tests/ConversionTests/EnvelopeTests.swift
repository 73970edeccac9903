import Credentials
import JSONText
import Multiformat
import TestSupport
import Testing

@testable import Conversion

@Suite struct `Credentials that stand in a record as tokens` {
    private enum Form: CaseIterable {
        case envelope, selective, text, wrapped
    }

    private static let targets: [ConversionTarget] = [
        .table, .text, .transcript, .europass, .resume,
    ]

    private func token(_ payload: JSON, type: String) -> String {
        let header: JSON = ["alg": "EdDSA", "typ": .string(type)]
        return [header, payload, "signature"].map { Base64URL.encode($0.serialized()) }
            .joined(separator: ".")
    }

    /// The credential in this form, and the end of the place where it goes on.
    private func closed(_ credential: JSONValue, as form: Form) -> (value: JSON, step: String) {
        let content = JSON.verbatim(credential)
        switch form {
        case .envelope:
            let token = token(content, type: "vc+jwt")
            return (Envelope.json(Array(token.utf8), content: .credential), "/id")
        case .selective:
            let token = token(content, type: "vc+sd-jwt") + "~"
            return (Envelope.json(Array(token.utf8), content: .credential), "/id")
        case .text: return (.string(token(content, type: "JWT")), "")
        case .wrapped: return (.string(token(["vc": content], type: "JWT")), "")
        }
    }

    /// The record with the first two of its credentials in tokens, and where they then stand.
    private func records(
        _ form: Form
    ) throws -> (open: JSONValue, closed: JSONValue, moved: (String) -> String) {
        let open = try Accounts.record()
        let list = "/credentialSubject/verifiableCredential"
        var steps: [String] = []
        func rebuilt(_ value: JSONValue, _ place: String) -> JSON {
            if value.isObject {
                return .object(
                    value.members.map {
                        ($0.name, rebuilt($0.value, place + LossReport.token($0.name)))
                    })
            }
            guard value.isArray, place == list else { return .verbatim(value) }
            return .array(
                value.elements.enumerated().map { index, element in
                    guard index < 2 else { return .verbatim(element) }
                    let made = closed(element, as: form)
                    steps.append(made.step)
                    return made.value
                })
        }
        let made = try Accounts.read(rebuilt(open, ""))
        let step = steps.first ?? ""
        return (
            open, made,
            { place in
                for index in 0..<2 where place.hasPrefix("\(list)/\(index)/") {
                    let rest = place.dropFirst("\(list)/\(index)".count)
                    return "\(list)/\(index)\(step)\(rest)"
                }
                return place
            }
        )
    }

    private func convert(_ value: JSONValue, to target: ConversionTarget) throws -> Converted {
        try ConversionRoute.route(.json(value), to: target)(
            .json(value), newID: Accounts.identifiers())
    }

    @Test(arguments: Form.allCases)
    private func `become the same as those that stand there openly`(form: Form) throws {
        let (open, closed, _) = try records(form)
        for target in [ConversionTarget.table, .transcript, .europass] {
            let made = try convert(closed, to: target).bytes
            #expect(made == (try convert(open, to: target).bytes), "\(target)")
        }
        let text = try convert(closed, to: .text).bytes
        for line in try convert(open, to: .text).bytes.split(separator: 0x0A)
        where line.first != UInt8(ascii: "/") {
            #expect(text.split(separator: 0x0A).contains(line))
        }
    }

    @Test(arguments: Form.allCases)
    private func `share the fate of those that stand there openly`(form: Form) throws {
        let (open, closed, moved) = try records(form)
        for target in Self.targets {
            let before = try convert(open, to: target).report
            let after = try convert(closed, to: target).report
            #expect(Accounts.unaccounted(closed, "", after) == [])
            for entry in before.entries {
                let fate = try #require(after.fate(of: moved(entry.source)))
                if entry.fate.name != "lost" || target != .text {
                    #expect((fate.name == "lost") == (entry.fate.name == "lost"), "\(entry.source)")
                }
            }
            let lost = after.entries.filter { $0.fate.name == "lost" }.map(\.source)
            let ends =
                form == .envelope || form == .selective ? ["", "/id", "/type", "/@context"] : [""]
            let untaken = ends.filter {
                lost.contains("/credentialSubject/verifiableCredential/0\($0)")
            }
            #expect(untaken == [])
        }
    }

    @Test(arguments: [Form.envelope, .text])
    private func `go whole into a résumé, which tells what they say`(form: Form) throws {
        let (_, closed, _) = try records(form)
        let made = try Conversion(resumeOf: closed, newID: Accounts.identifiers())
        let root = try Accounts.read(made.record)
        let place = "/credentialSubject/educationAndLearnings/0"
        let kept = JSONPointer("\(place)/verifications/0").flatMap { root[$0] }
        let given = JSONPointer("/credentialSubject/verifiableCredential/0").flatMap { closed[$0] }
        #expect(kept.map { Array($0.bytes) } == given.map { Array($0.bytes) })
        #expect(
            JSONPointer("\(place)/educationDegrees/0/name").flatMap { root[$0] }?.string
                == "Tidal ecology")
    }

    @Test func `that nothing can be read from are told as lost, and why`() throws {
        let text = """
            {"type": "ClrCredential", "credentialSubject": {"verifiableCredential": ["eyJh.eyJi.c2ln",
            {"type": "EnvelopedVerifiableCredential", "id": "data:application/vc+cose,AAAA"}]}}
            """
        let source = try Accounts.json(text)
        for target in [ConversionTarget.table, .transcript, .europass] {
            let report = try convert(source, to: target).report
            for place in ["/0", "/1", "/1/id"] {
                let fate = report.fate(of: "/credentialSubject/verifiableCredential\(place)")
                guard case .lost(let why)? = fate else {
                    Issue.record("\(target) \(place) is not told as lost")
                    continue
                }
                #expect(why.hasPrefix("This "), "\(why)")
            }
        }
    }

    @Test func `in tokens in tokens are read to a depth, and no deeper`() throws {
        var inner: JSON = [
            "type": "OpenBadgeCredential",
            "credentialSubject": ["achievement": ["name": "innermost"]],
        ]
        for _ in 0..<4 {
            inner = [
                "type": "ClrCredential",
                "credentialSubject": [
                    "verifiableCredential": [.string(token(inner, type: "vc+jwt"))]
                ],
            ]
        }
        let source = try Accounts.read(inner)
        let rows = try CSVReader.rows(Export(tableOf: source).bytes)
        #expect(rows.joined().contains("innermost"))
        for _ in 0..<16 {
            inner = [
                "type": "ClrCredential",
                "credentialSubject": ["verifiableCredential": [inner]],
            ]
        }
        let deep = try Accounts.read(inner)
        let export = try Export(tableOf: deep)
        #expect(!(try CSVReader.rows(export.bytes).joined().contains("innermost")))
        #expect(Accounts.unaccounted(deep, "", export.report) == [])
    }
}
