import Hummingbird
import JSONText
import RecordPages
import Storage

extension RecordServer {
    /// `GET /records/{id}`: the page, or the octets as they are kept.
    func record(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let address = try RecordAddress(request, context)
        guard let record = try await configuration.store.record(address.id) else {
            throw RequestFault.nothingHere(path: request.uri.path)
        }
        let kept = RecordForm(kept: record.mediaType)
        guard let form = address.form ?? RecordForm.wanted(by: request, kept: kept),
            form == .page || form == kept
        else { throw RequestFault.notAcceptable(offered: RecordForm.offers(kept).map(\.type)) }
        var response =
            form == .page
            ? await page(of: record, kept: kept) : octets(of: record, address, for: request)
        response.headers[.vary] = "Accept"
        return response
    }

    /// `GET /credentials/{id}`: the same record by its older address.
    func toRecord(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let address = try RecordAddress(request, context)
        return .redirect(.permanentRedirect, to: "/records/\(address.name)")
    }

    private func page(of record: StoredRecord, kept: RecordForm) async -> Response {
        let path = "/records/\(record.id.text)"
        var input = RecordPageInput(await verifier.verify(record.bytes), site: site)
        input.address = url + path
        input.downloadPath = path + "." + kept.fileExtension
        input.checkAgainPath = path
        return .page(pages.html(RecordPage(input)))
    }

    private func octets(
        of record: StoredRecord, _ address: RecordAddress, for request: Request
    ) -> Response {
        var response = Response.octets(
            record.bytes, digest: record.digest, mediaType: record.mediaType.text,
            cacheControl: "private, no-cache", for: request)
        if address.form != nil {
            response.headers[.contentDisposition] = "attachment; filename=\"\(address.name)\""
        }
        return response
    }
}

/// The last part of a record's address: its identifier, and perhaps the form that is wanted.
struct RecordAddress {
    let id: RecordID
    let form: RecordForm?

    init(_ request: Request, _ context: BasicRequestContext) throws(RequestFault) {
        let parts = (context.parameters.get("id") ?? "").utf8.split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false
        ).map { String(Substring($0)) }
        guard let id = parts.first.flatMap({ RecordID($0) }) else {
            throw .nothingHere(path: request.uri.path)
        }
        self.id = id
        guard parts.count > 1 else {
            form = nil
            return
        }
        form = [.token, .json].first { $0.fileExtension.isSame(as: parts[1]) }
        guard form != nil else { throw .nothingHere(path: request.uri.path) }
    }

    var name: String { form.map { "\(id.text).\($0.fileExtension)" } ?? id.text }
}
