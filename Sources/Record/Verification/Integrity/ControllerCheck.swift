import DIDs
import JSONText

/// Is the key its controller's, listed for this purpose, and is the controller the issuer?
struct ControllerCheck {
    let purpose: VerificationPurpose
    /// The issuer, or the holder of a presentation.
    let party: Text?
    let at: JSONPointer?

    /// What the controller says of a key that was found.
    ///
    /// - Parameter signing: when it was signed, in seconds since 1970; now, where nothing says so.
    func answer(for key: ResolvedKey, signedAt signing: Int64) -> Check {
        if let end = key.method?.end, end <= signing { return retired(key.id) }
        switch key.standing {
        case .listed(let controller, let purposes):
            guard purposes.contains(purpose) else {
                return Check(
                    .controllerKeyNotForPurpose,
                    "\(controller) lists the key \(key.id), but not under "
                        + "\"\(purpose.rawValue)\": it was not meant for signing credentials.",
                    at: at)
            }
            return isParty(controller, key)
        case .unstated(let url):
            return Check(
                .controllerUnavailable,
                "\(url) has the key, but does not say whose it is.", at: at)
        case .absent(let document):
            return Check(
                .controllerKeyNotListed,
                "The document of \(document) does not list the key \(key.id). Either it was "
                    + "withdrawn, or somebody else signed in this name.", at: at)
        case .contradicted(let controller):
            return Check(
                .controllerKeyDiffers,
                "\(controller) lists another key under the name \(key.id).", at: at)
        case .unavailable(let url, let reason):
            return Check(.controllerUnavailable, Self.unavailable(url, reason), at: at)
        case .invalid(let url, let error):
            return Check(
                .controllerUnusable,
                "What stands at \(url) is not the controller's document: "
                    + "\(error).", at: at)
        }
    }

    func retired(_ key: Text) -> Check {
        Check(
            .controllerKeyRetired,
            "The key \(key) had been withdrawn by its controller before this was signed.", at: at)
    }

    private func isParty(_ controller: Text, _ key: ResolvedKey) -> Check {
        guard let party else {
            // A presentation may leave its holder unnamed (VCDM 2.0 section 4.13).
            guard purpose != .authentication else {
                return Check(
                    .controllerHolderUnnamed,
                    "The presentation names no holder; it was signed with a key of "
                        + "\(controller).", at: at)
            }
            return Check(
                .controllerNobodyNamed,
                "The credential does not say who issued it, so no key can be the issuer's.", at: at)
        }
        guard controller == party else {
            return Check(
                .controllerNotIssuer,
                "The key belongs to \(controller), but the issuer is \(party): somebody else has "
                    + "signed.", at: at)
        }
        return Check(
            .controllerIsIssuer,
            "The key \(key.id) is listed by the issuer, \(controller), for this purpose.", at: at)
    }

    /// Why there is no key at all: what it means for the controller.
    func answer(for failure: KeyResolutionFailure) -> Check {
        switch failure {
        case .unavailable(let url, let reason):
            Check(.controllerUnavailable, Self.unavailable(url, reason), at: at)
        case .unsupportedDIDMethod:
            Check(.controllerMethodUnsupported, "\(failure).", at: at)
        case .notAnIdentifier(let text):
            Self.isURI(text)
                ? Check(
                    .controllerUnavailable,
                    "\(text) leads to no document, so it cannot be asked whose key this is.",
                    at: at)
                : Check(.controllerMethodInvalid, "\(failure).", at: at)
        case .malformedDID, .unusableDIDKey:
            Check(.controllerMethodInvalid, "\(failure).", at: at)
        case .invalidDocument, .unusableMethod: Check(.controllerUnusable, "\(failure).", at: at)
        case .methodNotInDocument: Check(.controllerKeyNotListed, "\(failure).", at: at)
        }
    }

    static func unavailable(_ url: Text, _ reason: String) -> String {
        "The key document at \(url) could not be had (\(reason)). With it, whose key this is can "
            + "be told."
    }

    /// Whether a text has a scheme, such as `urn:uuid:…`.
    static func isURI(_ text: Text) -> Bool {
        let scheme = text.string.utf8.prefix { $0 != UInt8(ascii: ":") }
        guard scheme.count < text.string.utf8.count, let first = scheme.first else { return false }
        let isLetter = (0x61...0x7A).contains(first | 0x20)
        return isLetter
            && scheme.allSatisfy { byte in
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                    || [0x2B, 0x2D, 0x2E].contains(byte)
            }
    }
}
