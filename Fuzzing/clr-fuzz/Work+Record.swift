import Credentials
import Dispatch
import JSONLD
import JSONText
import Multiformat
import RDF
import Synchronization
import Verification
import Vocabularies

extension Work {
    /// A status list in JSON, or the packed octets of one. Nothing unpacks to more than the limit.
    static func status(_ bytes: [UInt8]) {
        read(bytes)
        let list = JSON.object([
            ("type", ["BitstringStatusListCredential"]),
            (
                "credentialSubject",
                .object([("encodedList", .string("u" + Base64URL.encode(bytes)))])
            ),
        ])
        read(list.serialized())
    }

    private static func read(_ bytes: [UInt8]) {
        guard let document = try? CredentialDocument(reading: bytes),
            let list = try? StatusList(reading: document.credential, at: "https://example.org/1")
        else { return }
        demand(
            list.bits.octets.count <= Limits.inflatedStatusListBytes,
            "a list is longer than allowed")
        for size in [1, 2, 3, 8, 63] {
            for index in [0, 1, list.bits.octets.count, list.bits.octets.count * 8, .max / 2, .max]
            {
                _ = list.value(at: index, entryBits: size)
            }
            demand(
                list.value(at: list.bits.octets.count * 8, entryBits: size) == nil, "beyond the end"
            )
        }
    }

    /// The whole of it: every answer is an answer, and nobody but the issuer makes a credential
    /// that is verified.
    static func verifier(_ bytes: [UInt8]) {
        let checked = wait { await Verifier(clock: { Seeds.now }).verify(bytes) }
        _ = checked.verdict.json.serialized()
        guard checked.verdict.verdict == .verified, let document = checked.document else { return }
        let said = statements(of: document.credential)
        demand(said.map(signed.contains) == true, "a credential was forged")
    }

    /// What the seeds say that are signed.
    private static let signed: Set<[UInt8]> = {
        let seeds = wait { try? await Seeds.issued() } ?? []
        let documents = seeds.compactMap { try? CredentialDocument(reading: $0) }
        return Set(documents.compactMap { statements(of: $0.credential) })
    }()

    /// What a proof covers, whatever the spelling.
    private static func statements(of credential: Credential) -> [UInt8]? {
        let processor = JSONLDProcessor(
            contexts: KnownContextLoader.process, options: .credential)
        let dataset = try? processor.toRDF(credential.json, leavingOut: ["proof"])
        return dataset.flatMap { try? canonicalize($0).digest() }
    }

    static func wait<Value: Sendable>(
        _ work: @escaping @Sendable () async -> Value
    ) -> Value {
        let answer = Answer<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let value = await work()
            answer.value.withLock { $0 = value }
            done.signal()
        }
        done.wait()
        guard let value = answer.value.withLock({ $0 }) else { fatalError("there is no answer") }
        return value
    }
}

private final class Answer<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
