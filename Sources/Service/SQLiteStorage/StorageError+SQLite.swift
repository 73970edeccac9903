import GRDB
import Storage

extension StorageError {
    /// What an error met while working means.
    init(_ error: any Error) {
        switch error {
        case let known as StorageError: self = known
        case let refusal as Refusal: self = .refused(refusal)
        case is CancellationError: self = .failed(.cancelled)
        case let error as DatabaseError: self = .failed(StorageFault(error))
        default: self = .failed(.engine(code: 0, message: "\(type(of: error))"))
        }
    }

    /// What an error met while opening means.
    init(opening path: String, _ error: any Error) {
        switch StorageError(error) {
        case .opening(let path, let fault): self = .opening(path: path, fault)
        case .refused(let refusal): self = .refused(refusal)
        case .failed(let fault): self = .opening(path: path, OpeningFault(fault, error))
        }
    }
}

extension StorageFault {
    fileprivate init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_FULL: self = .diskFull
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .notWritable
        case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
        case .SQLITE_MISUSE: self = .closed
        default:
            self = .engine(
                code: Int(error.extendedResultCode.rawValue), message: error.message ?? "no word")
        }
    }
}

extension OpeningFault {
    fileprivate init(_ fault: StorageFault, _ error: any Error) {
        switch fault {
        case .busy: self = .inUse
        case .notWritable: self = .notWritable
        case .diskFull: self = .unreadable(reason: "The disk is full.")
        case .closed, .cancelled: self = .unreadable(reason: "The opening was called off.")
        case .damaged(let table, let id):
            self = .unreadable(reason: "\(table.rawValue): \(id) is damaged.")
        case .engine(let code, let message):
            let isNotADatabase = (error as? DatabaseError)?.resultCode == .SQLITE_NOTADB
            self = isNotADatabase ? .notADatabase : .unreadable(reason: "\(message) (\(code)).")
        }
    }
}
