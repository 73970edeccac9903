import JSONLD
import JSONText

extension ProofError: NamesMissingContext {
    public var unavailableURL: Text? {
        guard case .jsonLD(let error) = self else { return nil }
        return error.unavailableURL
    }
}
