import JSONText

extension LossReport {
    /// The report in words: the counts, what was lost with the worst first, what is to be put in,
    /// then a line for each value of the source.
    package var text: String {
        var lines = summary(telling: .max) { _ in nil } + [""]
        lines += entries.map { entry in
            let place = Self.named(entry.source)
            return switch entry.fate {
            case .carried(let target): "carried  \(place) -> \(Self.named(target))"
            case .changed(let target, let how):
                "changed  \(place) -> \(Self.named(target)): \(how)"
            case .lost(let why): "lost     \(place): \(why)"
            }
        }
        lines += additions.map { "added    \(Self.named($0.place)): \($0.why)" }
        return lines.map { $0 + "\n" }.joined()
    }

    /// What a person has to know of the conversion.
    /// - Parameters:
    ///   - most: how many kinds of losses are told one by one.
    ///   - value: what stands at a place of the source, in a few words.
    package func summary(
        telling most: Int, value: (String) -> String?
    ) -> [String] {
        let counts = ["carried", "changed", "lost"].map { "\(count(of: $0)) \($0)" }
        var lines = ["\(counts.joined(separator: ", ")), \(additions.count) added."]
        let losses = losses
        let told = losses.filter { $0.weight <= .identifier }
        if !told.isEmpty {
            lines.append("Lost, the worst first:")
            for loss in told.prefix(most) {
                lines.append("  \(Self.place(of: loss, value(loss.first))): \(loss.why)")
            }
            if told.count > most {
                lines.append(
                    "  and \(told.count - most) more: --report writes all of them")
            }
        }
        let original = losses.filter { $0.weight == .original }
        if !original.isEmpty {
            var names: [String] = []
            for loss in original {
                let name = loss.pattern.split(separator: "/").last { $0 != "*" }.map(String.init)
                guard let name, !names.contains(where: { $0.isSame(as: name) }) else { continue }
                names.append(name)
            }
            let values = original.reduce(0) { $0 + $1.values }
            lines.append(
                "Left behind, because it holds of the original alone: "
                    + "\(names.prefix(most).joined(separator: ", ")) (\(Self.values(values))).")
        }
        let empty = losses.filter { $0.weight == .nothing }.reduce(0) { $0 + $1.values }
        if empty > 0 { lines.append("Left out, because it says nothing: \(Self.values(empty)).") }
        if !lacking.isEmpty {
            lines.append("To be put in, because the record does not say it:")
            for (place, why) in lacking.prefix(most) {
                lines.append("  \(Self.named(place)): \(why)")
            }
            if lacking.count > most {
                lines.append("  and \(lacking.count - most) more: --report writes all of them")
            }
        }
        return lines
    }

    private static func values(_ count: Int) -> String {
        count == 1 ? "1 value" : "\(count) values"
    }

    private static func place(of loss: Loss, _ value: String?) -> String {
        let said = value.map { ", \"\($0)\"" } ?? ""
        let inside = loss.values > loss.count ? ", \(loss.values) values" : ""
        guard loss.count > 1 else { return "\(named(loss.first))\(said)\(inside)" }
        return "\(named(loss.pattern)), in \(loss.count) places\(inside), first "
            + "\(named(loss.first))\(said)"
    }

    private static func named(_ place: String) -> String { place.isEmpty ? "(the whole)" : place }
}
