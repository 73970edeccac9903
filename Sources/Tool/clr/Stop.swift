import Foundation
import JSONText

/// The end of a command with a status and a sentence for people.
struct Stop: Error {
    enum Status: Int32 {
        /// The answer is negative, or an algorithm ended in one of its specified errors.
        case no = 1
        /// Something that was needed could not be had.
        case cannotTell = 2
        case usage = 64
        case fault = 70

        /// What programs read.
        fileprivate var word: String {
            switch self {
            case .no: "no"
            case .cannotTell: "could-not-tell"
            case .usage: "usage"
            case .fault: "fault"
            }
        }
    }

    let status: Status
    /// The file, URL or DID that it is about.
    let place: String?
    let reason: String
    /// What is told below it, each on a line of its own.
    let details: [String]

    init(_ status: Status, at place: String? = nil, _ reason: String, details: [String] = []) {
        self.status = status
        self.place = place
        self.reason = reason
        self.details = details
    }

    var message: String { place.map { "\(Files.name($0)): \(reason)" } ?? reason }

    /// - Parameters:
    ///   - json: whether standard output is to say it as well, for programs.
    ///   - lines: what people are told in place of the message.
    func leave(json: Bool = false, saying lines: [String]? = nil) -> Never {
        if json, !Console.hasAnswered {
            // The status of the stop stays, also where nobody can be told.
            _ = Descriptor.write(self.json.serialized(pretty: true) + [0x0A], to: STDOUT_FILENO)
        }
        if !message.isEmpty { Console.say(lines ?? ["clr: \(message)"] + details) }
        exit(status.rawValue)
    }

    private var json: JSON {
        var members: [(name: String, value: JSON)] = [
            ("status", .integer(Int(status.rawValue))), ("kind", .string(status.word)),
        ]
        if let place { members.append(("at", .string(Files.name(place)))) }
        members.append(("message", .string(reason)))
        if !details.isEmpty { members.append(("details", .array(details.map { .string($0) }))) }
        return ["error": .object(members)]
    }
}
