import DIDs
import Foundation
import JSONText
import Synchronization
import TestSupport

@testable import Fetching

/// A resolver whose answers a test has written. A list of answers is given one after the other,
/// the last one again and again.
final class ScriptedResolver: HostResolver {
    private let script: [String: [[String]]]
    private let asked = Mutex<[String]>([])

    var questions: [String] { asked.withLock { $0 } }

    init(_ script: [String: [[String]]]) { self.script = script }

    func addresses(of name: String) async -> [IPAddress] {
        let before = asked.withLock { asked in
            defer { asked.append(name) }
            return asked.count { $0 == name }
        }
        guard let answers = script[name], !answers.isEmpty else { return [] }
        return answers[min(before, answers.count - 1)].compactMap { IPAddress($0) }
    }
}

/// Limits of a test. Those that a test wants to come to, it makes small itself: machines that are
/// busy take their time.
func testLimits(_ change: (inout FetchLimits) -> Void = { _ in }) -> FetchLimits {
    var limits = FetchLimits()
    limits.connectMilliseconds = 600_000
    limits.idleMilliseconds = 600_000
    limits.documentMilliseconds = 1_200_000
    limits.verificationMilliseconds = 2_400_000
    change(&limits)
    return limits
}

/// A fetcher whose hosts `*.example` are on this machine.
struct Stage {
    let fetcher: Fetcher
    let limits: FetchLimits
    let clock: TestClock

    init(
        _ servers: [HostileServer] = [], names: [String] = ["127.0.0.1"],
        resolver: any HostResolver = ScriptedResolver([:]), limits: FetchLimits = testLimits(),
        cacheFolder: String? = nil, trusting: [UInt8] = [], clock: TestClock = TestClock()
    ) throws {
        let named = servers.flatMap { server in
            names.compactMap { NamedHost("\($0):\(server.port)") }
        }
        self.limits = limits
        self.clock = clock
        fetcher = try Fetcher(
            policy: FetchPolicy(namedHosts: named), limits: limits, resolver: resolver,
            cacheFolder: cacheFolder, trusting: trusting, clock: { clock.now })
    }

    func fetch(
        _ url: String, as kind: DocumentKind = .keys, _ allowance: FetchAllowance? = nil
    ) async -> Result<String, FetchError> {
        do throws(FetchError) {
            let document = try await fetcher.document(
                at: Text(url), as: kind, allowance ?? FetchAllowance(limits))
            return .success(String(decoding: document.bytes, as: UTF8.self))
        } catch {
            return .failure(error)
        }
    }
}

final class TestClock: Sendable {
    private let seconds = Mutex(1_750_000_000)
    var now: Int { seconds.withLock { $0 } }
    func pass(_ count: Int) { seconds.withLock { $0 += count } }
}

extension Result where Success == String, Failure == FetchError {
    var text: String? { if case .success(let text) = self { text } else { nil } }
    var error: FetchError? { if case .failure(let error) = self { error } else { nil } }
}

/// A folder for one test.
final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("fetching-\(UUID().uuidString)").path

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The files of a part of the cache.
    func files(_ part: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(part)")) ?? []
        return names.map { "\(path)/\(part)/\($0)" }
    }
}
