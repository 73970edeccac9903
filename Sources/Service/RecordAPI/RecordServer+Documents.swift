import Hummingbird
import JSONText
import RecordPages
import Storage

extension RecordServer {
    /// What verifiers fetch: DID documents, status lists, issuers' profiles. Anybody may, from
    /// anywhere; a minute is as long as a revocation may stay unseen on the way.
    func document(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = Text(request.uri.path)
        guard let document = try await configuration.store.document(path: path) else {
            throw RequestFault.nothingHere(path: path.string)
        }
        var response = Response.octets(
            document.bytes, digest: document.digest, mediaType: document.mediaType.text,
            cacheControl: "public, max-age=60", for: request)
        response.headers.openToAll()
        return response
    }

    /// The style sheet and the script of the pages.
    func asset(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let path = request.uri.path
        guard let file = PageAssets.files.first(where: { $0.path.isSame(as: path) }) else {
            throw RequestFault.nothingHere(path: path)
        }
        return .octets(
            file.bytes, digest: ContentDigest(of: file.bytes), mediaType: file.mediaType,
            cacheControl: "public, no-cache", for: request)
    }
}
