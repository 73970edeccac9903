import Credentials
import DIDs
import Issuance
import JSONText
import KeyMaterial
import Multiformat
import Verification

/// What the issuer has to remember of a status list and the list does not say: how its entries
/// are made, and which of them were handed out. It stands in a file beside the list.
struct StatusRecord {
    let url: String
    let purpose: String
    let bits: Int
    let messages: [String]
    let references: [String]
    /// A bit for each entry.
    private(set) var handedOut: StatusBits

    init(
        url: String, purpose: String, bits: Int, messages: [String], references: [String],
        entries: Int
    ) {
        self.url = url
        self.purpose = purpose
        self.bits = bits
        self.messages = messages
        self.references = references
        handedOut = StatusBits(entries: entries, entryBits: 1)
    }

    static func path(_ list: String) -> String { list + ".entries" }
    static func lock(_ list: String) throws -> FileLock { try FileLock(list + ".lock") }

    init(reading path: String) throws {
        let root = try Files.document(path).root
        guard let url = root["list"]?.string, let purpose = root["purpose"]?.string,
            let bits = root["bits"]?.integer, (1...StatusListFault.mostEntryBits).contains(bits),
            let packed = root["handedOut"]?.string, let octets = try? Base64URL.decode(packed)
        else { throw Stop(.no, "\(path) is not the record of a status list") }
        self.url = url
        self.purpose = purpose
        self.bits = bits
        messages = root["messages"]?.elements.compactMap(\.string) ?? []
        references = root["references"]?.elements.compactMap(\.string) ?? []
        handedOut = StatusBits(octets)
    }

    func write(to path: String) throws {
        let json: JSON = [
            "list": .string(url), "purpose": .string(purpose), "bits": .integer(bits),
            "messages": .array(messages.map { .string($0) }),
            "references": .array(references.map { .string($0) }),
            "handedOut": .string(Base64URL.encode(handedOut.octets)),
        ]
        try Files.write(json.serialized(pretty: true) + [0x0A], to: path)
    }

    /// Takes an entry that nobody has: any of them with the same chance, so that its number says
    /// nothing of when it was given (BSL-10). Nil where all are taken.
    mutating func handOut(_ list: StatusBits) -> StatusSlot? {
        guard let index = free(list).randomElement(), handOut(index, list) else { return nil }
        return slot(index)
    }

    /// The entries that nobody has.
    func free(_ list: StatusBits) -> [Int] {
        let entries = min(list.count(entryBits: bits), handedOut.count(entryBits: 1))
        return (0..<entries).filter { isFree($0, list) }
    }

    /// Takes this entry; false where somebody has it.
    mutating func handOut(_ index: Int, _ list: StatusBits) -> Bool {
        isFree(index, list) && handedOut.set(index, to: 1, entryBits: 1)
    }

    private func isFree(_ index: Int, _ list: StatusBits) -> Bool {
        handedOut.value(at: index, entryBits: 1) == 0
            && list.value(at: index, entryBits: bits) == 0
    }

    func slot(_ index: Int) -> StatusSlot {
        StatusSlot(
            list: url, index: index, purpose: purpose, bits: bits, messages: messages,
            references: references)
    }
}

extension StatusRecord {
    /// Takes a place of the list in this file; whoever else takes one waits.
    static func handOut(_ path: String) throws -> StatusSlot {
        let lock = try lock(path)
        defer { withExtendedLifetime(lock) {} }
        let file = try StatusListFile(reading: path)
        guard var record = file.record else { throw Self.missing(path) }
        guard let slot = record.handOut(file.list.bits) else {
            throw Stop(.no, "every place of \(path) was handed out; make another list")
        }
        // First kept, then told: an end in between loses a place and gives none twice.
        try record.write(to: Self.path(path))
        return slot
    }

    /// Takes these places of the list in a file, all of them or none; false where somebody has one
    /// already.
    static func handOut(_ indices: [Int], of path: String) throws -> Bool {
        let lock = try lock(path)
        defer { withExtendedLifetime(lock) {} }
        let file = try StatusListFile(reading: path)
        guard var record = file.record else { throw Self.missing(path) }
        for index in indices where !record.handOut(index, file.list.bits) { return false }
        try record.write(to: Self.path(path))
        return true
    }

    static func missing(_ path: String) -> Stop {
        Stop(
            .cannotTell,
            "\(Self.path(path)) is not there, so nobody knows which places of the list were "
                + "handed out")
    }
}

/// A status list in a file, read and not judged.
struct StatusListFile {
    let credential: Credential
    let list: StatusList
    let bytes: [UInt8]
    let record: StatusRecord?

    init(reading path: String) throws {
        bytes = try Files.read(path)
        do {
            let document = try CredentialDocument(reading: bytes)
            credential = document.credential
            list = try StatusList(reading: credential, at: credential.id ?? path)
        } catch let error as ReadingError {
            throw Stop(.no, "\(path): \(error)")
        } catch let error as StatusList.Fault {
            throw Stop(.no, "\(path): \(error)")
        }
        let beside = StatusRecord.path(path)
        record = Files.exists(beside) ? try StatusRecord(reading: beside) : nil
        guard let record, let id = credential.id, !record.url.isSame(as: id) else { return }
        throw Stop(.no, "\(beside) belongs to another list, \(record.url)")
    }

    /// Bits of an entry: as they were asked for, or as the record has them.
    func entryBits(_ asked: Int?) throws -> Int {
        if let asked, let record, record.bits != asked {
            throw Stop(.usage, "the entries of this list have \(record.bits) bits, not \(asked)")
        }
        let bits = asked ?? record?.bits ?? 1
        guard (1...StatusListFault.mostEntryBits).contains(bits) else {
            throw Stop(.usage, "\(StatusListFault.entryBits(bits))")
        }
        return bits
    }
}

/// Who signs a list.
enum StatusIssuer {
    /// The key under its issuer's name; without one it speaks for itself. A did:key or did:jwk is
    /// the name of one key and of no other.
    static func key(_ path: String, issuer: String?, name: String?) throws -> IssuingKey {
        let signer = try KeyFiles.secret(path)
        let own = IssuingKey(selfContained: signer)
        let method = issuer.flatMap { DID(Text($0))?.method }
        guard let issuer, method != "key" else { return own }
        guard method != "jwk" else {
            let did = DID.jwk(signer.publicKey).string
            return IssuingKey(signer: signer, issuer: did, verificationMethod: did + "#0")
        }
        return IssuingKey(
            signer: signer, issuer: issuer,
            verificationMethod: name ?? "\(issuer)#\(signer.publicKey.multibase)")
    }
}
