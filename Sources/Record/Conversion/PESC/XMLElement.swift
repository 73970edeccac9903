/// An element of a text in XML that is data: names, attributes, text, and elements inside.
package struct XMLElement: Sendable, Equatable {
    package struct Name: Sendable, Equatable {
        /// Empty where there is none.
        package let namespace: String
        package let local: String

        package static func == (left: Name, right: Name) -> Bool {
            left.namespace.utf8.elementsEqual(right.namespace.utf8)
                && left.local.utf8.elementsEqual(right.local.utf8)
        }
    }

    package struct Attribute: Sendable, Equatable {
        package let name: Name
        package let value: String
    }

    package let name: Name
    package var attributes: [Attribute] = []
    package var children: [XMLElement] = []
    /// The text directly inside, all of it together, without the white space around it.
    package var text = ""

    package init(_ name: Name) { self.name = name }

    /// An element without a namespace, to be written.
    init(_ local: String, _ children: [XMLElement] = [], text: String = "") {
        name = Name(namespace: "", local: local)
        self.children = children
        self.text = text
    }
}

extension XMLElement {
    /// Each child with its step: the name and the count among those of that name, as XPath has it.
    package var steps: [(step: String, child: XMLElement)] {
        var counts: [[UInt8]: Int] = [:]
        return children.map { child in
            let key = Array(child.name.local.utf8)
            counts[key, default: 0] += 1
            return ("/\(child.name.local)[\(counts[key] ?? 1)]", child)
        }
    }
}
