/// The values of a property in their order. Most properties have one, which needs no memory of its
/// own.
struct ExpandedItems: RandomAccessCollection, ExpressibleByArrayLiteral {
    private enum Storage {
        case none
        case one(ExpandedItem)
        case many([ExpandedItem])
    }

    private var storage = Storage.none

    init() {}

    init(arrayLiteral items: ExpandedItem...) { self.init(items) }

    init(_ items: [ExpandedItem]) {
        switch items.count {
        case 0: storage = .none
        case 1: storage = .one(items[0])
        default: storage = .many(items)
        }
    }

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch storage {
        case .none: 0
        case .one: 1
        case .many(let items): items.count
        }
    }

    subscript(position: Int) -> ExpandedItem {
        switch storage {
        case .none: [ExpandedItem]()[position]
        case .one(let item): item
        case .many(let items): items[position]
        }
    }

    /// The value, where it is the only one.
    var only: ExpandedItem? {
        if case .one(let item) = storage { return item }
        return nil
    }

    mutating func append(_ item: consuming ExpandedItem) {
        switch storage {
        case .none: storage = .one(item)
        case .one(let first): storage = .many([first, item])
        case .many(var items):
            storage = .none  // so that the list is held once and grows in place
            items.append(item)
            storage = .many(items)
        }
    }

    mutating func append(contentsOf items: consuming ExpandedItems) {
        if isEmpty {
            storage = items.storage
        } else {
            for item in items { append(item) }
        }
    }

    static func + (first: ExpandedItems, second: ExpandedItems) -> ExpandedItems {
        var items = first
        items.append(contentsOf: second)
        return items
    }
}
