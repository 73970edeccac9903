/// A place on a page.
struct Place: Equatable {
    let page: Int
    let y: Double

    /// As cairo reads the place to which a link leads.
    var attributes: String {
        "page=\(page) pos=[\(Int(Frame.left)) \(Int(max(0, y - 8)))]"
    }
}

/// What measuring a document tells: how many pages there are, and where its parts stand.
struct Plan {
    var pages = 1
    var places: [String: Place] = [:]
    /// Characters that no font of the machine has.
    var undrawn = 0
}
