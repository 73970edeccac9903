import Hummingbird
import RecordPages

/// What every answer carries, whatever it is: browsers run nothing in it that is not ours, guess
/// nothing, and tell nobody where their reader came from.
struct ResponseHeaders: RouterMiddleware {
    typealias Context = BasicRequestContext

    /// Whether the public URL is https: then browsers are told to keep to it.
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in PageAssets.headers + Self.isolation {
            response.headers.addIfAbsent(name, value)
        }
        if isSecure {
            response.headers.addIfAbsent("Strict-Transport-Security", "max-age=31536000")
        }
        return response
    }

    private static let isolation: [(name: String, value: String)] = [
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ]
}

extension HTTPFields {
    mutating func addIfAbsent(_ name: String, _ value: String) {
        guard let name = Element.Name(name), self[name] == nil else { return }
        self[name] = value
    }

    /// For what anybody may read from anywhere.
    mutating func openToAll() {
        addIfAbsent("Access-Control-Allow-Origin", "*")
        addIfAbsent("Cross-Origin-Resource-Policy", "cross-origin")
    }
}
