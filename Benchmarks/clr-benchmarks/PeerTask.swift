import DataIntegrity
import Dispatch
import Foundation
import JSONLD
import JSONText
import KeyMaterial
import RDF
import Synchronization
import Verification
import Vocabularies

/// The tasks of the peers, each on this project's own rooms.
enum PeerTask {
    struct Unsupported: Error {
        let task: String
    }

    struct NotVerified: Error {}

    static func make(_ task: String, _ workload: Workload) throws -> Run {
        switch task {
        case "parse": try parse(workload)
        case "to_rdf": try toRDF(workload)
        case "canon": try canon(workload)
        case "normalize": try normalize(workload)
        case "sign": try sign(workload)
        case "verify": try verify(workload, contents: false)
        case "verify_all": try verify(workload, contents: true)
        default: throw Unsupported(task: task)
        }
    }

    private static let processor = JSONLDProcessor(
        contexts: KnownContextLoader.process, options: .safe)

    private static func parse(_ workload: Workload) throws -> Run {
        let bytes = try workload.signed
        return Run(
            work: { _ = try JSONDocument(parsing: bytes) }, agrees: { nil })
    }

    private static func toRDF(_ workload: Workload) throws -> Run {
        let bytes = try workload.unsigned
        let make = { try processor.toRDF(JSONDocument(parsing: bytes).root, leavingOut: ["proof"]) }
        let expected = try workload.nquads.split(separator: 0x0A).count
        return Run(work: { _ = try make() }, agrees: { try make().quads.count == expected })
    }

    private static func canon(_ workload: Workload) throws -> Run {
        let bytes = try workload.nquads
        let make = { try canonicalize(Dataset(nquads: bytes)).nquads }
        return Run(work: { _ = try make() }, agrees: { try make() == workload.canonical })
    }

    private static func normalize(_ workload: Workload) throws -> Run {
        let bytes = try workload.unsigned
        let make = {
            let document = try JSONDocument(parsing: bytes)
            return try canonicalize(processor.toRDF(document.root, leavingOut: ["proof"])).nquads
        }
        return Run(work: { _ = try make() }, agrees: { try make() == workload.canonical })
    }

    private static func sign(_ workload: Workload) throws -> Run {
        let bytes = try workload.signed
        let key = try PrivateKey.generate(.ed25519)
        let options = ProofOptions(
            verificationMethod: "did:example:issuer#key", created: "2026-01-01T00:00:00Z")
        let make = {
            let document = SecuredDocument(
                try JSONDocument(parsing: bytes).root, processor: processor)
            return try EdDSARDFC2022().createProof(options, of: document, with: key)
        }
        return Run(
            work: { _ = try make() },
            agrees: {
                let document = try JSONDocument(parsing: bytes).root
                let signed = JSON.object(
                    document.members.filter { !$0.hasName("proof") }
                        .map { ($0.name, .verbatim($0.value)) } + [("proof", try make().proof)])
                let value = try JSONDocument(parsing: signed.serialized()).root
                guard let proof = value["proof"] else { return false }
                return try SecuredDocument(value, processor: processor)
                    .verify(DataIntegrityProof(reading: proof), with: key.publicKey).isValid
            })
    }

    private static func verify(_ workload: Workload, contents: Bool) throws -> Run {
        let bytes = try workload.signed
        let make = {
            let root = try JSONDocument(parsing: bytes).root
            guard contents else {
                guard try isValid(root) else { throw NotVerified() }
                return
            }
            let inside = root["credentialSubject"]?["verifiableCredential"]?.oneOrMore ?? []
            guard isEachValid([root] + inside) else { throw NotVerified() }
        }
        return Run(
            work: make,
            agrees: {
                try make()
                return true
            })
    }

    /// Whether a signature fits hangs on one credential alone: all cores work on them. To wake
    /// another core costs about what two small credentials do.
    private static func isEachValid(_ credentials: [JSONValue]) -> Bool {
        guard credentials.count > 4 else {
            return credentials.allSatisfy { (try? isValid($0)) ?? false }
        }
        let cores = min(ProcessInfo.processInfo.activeProcessorCount, credentials.count)
        let next = Atomic(0)
        let faults = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: cores) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < credentials.count else { return }
                let isGood = (try? isValid(credentials[index])) ?? false
                if !isGood { faults.add(1, ordering: .relaxed) }
            }
        }
        return faults.load(ordering: .relaxed) == 0
    }

    /// As a verifier does it: every proof, with the key that its method names.
    private static func isValid(_ credential: JSONValue) throws -> Bool {
        let document = SecuredDocument(credential, processor: processor)
        for proof in try DataIntegrityProof.proofs(of: credential) {
            guard let method = proof.verificationMethod,
                let fragment = method.string.split(separator: "#").last
            else { return false }
            let key = try PublicKey(multibase: String(fragment))
            guard try document.verify(proof, with: key).isValid else { return false }
        }
        return true
    }
}
