/// Lets so many through at once, and so many wait.
actor Turnstile {
    private var free: Int
    private let places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(through: Int, waiting places: Int) {
        free = through
        self.places = places
    }

    func pass<Result: Sendable>(
        _ work: @Sendable () async throws(FetchError) -> Result
    ) async throws(FetchError) -> Result {
        if free > 0 {
            free -= 1
        } else {
            guard waiting.count < places else { throw .busy }
            await withCheckedContinuation { waiting.append($0) }
        }
        defer { leave() }
        return try await work()
    }

    private func leave() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
