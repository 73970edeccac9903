/// The first page: give a record, and see whether it is genuine.
package struct VerifyPage: Sendable, Equatable {
    package var site: Site
    /// What was pasted before, where something was wrong with it.
    package var typed: String
    package var problem: Problem?
    /// "16 MB".
    package var largest: String
    /// Records that a demonstration store offers to try.
    package var samples: [Sample]

    package struct Sample: Sendable, Equatable {
        package var path: String
        package var name: String
        package var about: String

        package init(path: String, name: String, about: String) {
            self.path = path
            self.name = name
            self.about = about
        }
    }

    package init(
        site: Site, samples: [Sample] = [], maximumBytes: Int, typed: String = "",
        problem: Problem? = nil
    ) {
        self.site = site
        self.samples = samples
        self.typed = typed
        self.problem = problem
        largest = "\(max(1, maximumBytes >> 20)) MB"
    }
}

/// What went wrong: what, where, why, and what to do about it.
package struct Problem: Error, Sendable, Equatable {
    /// The HTTP status that says the same to programs.
    package var status: Int
    package var title: String
    /// What is wrong and where, as sentences.
    package var explanation: String
    /// What to do, one step each.
    package var ways: [String]

    package init(status: Int, title: String, explanation: String, ways: [String]) {
        self.status = status
        self.title = title
        self.explanation = explanation
        self.ways = ways
    }
}

extension Problem {
    package static let nothingGiven = Problem(
        status: 400, title: "There was nothing to check",
        explanation: "No file was chosen, and the text field was empty.",
        ways: ["Choose the file that you were sent, or paste its text, and check again."])

    package static let addressGiven = Problem(
        status: 400, title: "This is an address, not the record itself",
        explanation: "Records cannot be fetched from other places here yet.",
        ways: ["Open the address, download the record there as a file, and choose that file."])

    /// The text is no JSON, no token, no picture from its start.
    package static func unreadable(_ reason: String) -> Problem {
        Problem(
            status: 400, title: "This is not a learner record",
            explanation: reason,
            ways: [
                "Choose the file as you received it, without opening and saving it in between.",
                "If it was a link, open it, download the record there and choose that file.",
                "If it still fails, ask the sender for the file as the institution issued it.",
            ])
    }

    package static func noSuchPage(_ path: String) -> Problem {
        Problem(
            status: 404, title: "There is nothing at this address",
            explanation: "Nothing is kept here under \(path). The address may be mistyped, or the "
                + "record may have been taken down.",
            ways: [
                "Compare the address with the one that you were given.",
                "If you have the file of the record, check it on the first page.",
            ])
    }

    package static func tooLarge(maximumBytes: Int) -> Problem {
        Problem(
            status: 413, title: "This file is too large",
            explanation: "At most \(max(1, maximumBytes >> 20)) MB can be checked here.",
            ways: [
                "Check whether it is the right file: records are rarely that large.",
                "The command line program checks larger files.",
            ])
    }

    package static func unsupported(_ type: String) -> Problem {
        Problem(
            status: 415, title: "This kind of file cannot be checked",
            explanation:
                "It was sent as \(type). Records come as JSON or as a compact token (JWT).",
            ways: ["Choose the .json or .jwt file of the record."])
    }

    package static let internalFault = Problem(
        status: 500, title: "Something went wrong here",
        explanation: "The fault is ours, not yours and not the record’s. It has been noted.",
        ways: ["Try again in a minute.", "If it happens again, tell whoever runs this server."])
}

/// The page for a problem that has no form to go back to.
package struct ErrorPage: Sendable, Equatable {
    package var site: Site
    package var problem: Problem

    package init(site: Site, problem: Problem) {
        self.site = site
        self.problem = problem
    }
}
