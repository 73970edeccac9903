extension Refusal {
    var explanation: StorageExplanation {
        switch self {
        case .tooLarge(let field, let limit):
            .init(
                "A value is too large to be kept.", at: field.rawValue, "The limit is \(limit).",
                do: "Make it smaller.")
        case .unstorableText(let field):
            .init(
                "A text cannot be kept.", at: field.rawValue,
                "It is empty or holds a control character.", do: "Write it without.")
        case .clientKeyTaken(let key, let record):
            .init(
                "This key was used for something else.", at: key.text.string,
                "Record \(record.text) was stored under it with other bytes.",
                do: "Use a new key for a new record.")
        case .recordIDTaken(let id):
            .init(
                "Another record has this identifier.", at: id.text, "Identifiers are unique.",
                do: "Draw a new one.")
        case .documentChanged(let path):
            .init(
                "The document changed meanwhile.", at: path.string, "Somebody else published it.",
                do: "Read it again and repeat the change.")
        case .addressTaken(let address):
            .init(
                "This address belongs to another document.", at: address.string,
                "A URL or DID names one document.", do: "Choose another.")
        case .keyTaken(let id):
            .init(
                "Another key has this name.", at: id.string, "A key is never replaced.",
                do: "Choose another name.")
        case .statusListDiffers(let list):
            .init(
                "A status list cannot change its kind.", at: list.string,
                "It was made with another purpose or length.", do: "Make another list.")
        case .statusListUnknown(let list):
            .init(
                "There is no such status list.", at: list.string, "It was never made.",
                do: "Make it first.")
        case .statusListFull(let list):
            .init(
                "The status list is full.", at: list.string, "Every place of it was given.",
                do: "Make another list.")
        case .statusIndexNotReserved(let place):
            .init(
                "This place of the status list was never given.",
                at: "\(place.list.string)#\(place.index)",
                "Only the status of what was issued can change.", do: "Check list and index.")
        }
    }
}
