import Hummingbird
import JSONText

/// What was sent to be checked.
struct Submission {
    let bytes: [UInt8]
    /// Whether it was typed or pasted, and should be there again where something is wrong.
    let isTyped: Bool

    /// Reads the body of a form: the file that was chosen, else the text.
    init(form request: Request, limit: Int) async throws(RequestFault) {
        let type = ContentType(request.headers[.contentType] ?? "")
        guard type.isMultipartForm || type.isURLEncodedForm else {
            throw .unsupportedType(type.essence.string)
        }
        let body = try await Self.body(of: request, limit: limit)
        self.init(try Self.fields(body, type))
    }

    /// Reads a body that is the credential itself, or a form around it.
    init(body request: Request, limit: Int) async throws(RequestFault) {
        let type = ContentType(request.headers[.contentType] ?? "")
        guard type.mayHoldCredential || type.isMultipartForm else {
            throw .unsupportedType(type.essence.string)
        }
        let body = try await Self.body(of: request, limit: limit)
        if type.isMultipartForm {
            self.init(try Self.fields(body, type))
        } else {
            self.init(bytes: body, isTyped: false)
        }
    }

    /// Whether it is nothing but the URL of something.
    var isAddress: Bool {
        guard bytes.count < 2_048 else { return false }
        let text = bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        return ["https://", "http://"].contains { text.starts(with: $0.utf8) }
            && bytes.drop { $0 <= 0x20 }.dropFirst(text.count).allSatisfy { $0 <= 0x20 }
    }

    private init(_ fields: [FormField]) {
        let file = fields.content(of: "file")
        self.init(
            bytes: file ?? fields.content(of: "credential") ?? [], isTyped: file == nil)
    }

    private init(bytes: [UInt8], isTyped: Bool) {
        self.bytes = bytes
        self.isTyped = isTyped
    }

    private static func fields(
        _ body: [UInt8], _ type: ContentType
    ) throws(RequestFault) -> [FormField] {
        do throws(FormFault) {
            guard type.isMultipartForm else { return try URLEncodedForm.fields(body) }
            return try MultipartForm(body, boundary: type.parameter("boundary")).fields()
        } catch {
            throw .malformedForm(error)
        }
    }

    /// The whole body, or a refusal as soon as it is known to be too large.
    private static func body(of request: Request, limit: Int) async throws(RequestFault) -> [UInt8]
    {
        if let coding = request.headers[.contentEncoding],
            !coding.lowercased().isSame(as: "identity")
        {
            throw .unsupportedCoding(coding)
        }
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= limit else { throw .tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        do {
            for try await part in request.body {
                guard bytes.count + part.readableBytes <= limit else {
                    throw RequestFault.tooLarge(limit: limit)
                }
                bytes.append(contentsOf: part.readableBytesView)
            }
        } catch let fault as RequestFault {
            throw fault
        } catch {
            throw .bodyLost
        }
        return bytes
    }
}
