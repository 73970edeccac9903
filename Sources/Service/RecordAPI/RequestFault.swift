import Hummingbird
import RecordPages
import Storage

/// Why a request is not answered as it was meant.
enum RequestFault: Error, Sendable {
    case nothingHere(path: String)
    case methodNotAllowed(allowed: [String])
    case notAcceptable(offered: [String])
    case emptyBody
    /// No JSON, no token, no picture from its start.
    case unreadable(reason: String)
    /// The address of a record in place of the record.
    case addressGiven
    case tooLarge(limit: Int)
    case unsupportedType(String)
    case unsupportedCoding(String)
    case malformedForm(FormFault)
    /// The connection ended in the middle of the body.
    case bodyLost
    case storage(StorageError)
}

extension RequestFault {
    /// What people are told.
    var problem: Problem {
        switch self {
        case .nothingHere(let path): .noSuchPage(Self.shortened(path))
        case .methodNotAllowed(let allowed): .methodNotAllowed(allowed)
        case .notAcceptable(let offered): .notAcceptable(offered)
        case .emptyBody: .nothingGiven
        case .unreadable(let reason): .unreadable(reason)
        case .addressGiven: .addressGiven
        case .tooLarge(let limit): .tooLarge(maximumBytes: limit)
        case .unsupportedType(let type):
            .unsupported(type.isEmpty ? "nothing that was named" : Self.shortened(type))
        case .unsupportedCoding(let coding): .unsupportedCoding(Self.shortened(coding))
        case .malformedForm(let fault): .malformedForm(fault)
        case .bodyLost: .bodyLost
        case .storage(let error): error.problem
        }
    }

    /// Where it lies, for programs.
    var place: String? {
        switch self {
        case .nothingHere, .methodNotAllowed: "path"
        case .notAcceptable: "header Accept"
        case .emptyBody, .unreadable, .addressGiven, .tooLarge, .malformedForm, .bodyLost: "body"
        case .unsupportedType: "header Content-Type"
        case .unsupportedCoding: "header Content-Encoding"
        case .storage: nil
        }
    }

    /// What the answer carries besides.
    var headers: HTTPFields {
        switch self {
        case .methodNotAllowed(let allowed): [.allow: allowed.joined(separator: ", ")]
        // The rest of the body is not wanted.
        case .tooLarge, .bodyLost: [.connection: "close"]
        case .nothingHere, .notAcceptable, .emptyBody, .unreadable, .addressGiven,
            .unsupportedType, .unsupportedCoding, .malformedForm, .storage:
            [:]
        }
    }

    private static func shortened(_ text: String) -> String {
        text.utf8.count <= 200 ? text : String(text.prefix(100)) + "…"
    }
}

extension Problem {
    static func methodNotAllowed(_ allowed: [String]) -> Problem {
        Problem(
            status: 405, title: "This address does not take that",
            explanation: "It answers to \(allowed.joined(separator: ", ")) only.",
            ways: ["Use one of these methods, or another address."])
    }

    static func notAcceptable(_ offered: [String]) -> Problem {
        Problem(
            status: 406, title: "It is not kept in this form",
            explanation: "It can be had as \(offered.joined(separator: ", ")).",
            ways: ["Ask for one of these in the Accept header."])
    }

    static func unsupportedCoding(_ coding: String) -> Problem {
        Problem(
            status: 415, title: "This cannot be unpacked",
            explanation: "It was sent packed as \(coding).", ways: ["Send it as it is."])
    }

    static func malformedForm(_ fault: FormFault) -> Problem {
        Problem(
            status: 400, title: "This form could not be read",
            explanation: "What was sent is not a form as browsers write it: \(fault.words).",
            ways: ["Go back, choose the file again, and check again."])
    }

    static let bodyLost = Problem(
        status: 400, title: "Not everything arrived",
        explanation: "The connection ended before the whole file had come.",
        ways: ["Check the connection, and try again."])

    static let unavailable = Problem(
        status: 503, title: "The records cannot be reached just now",
        explanation: "The store of this server does not answer. Nothing was lost.",
        ways: ["Try again in a minute.", "If it lasts, tell whoever runs this server."])

    static func conflict(_ explanation: String) -> Problem {
        Problem(
            status: 409, title: "This does not fit what is kept", explanation: explanation,
            ways: ["Read what is kept, and repeat the change."])
    }
}
