import Hummingbird
import JSONText
import RecordPages
import Storage

extension RecordServer {
    /// `GET /`: give a record, or, of a demonstration, choose one.
    func front(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        .page(pages.html(try await verifyPage()))
    }

    /// Whoever loads the answer to a form again begins anew.
    func toFront(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        .redirect(.seeOther, to: "/")
    }

    /// `GET /demo.json`: only a demonstration has it.
    func demonstration(
        _ request: Request, _ context: BasicRequestContext
    ) async throws -> Response {
        guard let notice = configuration.demonstration else {
            throw RequestFault.nothingHere(path: request.uri.path)
        }
        return .json(notice.json(url: url))
    }

    func verifyPage(typed: String = "", problem: Problem? = nil) async throws -> VerifyPage {
        VerifyPage(
            site: site, samples: try await samples(), maximumBytes: configuration.uploadBytes,
            typed: typed, problem: problem)
    }

    /// The records of a demonstration in the order in which they were made: the whole one first.
    private func samples() async throws -> [VerifyPage.Sample] {
        guard let notice = configuration.demonstration else { return [] }
        let list = try await configuration.store.records(after: nil, limit: Self.sampleCount)
        return list.records.map { record in
            VerifyPage.Sample(
                path: "/records/\(record.id.text)",
                name: (record.index.name ?? record.index.kind).string,
                about: record.index.credentialID.flatMap { notice.introductions[$0] } ?? "")
        }
    }

    private static let sampleCount = 12
}
