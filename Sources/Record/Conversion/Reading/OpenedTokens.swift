import Credentials
import JSONText
import Verification

/// What stands in a record as a signed text: a compact JWS or SD-JWT as a string, or in the `id`
/// of an envelope. Places below such a text are those of the credential that it holds; no
/// signature is looked at.
struct OpenedTokens {
    /// What each text says, by the place of the text.
    private var contents: [Text: Placed] = [:]
    /// Why a text was not opened, by the place of what stands in the record.
    private var faults: [Text: String] = [:]

    var isEmpty: Bool { contents.isEmpty }

    /// What the text at this place says.
    subscript(_ place: String) -> JSONValue? {
        contents.isEmpty ? nil : contents[Text(place)]?.value
    }

    /// What stands in a text or an envelope, or else the value itself.
    func opened(_ value: Placed) -> Placed {
        guard !contents.isEmpty else { return value }
        return contents[Text(value.place)] ?? contents[Text("\(value.place)/id")] ?? value
    }

    func fault(at place: String) -> String? { faults.isEmpty ? nil : faults[Text(place)] }

    /// The credential in a token or an envelope; nil where this is neither, or cannot be read.
    mutating func open(
        _ element: Placed, _ budget: inout PlaceBudget
    ) throws(ConversionError) -> Placed? {
        let isText = element.value.isString
        guard isText || Self.isEnvelope(element), let pointer = JSONPointer(element.place) else {
            return nil
        }
        if let text = element.value.string, !text.utf8.starts(with: "eyJ".utf8) {
            faults[Text(element.place)] =
                "it names a credential that does not stand here; nothing is looked up"
            return nil
        }
        let part = ContainedCredential(role: .content, value: element.value, pointer: pointer)
        let document: CredentialDocument
        do {
            document = try CredentialDocument(contained: part)
        } catch {
            faults[Text(element.place)] = error.sentence
            return nil
        }
        guard let token = document.token else { return nil }
        let credential = ConversionInput.filled(document.credential.json, from: token)
        let place = isText ? element.place : "\(element.place)/id"
        try budget.spend(on: credential, place: place.utf8.count)
        let content = Placed(credential, place)
        contents[Text(place)] = content
        return content
    }

    static func isEnvelope(_ element: Placed) -> Bool {
        element.isA(Envelope.Content.credential.rawValue, Envelope.Content.presentation.rawValue)
    }
}

extension LossReport {
    /// What the texts inside a value say, where the value is kept whole.
    mutating func recordContents(
        of tokens: OpenedTokens, in source: Placed, at target: String, how: String
    ) {
        guard !tokens.isEmpty else { return }
        let content = tokens[source.place]
        for (step, child) in Self.children(of: content ?? source.value) {
            let place = source.place + step
            let to = content == nil ? target + step : target
            if content != nil { recordAll(child, place, .changed(to: to, how: how)) }
            recordContents(of: tokens, in: Placed(child, place), at: to, how: how)
        }
    }
}
