import Foundation

/// What is measured: the work, and whether its outcome is right (nil where nothing compares).
struct Run {
    let work: () throws -> Void
    let agrees: () throws -> Bool?
}

/// CPU time per call as the peers measure it: the median of five rounds.
struct Measurement {
    private let rounds: [Double]
    private let wall: [Double]
    private let calls: Int
    private let agrees: Bool?

    static func of(_ run: Run, seconds: Double, cap: Double) throws -> Measurement {
        let start = elapsed()
        let agrees = try run.agrees()
        while elapsed() - start < min(0.5, seconds / 4) { try run.work() }
        var rounds: [Double] = []
        var wall: [Double] = []
        var calls = 0
        for _ in 0..<5 {
            let (cpu, clock) = (cpuTime(), elapsed())
            var count = 0
            repeat {
                try run.work()
                count += 1
            } while cpuTime() - cpu < seconds / 5 && elapsed() - start <= cap
            rounds.append((cpuTime() - cpu) / Double(count) * 1e3)
            wall.append((elapsed() - clock) / Double(count) * 1e3)
            calls += count
            if elapsed() - start > cap { break }
        }
        return Measurement(rounds: rounds, wall: wall, calls: calls, agrees: agrees)
    }

    var json: String {
        let median = Self.median(rounds)
        let numbers = [
            ("docs_per_s", 1e3 / median), ("ms_per_doc", median),
            ("ms_min", rounds.min() ?? median), ("ms_max", rounds.max() ?? median),
            ("wall_ms", Self.median(wall)), ("rss_mb", Self.residentMegabytes()),
        ]
        let members = numbers.map { "\"\($0.0)\": \(String(format: "%.4f", $0.1))" }
        let verdict = agrees.map { $0 ? "true" : "false" } ?? "null"
        return "{\(members.joined(separator: ", ")), \"calls\": \(calls), \"agrees\": \(verdict)}"
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func cpuTime() -> Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }
    private static func elapsed() -> Double { seconds(CLOCK_MONOTONIC) }

    private static func residentMegabytes() -> Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
