/// Step 5 of hash-n-degree-quads: the groups of related nodes, and the orders of each.
extension NDegreeHashing {
    /// Steps 5, 5.1 and 5.2; false where no group is left.
    mutating func openNextGroup() throws(CanonicalizationError) -> Bool {
        let top = frames.count - 1
        let start = frames[top].endOfGroup
        let limit = frames[top].endOfEntries
        guard start < limit else { return false }
        var end = start + 1
        let hash = entries[start].hash
        while end < limit, entries[end].hash == hash { end += 1 }
        text.append(hexadecimal: related.digest(Int(hash)), algorithm)
        frames[top].group = start
        frames[top].endOfGroup = end
        frames[top].chosenPath = text.count
        frames[top].path = text.count
        frames[top].mark = issuer.issued.count
        frames[top].chosen = chosen.count
        frames[top].hasChosen = false
        frames[top].isChosenInPlace = false
        return true
    }

    /// Steps 5.4.1 to 5.4.4 for the order in which the group stands now, and what follows.
    mutating func tryOrder() throws(CanonicalizationError) {
        repeat {
            if try beginOrder() {
                if try descend() { return }
                chooseOrder()
            }
        } while try moveToNextOrder()
        closeGroup()
    }

    /// Goes on with an order after a call for one of its recursion list.
    mutating func continueOrder() throws(CanonicalizationError) {
        if !pathIsWorse() {
            if try descend() { return }
            chooseOrder()
        }
        if try moveToNextOrder() { try tryOrder() } else { closeGroup() }
    }

    /// False where the order cannot become the chosen one.
    private mutating func beginOrder() throws(CanonicalizationError) -> Bool {
        let top = frames.count - 1
        let group = frames[top].group..<frames[top].endOfGroup
        try spend(group.count)
        frames[top].nextInRecursion = issuer.issued.count
        frames[top].compared = 0
        frames[top].isBetter = false
        for index in group {
            let node = Int(entries[index].node)
            if let number = canonical.number(of: node) {  // step 5.4.4.1
                text.append(canonicalLabel: number)
            } else if let number = issuer.number(of: node) {
                text.append(temporaryLabel: number)
            } else {  // step 5.4.4.2
                text.append(temporaryLabel: issuer.issue(for: node))
            }
            if pathIsWorse() { return false }  // step 5.4.4.3
        }
        frames[top].endOfRecursion = issuer.issued.count
        return true
    }

    /// Calls for the next of the recursion list (step 5.4.5.1); false where none is left.
    private mutating func descend() throws(CanonicalizationError) -> Bool {
        let top = frames.count - 1
        guard frames[top].nextInRecursion < frames[top].endOfRecursion else { return false }
        try call(Int(issuer.issued[frames[top].nextInRecursion]))
        return true
    }

    /// Steps 5.4.5.2 to 5.4.5.4. The node's number is its place in the issuer's list.
    mutating func returnToOrder(_ digest: Digest) {
        let top = frames.count - 1
        text.append(temporaryLabel: frames[top].nextInRecursion)
        text.append(UInt8(ascii: "<"))
        text.append(hexadecimal: digest, algorithm)
        text.append(UInt8(ascii: ">"))
        frames[top].nextInRecursion += 1
    }

    /// Whether the path, however it goes on, sorts after the chosen one. The text skips an order
    /// only when its path is as long as the chosen one: that it will be worse is known before.
    /// Bytes that were compared once are not compared again.
    private mutating func pathIsWorse() -> Bool {
        let top = frames.count - 1
        let frame = frames[top]
        guard frame.hasChosen, !frame.isBetter else { return false }
        let chosenCount = frame.path - frame.chosenPath
        let pathCount = text.count - frame.path
        let common = Swift.min(pathCount, chosenCount)
        let order = unsafe text.bytes(frame.path + frame.compared..<frame.path + common)
            .order(
                against: text.bytes(frame.chosenPath + frame.compared..<frame.chosenPath + common))
        frames[top].compared = common
        frames[top].isBetter = order < 0
        return order > 0 || order == 0 && pathCount > chosenCount
    }

    /// Step 5.4.6, for a path that is not worse.
    private mutating func chooseOrder() {
        let top = frames.count - 1
        let frame = frames[top]
        let isShorter = text.count - frame.path < frame.path - frame.chosenPath
        guard !frame.hasChosen || frame.isBetter || isShorter else { return }
        text.moveTail(from: frame.path, to: frame.chosenPath)
        frames[top].path = text.count
        frames[top].hasChosen = true
        frames[top].isChosenInPlace = true
    }

    /// Step 5.4, next order: each different one of the multiset once, in lexicographic order.
    private mutating func moveToNextOrder() throws(CanonicalizationError) -> Bool {
        let frame = frames[frames.count - 1]
        text.truncate(to: frame.path)
        var pivot = frame.endOfGroup - 2
        while pivot >= frame.group, entries[pivot].node >= entries[pivot + 1].node { pivot -= 1 }
        guard pivot >= frame.group else { return false }
        var successor = frame.endOfGroup - 1
        while entries[successor].node <= entries[pivot].node { successor -= 1 }
        entries.swapAt(pivot, successor)
        entries[(pivot + 1)..<frame.endOfGroup].reverse()
        if frame.isChosenInPlace { try setChosenAside() }
        issuer.goBack(to: frame.mark)
        return true
    }

    /// Keeps what the chosen issuer has issued while other orders use the issuer. A group with one
    /// order, as in a chain, never comes here: else a chain would be copied at each link.
    private mutating func setChosenAside() throws(CanonicalizationError) {
        let top = frames.count - 1
        try spend(issuer.issued.count - frames[top].mark)
        chosen.removeSubrange(frames[top].chosen...)
        chosen.append(contentsOf: issuer.issued[frames[top].mark...])
        frames[top].isChosenInPlace = false
    }

    /// Steps 5.5 and 5.6: the chosen path is part of the data by standing where it does.
    private mutating func closeGroup() {
        let frame = frames[frames.count - 1]
        if frame.isChosenInPlace { return chosen.removeSubrange(frame.chosen...) }
        issuer.goBack(to: frame.mark)
        for node in chosen[frame.chosen...] { _ = issuer.issue(for: Int(node)) }
        chosen.removeSubrange(frame.chosen...)
    }
}
