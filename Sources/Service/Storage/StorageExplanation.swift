/// An error told to a person.
package struct StorageExplanation: Hashable, Sendable {
    package let what: String
    package let place: String
    package let why: String
    package let remedy: String

    init(_ what: String, at place: String, _ why: String, do remedy: String) {
        self.what = what
        self.place = place
        self.why = why
        self.remedy = remedy
    }
}

extension StorageError: CustomStringConvertible {
    package var explanation: StorageExplanation {
        switch self {
        case .opening(let path, let fault): fault.explanation(path)
        case .refused(let refusal): refusal.explanation
        case .failed(let fault): fault.explanation
        }
    }

    package var description: String {
        let told = explanation
        return "\(told.what) (\(told.place)) \(told.why) \(told.remedy)"
    }
}

extension OpeningFault {
    fileprivate func explanation(_ path: String) -> StorageExplanation {
        switch self {
        case .notADatabase:
            .init(
                "This file is not a database.", at: path,
                "It does not begin as an SQLite file does.",
                do: "Name another file; this one was left as it is.")
        case .databaseOfAnotherProgram:
            .init(
                "This database belongs to another program.", at: path,
                "It holds tables that this program did not make.",
                do: "Name another file; this one was left as it is.")
        case .newerSchema(let found, let known):
            .init(
                "This database was made by a newer version of the program.", at: path,
                "Its schema has number \(found); the highest known here is \(known).",
                do: "Use the newer program, or a copy of the database from before the change.")
        case .isFolder:
            .init(
                "This is a folder.", at: path, "A database is one file.",
                do: "Name a file in the folder.")
        case .folderMissing(let reason):
            .init(
                "The data folder could not be made.", at: path, reason,
                do: "Make the folder, or name another.")
        case .notWritable:
            .init(
                "The database cannot be written.", at: path,
                "The file or its folder does not allow it.",
                do: "Allow this user to write there, or name another folder.")
        case .inUse:
            .init(
                "The database is in use.", at: path,
                "Another process has been writing for long.",
                do: "Try again; if it lasts, see which process has the file open.")
        case .unreadable(let reason):
            .init(
                "The database could not be opened.", at: path, reason,
                do: "See that the file is whole and may be read; else restore a copy.")
        }
    }
}

extension StorageFault {
    fileprivate var explanation: StorageExplanation {
        switch self {
        case .busy:
            .init(
                "The database is in use.", at: "database",
                "Another process has been writing for long.",
                do: "Try again; if it lasts, see which process has the file open.")
        case .diskFull:
            .init(
                "The disk is full.", at: "database", "There is no room for what was to be kept.",
                do: "Make room and try again; nothing was lost.")
        case .notWritable:
            .init(
                "The database cannot be written.", at: "database",
                "The file or its folder no longer allows it.",
                do: "Allow this user to write there and try again.")
        case .closed:
            .init(
                "The database is closed.", at: "database", "The program is ending.",
                do: "Start it again.")
        case .cancelled:
            .init(
                "The work was called off.", at: "database", "Its task was cancelled.",
                do: "Try again.")
        case .damaged(let table, let id):
            .init(
                "Something that was kept is damaged.", at: "\(table.rawValue): \(id)",
                "What is read is not what was written.", do: "Restore the database from a copy.")
        case .engine(let code, let message):
            .init(
                "The database reported a fault.", at: "database", "\(message) (\(code)).",
                do: "Try again; if it lasts, check the disk and the file.")
        }
    }
}
