import Credentials
import DIDs
import JSONText

/// The status lists of one verification, each had, verified and unpacked once.
actor StatusLists {
    enum Answer: Sendable {
        case list(StatusList)
        case problem(Code, String)
    }

    private var answers: [Text: Task<Answer, Never>] = [:]

    func list(at url: String, for examination: Examination) async -> Answer {
        if let known = answers[Text(url)] { return await known.value }
        let answer = Task { await self.obtain(url, examination) }
        answers[Text(url)] = answer
        return await answer.value
    }

    /// BSL-02, BSL-03: the list, its own proof and its own validity.
    private func obtain(_ url: String, _ examination: Examination) async -> Answer {
        switch await examination.lookups.document(at: Text(url), as: .statusList) {
        case .unavailable(let reason), .gone(let reason):
            return .problem(
                .statusUnavailable,
                "The status list at \(url) could not be had (\(reason)), so it could not be told "
                    + "whether the credential was revoked.")
        case .found(let bytes, mediaType: _):
            let document: CredentialDocument
            do { document = try CredentialDocument(reading: bytes) } catch {
                return .problem(
                    .statusListMalformed,
                    "What stands at \(url) is not a status list: \(error.sentence)")
            }
            return await judged(document, url, examination)
        }
    }

    private func judged(
        _ document: CredentialDocument, _ url: String, _ examination: Examination
    ) async -> Answer {
        let verdict = await examination.verdict(on: document, as: .statusList)
        let problem =
            verdict.checks.first { $0.outcome == .failed }
            ?? verdict.checks.first { $0.outcome == .undetermined }
        let reason = problem.map { "\($0.code): \($0.message)" } ?? ""
        switch verdict.verdict {
        case .failed:
            return .problem(
                .statusListUnverified, "The status list at \(url) is not verified itself: \(reason)"
            )
        case .undetermined:
            return .problem(
                .statusListUndetermined,
                "Whether the status list at \(url) is genuine could not be told: \(reason)")
        case .verified: return Self.unpacked(document, url)
        }
    }

    private static func unpacked(_ document: CredentialDocument, _ url: String) -> Answer {
        do throws(StatusList.Fault) {
            return .list(try StatusList(reading: document.credential, at: url))
        } catch {
            let code: Code =
                if case .compressed(.tooLarge) = error { .statusListTooLarge } else {
                    .statusListMalformed
                }
            return .problem(code, "The status list at \(url) cannot be read: \(error).")
        }
    }
}
