import NIOHTTP1

/// The answer to one request, with no more of it than was needed.
struct HTTPAnswer: Sendable {
    let status: Int
    let headers: HTTPHeaders
    /// Empty unless the status is 200.
    let body: [UInt8]
}
