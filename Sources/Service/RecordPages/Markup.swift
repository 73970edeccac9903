/// What a template sees: names of this room to values. Absent names are shown as nothing.
typealias Markup = [String: Any]

extension Markup {
    /// Leaves out what is nil.
    static func of(_ pairs: KeyValuePairs<String, Any?>) -> Markup {
        var markup = Markup()
        for (name, value) in pairs {
            if let value { markup[name] = value }
        }
        return markup
    }
}

extension Site {
    func markup(windowTitle: String) -> Markup {
        ["windowTitle": windowTitle, "isDemonstration": isDemonstration]
    }
}

extension Phrase {
    var markup: Markup { .of(["text": text, "lang": language]) }
}

extension Moment {
    var markup: Markup { ["machine": machine, "words": words] }
}

extension DataLine {
    var markup: Markup { ["path": path, "value": value] }
}

extension Fact {
    var markup: Markup {
        .of([
            "label": label, "value": value.markup, "href": link?.address, "isPlain": isPlain,
            "note": note, "moment": moment?.markup,
        ])
    }
}

extension Mark {
    var markup: Markup {
        .of([
            "state": state.rawValue, "short": short, "long": long, "icon": state.icon,
        ])
    }
}

extension Mark.State {
    var icon: String? {
        switch self {
        case .verified: "passed"
        case .failed: "failed"
        case .undetermined: "undetermined"
        case .none: nil
        }
    }

    var words: String {
        switch self {
        case .verified: "Verified"
        case .failed: "Not verified"
        case .undetermined: "Could not be verified"
        case .none: ""
        }
    }
}

extension CheckView.Outcome {
    /// The class that colours it; words and shape say the same without colour.
    var colour: String {
        switch self {
        case .passed: "verified"
        case .failed: "failed"
        case .undetermined, .warning: "undetermined"
        case .skipped: "none"
        }
    }
}

extension Item {
    var markup: Markup {
        var markup = Markup.of([
            "quote": quote?.markup, "notes": notes.map(\.markup), "host": link?.host,
            "more": more.map(\.markup), "hasMore": !more.isEmpty, "state": mark?.state.rawValue,
        ])
        if let title {
            markup["title"] = Markup.of(["href": link?.address, "phrase": title.markup])
        }
        if let mark {
            markup["mark"] = mark.markup.merging(
                .of(["checksAnchor": checksAnchor, "line": sourceLine])
            ) { $1 }
        }
        return markup
    }
}

extension Block {
    var markup: Markup {
        .of([
            "heading": heading, "prose": prose?.markup,
            "scale": scale.map(\.markup), "hasScale": !scale.isEmpty,
            "rubric": rubric.map(\.markup), "hasRubric": !rubric.isEmpty,
            "items": items.map(\.markup), "hasItems": !items.isEmpty,
            "facts": facts.map(\.markup), "hasFacts": !facts.isEmpty,
        ])
    }

    /// "achieved", "required" or both, as class and in words.
    fileprivate static func words(achieved: Bool, required: Bool) -> String? {
        switch (achieved, required) {
        case (true, true): "achieved, required"
        case (true, false): "achieved"
        case (false, true): "required"
        case (false, false): nil
        }
    }
}

extension ScaleStep {
    var markup: Markup {
        .of([
            "value": value, "words": Block.words(achieved: isAchieved, required: isRequired),
            "class": isAchieved ? "achieved" : isRequired ? "required" : "",
        ])
    }
}

extension RubricLevel {
    var markup: Markup {
        .of([
            "name": name, "description": description, "level": level, "points": points,
            "words": Block.words(achieved: isAchieved, required: isRequired),
            "class": isAchieved ? "achieved" : isRequired ? "required" : "",
        ])
    }
}
