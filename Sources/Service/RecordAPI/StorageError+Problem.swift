import RecordPages
import Storage

extension StorageError {
    /// What the outside is told; the place where records and files lie is not its business.
    var problem: Problem {
        switch self {
        case .opening: .unavailable
        case .refused(let refusal):
            switch refusal {
            case .tooLarge, .unstorableText:
                Problem(
                    status: 422, title: "This cannot be kept", explanation: explanation.what,
                    ways: [explanation.remedy])
            case .statusListUnknown, .statusIndexNotReserved:
                Problem(
                    status: 404, title: "There is no such status", explanation: explanation.what,
                    ways: [explanation.remedy])
            case .clientKeyTaken, .recordIDTaken, .documentChanged, .addressTaken, .keyTaken,
                .statusListDiffers, .statusListFull:
                .conflict(explanation.what)
            }
        case .failed(let fault):
            switch fault {
            case .busy, .closed, .cancelled, .notWritable: .unavailable
            case .diskFull:
                Problem(
                    status: 507, title: "There is no room left",
                    explanation: "The disk of this server is full. Nothing was lost.",
                    ways: ["Tell whoever runs this server."])
            case .damaged, .engine: .internalFault
            }
        }
    }
}
