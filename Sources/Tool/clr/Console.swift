import Foundation
import Synchronization

/// Standard output for answers, standard error for people.
enum Console {
    /// Whether anything was answered: standard output holds one answer.
    static var hasAnswered: Bool { answered.load(ordering: .relaxed) }
    private static let answered = Atomic<Bool>(false)

    /// An answer for programs, octet for octet. Where standard output cannot be written, the program
    /// ends: nobody would learn the answer. One that is read no further (`| head -1`) is no fault.
    static func answer(_ bytes: [UInt8], endingLine: Bool = true) {
        answered.store(true, ordering: .relaxed)
        let end: [UInt8] = endingLine && bytes.last != 0x0A ? [0x0A] : []
        switch Descriptor.write(bytes + end, to: STDOUT_FILENO) {
        case 0, EPIPE: return
        case EBADF: Stop(.usage, "standard output is closed").leave()
        case let code:
            Stop(.fault, "standard output cannot be written: \(Descriptor.words(code))").leave()
        }
    }

    /// An answer for people, line by line. Whatever a line holds, it stays one line.
    static func answer(_ lines: [String]) {
        answer(Array(lines.map(Visible.line).joined(separator: "\n").utf8))
    }

    static func answer(_ text: String) { answer([text]) }

    /// A message for people. Each is one line, whatever it holds.
    static func say(_ lines: String...) { say(lines) }

    static func say(_ lines: [String]) {
        let text = lines.map { Visible.line($0) + "\n" }.joined()
        // Where nobody can be told, the exit status still says it.
        _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO)
    }
}
