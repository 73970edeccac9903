import Foundation

/// The end of a command with a status and a sentence for people.
struct Stop: Error {
    enum Status: Int32 {
        /// The answer is negative, or an algorithm ended in one of its specified errors.
        case no = 1
        /// Something that was needed could not be had.
        case cannotTell = 2
        case usage = 64
        case fault = 70
    }

    let status: Status
    let message: String

    init(_ status: Status, _ message: String) {
        self.status = status
        self.message = message
    }

    func leave() -> Never {
        if !message.isEmpty { Console.say("clr: \(message)") }
        exit(status.rawValue)
    }
}
