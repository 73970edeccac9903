import Hummingbird
import JSONText
import RecordPages
import Storage

/// Turns whatever goes wrong into an answer: a page for people, `application/problem+json`
/// (RFC 9457) for programs.
struct ProblemAnswers: RouterMiddleware {
    typealias Context = BasicRequestContext

    let pages: PageRenderer
    let site: Site

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return answer(to: request, fault(of: error, request, context))
        }
    }

    /// Nil for a fault of ours.
    private func fault(
        of error: any Error, _ request: Request, _ context: Context
    ) -> RequestFault? {
        switch error {
        case let fault as RequestFault:
            if case .storage(let error) = fault { log(error, context) }
            return fault
        case let error as StorageError:
            log(error, context)
            return .storage(error)
        case let error as HTTPError where error.status == .notFound:
            return .nothingHere(path: request.uri.path)
        default:
            context.logger.error("unexpected", metadata: ["type": "\(type(of: error))"])
            return nil
        }
    }

    /// What failed and why, without the names of records.
    private func log(_ error: StorageError, _ context: Context) {
        let told = error.explanation
        context.logger.error("store", metadata: ["what": "\(told.what)", "why": "\(told.why)"])
    }

    private func answer(to request: Request, _ fault: RequestFault?) -> Response {
        let problem = fault?.problem ?? .internalFault
        let offers = ["application/problem+json", "application/json", "text/html"]
        let order = Self.isForPrograms(request.uri.path) ? offers : offers.reversed()
        let chosen = AcceptHeader(request.headers[.accept]).best(of: order).map { order[$0] }
        let isPage = (chosen ?? offers[0]).isSame(as: "text/html")
        var response =
            isPage
            ? Response.page(pages.html(ErrorPage(site: site, problem: problem)))
            : Response.json(problem.json(place: fault?.place), mediaType: offers[0])
        response.status = .init(code: problem.status)
        response.headers[.vary] = "Accept"
        response.headers.append(contentsOf: fault?.headers ?? [:])
        if problem.status == 503 { response.headers[.retryAfter] = "10" }
        return response
    }

    /// Whether the address is one that programs ask, so that "anything" means JSON to them.
    private static func isForPrograms(_ path: String) -> Bool {
        let path = path.utf8
        return ["/api/", "/healthz", "/readyz", "/issuers/", "/status/", "/.well-known/"]
            .contains { path.starts(with: $0.utf8) } || path.suffix(5).elementsEqual(".json".utf8)
    }
}

extension Problem {
    func json(place: String?) -> JSON {
        var members: [(name: String, value: JSON)] = [
            ("type", "about:blank"), ("title", .string(title)), ("status", .integer(status)),
            ("detail", .string(explanation)),
        ]
        if let place { members.append(("where", .string(place))) }
        members.append(("whatToDo", .array(ways.map { .string($0) })))
        return .object(members)
    }
}
