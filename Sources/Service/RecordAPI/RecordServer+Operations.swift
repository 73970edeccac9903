import Hummingbird
import JSONText

extension RecordServer {
    /// `GET /healthz`: the program runs.
    func health(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        .json(["status": "ok"])
    }

    /// `GET /readyz`: the store answers.
    func readiness(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        try await configuration.probe()
        return .json(["status": "ready"])
    }
}
