import Foundation
import Issuance
import Synchronization
import Verification

/// Places on status lists for one draft: chosen while it is read, and taken together once nothing
/// is wrong with it. A draft that is only looked at takes none.
final class StatusPlaces: Sendable {
    private let folder: URL
    /// The list of the command line, for a draft that names it by its URL.
    private let named: String?
    private let lists = Mutex<[String: OpenList]>([:])

    private struct OpenList {
        let record: StatusRecord
        var free: [Int]
        var chosen: [Int] = []

        /// Any of them with the same chance (BSL-10).
        mutating func choose() -> StatusSlot? {
            guard let position = free.indices.randomElement() else { return nil }
            free.swapAt(position, free.count - 1)
            let index = free.removeLast()
            chosen.append(index)
            return record.slot(index)
        }
    }

    /// - Parameter folder: of the draft, which names files beside itself.
    init(folder: URL, named: String?) {
        self.folder = folder
        self.named = named
    }

    func place(_ list: DraftMaterials.StatusListName) -> DraftMaterials.PlaceAnswer {
        do {
            switch list {
            case .file(let name):
                return try choose(URL(fileURLWithPath: name, relativeTo: folder).path)
            case .published(let url):
                guard let named, try open(named).url.isSame(as: url) else {
                    return .fault(
                        "nothing says which places of \(url) are free. Name the file that "
                            + "clr status create made of it (file: …, or --status-file), or write "
                            + "the index that you keep for this credential")
                }
                return try choose(named)
            }
        } catch let stop as Stop {
            return .fault(stop.message)
        } catch {
            return .fault("it cannot be read")
        }
    }

    private func choose(_ path: String) throws -> DraftMaterials.PlaceAnswer {
        _ = try open(path)
        guard let slot = lists.withLock({ $0[path]?.choose() }) else {
            return .fault("every place of \(path) was handed out; make another list")
        }
        return .place(slot)
    }

    private func open(_ path: String) throws -> StatusRecord {
        if let open = lists.withLock({ $0[path] }) { return open.record }
        let file = try StatusListFile(reading: path)
        guard let record = file.record else { throw StatusRecord.missing(path) }
        let free = record.free(file.list.bits)
        lists.withLock { $0[path] = OpenList(record: record, free: free) }
        return record
    }

    /// Whether a place was chosen on the list of the command line.
    var usesNamed: Bool {
        lists.withLock { lists in named.flatMap { lists[$0] }?.chosen.isEmpty == false }
    }

    /// Keeps what was chosen; false where another took one of these places meanwhile.
    func take() throws -> Bool {
        let chosen = lists.withLock { $0.mapValues(\.chosen) }
        for (path, indices) in chosen where !indices.isEmpty {
            guard try StatusRecord.handOut(indices, of: path) else { return false }
        }
        return true
    }
}
