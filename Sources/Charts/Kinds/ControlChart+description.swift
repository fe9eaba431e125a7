extension ControlChart {
    /// The chart in sentences, from the numbers that it is drawn of.
    package var description: String {
        var sentences = [kindSentence, newestSentence]
        if let limits = limits.last { sentences.append(limitsSentence(limits)) }
        sentences += remarks
        let present = points.compactMap { $0 }
        let special = present.count { [.improving, .concerning, .neither].contains($0.meaning) }
        if !limits.isEmpty {
            sentences.append(special == 1 ? "1 month is a special cause." : "\(special) months are special causes.")
        }
        let unfinished = present.count { $0.meaning == .unfinished }
        if unfinished > 0 {
            sentences.append(
                "\(unfinished) \(unfinished == 1 ? "month is" : "months are") part of a month or not final, drawn hollow."
            )
        }
        let gaps = points.count { $0 == nil }
        if gaps > 0 { sentences.append("\(gaps) \(gaps == 1 ? "month has" : "months have") no value.") }
        for companion in companions {
            guard let place = companion.values.lastIndex(where: { $0 != nil }), let amount = companion.values[place]
            else { continue }
            sentences.append("\(companion.name) in \(first.adding(place).label): \(amount.text).")
        }
        for mark in marks { sentences.append(mark.words.hasSuffix(".") ? mark.words : mark.words + ".") }
        return sentences.joined(separator: " ")
    }

    private var kindSentence: String {
        let kind = limits.isEmpty ? "Line chart" : "Control chart (XmR)"
        guard points.count > 1 else { return "\(kind) of one month, \(first.label)." }
        return "\(kind) of \(points.count) months, \(first.label) to \(first.adding(points.count - 1).label)."
    }

    private var newestSentence: String {
        guard let place = newest, let point = points[place] else { return "No whole month has a value." }
        let name = name.isEmpty ? "" : "\(name) "
        var text = "Newest whole month \(first.adding(place).label): \(name)\(point.amount.text)"
        if point.meaning != .plain { text += ", \(point.meaning.words)" }
        if !point.signal.isEmpty { text += " (\(point.signal))" }
        return text + "."
    }

    private func limitsSentence(_ limits: Limits) -> String {
        var text = "Mean \(limits.mean.text), limits \(limits.lower.text) to \(limits.upper.text)"
        if let least, limits.lower.value < least { text += "; the lower one is beyond what is possible" }
        if let most, limits.upper.value > most { text += "; the upper one is beyond what is possible" }
        let months = "\(limits.baselineCount) \(limits.baselineCount == 1 ? "month" : "months")"
        return text + (limits.isTrial ? "; trial limits from \(months)." : ", from \(months).")
    }
}
