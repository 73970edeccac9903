/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Moment: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (one: Moment, other: Moment) -> Bool {
        one.milliseconds < other.milliseconds
    }
}
