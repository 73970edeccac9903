import Hummingbird

typealias Handler = @Sendable (Request, BasicRequestContext) async throws -> Response

extension RecordServer {
    /// Every path that is answered.
    var router: Router<BasicRequestContext> {
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(middleware: ResponseHeaders(isSecure: isSecure))
        router.add(middleware: RequestLog())
        router.add(middleware: ProblemAnswers(pages: pages, site: site))

        let routes = RouteTable(router)
        routes.add("/", [.get: front])
        routes.add("/verify", [.get: toFront, .post: verifyForm])
        routes.add("/api/verify", [.post: verifyBody])
        routes.add("/records/{id}", [.get: record])
        routes.add("/credentials/{id}", [.get: toRecord])
        routes.add("/.well-known/did.json", [.get: document])
        routes.add("/issuers/**", [.get: document])
        routes.add("/status/**", [.get: document])
        routes.add("/assets/{file}", [.get: asset])
        routes.add("/demo.json", [.get: demonstration])
        routes.add("/healthz", [.get: health])
        routes.add("/readyz", [.get: readiness])
        return router
    }

    private var isSecure: Bool {
        configuration.publicURL?.utf8.starts(with: "https:".utf8) == true
    }
}

/// Adds routes that also answer to the methods which they do not have.
struct RouteTable {
    private let router: Router<BasicRequestContext>

    init(_ router: Router<BasicRequestContext>) {
        self.router = router
    }

    func add(_ path: RouterPath, _ handlers: KeyValuePairs<HTTPRequest.Method, Handler>) {
        for (method, handler) in handlers {
            router.on(path, method: method, use: handler)
        }
        let methods = handlers.map(\.key)
        let allowed = methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])
        for method in Self.methods where !methods.contains(method) {
            router.on(path, method: method) { _, _ -> Response in
                throw RequestFault.methodNotAllowed(allowed: allowed)
            }
        }
    }

    /// HEAD follows GET.
    private static let methods: [HTTPRequest.Method] = [
        .get, .post, .put, .patch, .delete, .options, .trace, .connect,
    ]
}
