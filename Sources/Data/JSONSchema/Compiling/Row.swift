/// The elements of an array that somebody else keeps, read without counting references to it.
///
/// An array's storage does not move while the array lives and is not changed: whoever makes a row
/// keeps the array in a `let` beside it. Places outside of the row end the program, as they do with
/// an array.
@safe struct Row<Element> {
    private let elements: UnsafeBufferPointer<Element>

    init(of array: [Element]) {
        unsafe elements = array.withUnsafeBufferPointer { unsafe $0 }
    }

    @inline(__always)
    var count: Int { unsafe elements.count }

    @inline(__always)
    subscript(_ place: Int) -> Element {
        precondition(place >= 0 && place < count, "a place outside of the row")
        return unsafe elements[place]
    }
}
