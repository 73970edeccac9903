import CMalloc
import Foundation

/// Measures one task on one document as a peer of `peers.py`, whose head has the contract:
///
///     clr-benchmarks peer --work DIR --task TASK --doc NAME --seconds S --cap C
@main
enum Program {
    static func main() {
        // As `clr` does.
        clr_keep_freed_memory()
        var arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.first == "peer" else { stop("usage: clr-benchmarks peer --work DIR …", 64) }
        arguments.removeFirst()
        var options: [String: String] = [:]
        while arguments.count >= 2 {
            options[arguments[0]] = arguments[1]
            arguments.removeFirst(2)
        }
        guard let work = options["--work"], let task = options["--task"],
            let document = options["--doc"]
        else { stop("--work, --task and --doc are needed", 64) }
        do {
            let workload = Workload(folder: URL(fileURLWithPath: work), document: document)
            let run = try PeerTask.make(task, workload)
            let seconds = options["--seconds"].flatMap { Double($0) } ?? 2
            let cap = options["--cap"].flatMap { Double($0) } ?? 30
            print(try Measurement.of(run, seconds: seconds, cap: cap).json)
        } catch {
            stop("\(error)", 1)
        }
    }

    static func stop(_ message: String, _ status: Int32) -> Never {
        FileHandle.standardError.write(Data("clr-benchmarks: \(message)\n".utf8))
        exit(status)
    }
}

/// The files of `make_workload.py` for one document.
struct Workload {
    let folder: URL
    let document: String

    func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    var signed: [UInt8] { get throws { try bytes("signed/\(document).json") } }
    var unsigned: [UInt8] { get throws { try bytes("docs/\(document).json") } }
    var canonical: [UInt8]? { try? bytes("canon/\(document).nq") }

    var nquads: [UInt8] {
        get throws {
            try document.hasPrefix("rdfc-")
                ? bytes("rdfc/\(document.dropFirst(5)).nq") : bytes("nquads/\(document).nq")
        }
    }
}
