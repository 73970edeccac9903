import RecordPages

/// The sign beside the verdict: each answer has a shape of its own, also without colour.
extension Sheet {
    func seal(_ state: Mark.State, x: Double, y: Double, radius: Double) {
        let ink = state.ink
        let stroke = radius / 6.5
        let inner = radius * 0.42
        switch state {
        case .verified:
            circle(x, y, radius: radius, ink, width: stroke)
            circle(x, y, radius: radius * 0.84, ink, width: stroke / 4)
            self.stroke(
                [
                    (x - inner, y + inner * 0.05), (x - inner * 0.25, y + inner * 0.75),
                    (x + inner * 1.05, y - inner * 0.75),
                ], ink, width: stroke)
        case .failed:
            self.stroke(octagon(x, y, radius), ink, width: stroke, isClosed: true)
            self.stroke([(x - inner, y - inner), (x + inner, y + inner)], ink, width: stroke)
            self.stroke([(x - inner, y + inner), (x + inner, y - inner)], ink, width: stroke)
        case .undetermined, .none:
            let reach = radius * 1.05
            self.stroke(
                [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], ink,
                width: stroke, isClosed: true)
            self.stroke([(x, y - inner * 1.1), (x, y + inner * 0.35)], ink, width: stroke)
            circle(x, y + inner * 0.95, radius: stroke * 0.62, ink, width: nil)
        }
    }

    private func octagon(_ x: Double, _ y: Double, _ radius: Double) -> [(x: Double, y: Double)] {
        let near = radius * 0.414
        return [
            (x - near, y - radius), (x + near, y - radius), (x + radius, y - near),
            (x + radius, y + near), (x + near, y + radius), (x - near, y + radius),
            (x - radius, y + near), (x - radius, y - near),
        ]
    }
}

extension Mark.State {
    var ink: Ink {
        switch self {
        case .verified: .verified
        case .failed: .failed
        case .undetermined: .undetermined
        case .none: .grey
        }
    }
}
