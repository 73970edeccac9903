import Hummingbird
import JSONText
import RecordPages
import Verification

extension RecordServer {
    /// `POST /api/verify`: the verdict, whatever it is.
    func verifyBody(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let submission = try await Submission(body: request, limit: configuration.uploadBytes)
        let checked = try await checked(submission)
        return .json(checked.verdict.json)
    }

    /// `POST /verify`: the page of what was chosen or pasted. Nothing of it is kept.
    func verifyForm(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        let submission = try await Submission(form: request, limit: configuration.uploadBytes)
        do throws(RequestFault) {
            let checked = try await checked(submission)
            return .page(pages.html(RecordPage(RecordPageInput(checked, site: site))))
        } catch {
            return try await again(submission, error.problem)
        }
    }

    private func checked(
        _ submission: Submission
    ) async throws(RequestFault) -> CheckedCredential {
        let beginning = Beginning(of: submission.bytes)
        if case .nothing = beginning { throw .emptyBody }
        if submission.isAddress { throw .addressGiven }
        let checked = await verifier.verify(submission.bytes)
        if case .other = beginning, checked.document == nil {
            throw .unreadable(reason: checked.verdict.checks.first?.message ?? "")
        }
        return checked
    }

    /// The form as it was, with what was pasted still in it.
    private func again(_ submission: Submission, _ problem: Problem) async throws -> Response {
        let keepsText = submission.isTyped && submission.bytes.count <= Self.keptText
        let typed = keepsText ? String(decoding: submission.bytes, as: UTF8.self) : ""
        let page = try await verifyPage(typed: typed, problem: problem)
        var response = Response.page(pages.html(page))
        response.status = .init(code: problem.status)
        return response
    }

    /// Octets of a text that is sent back with the form.
    private static let keptText = 256 << 10
}
