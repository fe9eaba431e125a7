/// One bar for each member of a dimension, from nothing on, with its 95% interval as a whisker where it has one.
package struct MemberChart: Sendable, Hashable {
    package struct Bar: Sendable, Hashable {
        package let name: String
        package let amount: Amount
        package let lower: Double?
        package let upper: Double?
        /// Drawn pale: few rows, part of the period, or not final.
        package let isPale: Bool

        package init(name: String, amount: Amount, lower: Double? = nil, upper: Double? = nil, isPale: Bool = false) {
            self.name = name
            self.amount = amount
            self.lower = lower
            self.upper = upper
            self.isPale = isPale
        }
    }

    package let id: String
    package let title: String
    package let unit: ChartUnit
    package let bars: [Bar]
    package let target: Amount?
    package let targetName: String
    package let least: Double?
    package let most: Double?

    package init(
        id: String, title: String, unit: ChartUnit, bars: [Bar], target: Amount? = nil, targetName: String = "standard",
        least: Double? = nil, most: Double? = nil
    ) {
        self.id = id
        self.title = title
        self.unit = unit
        self.bars = bars.filter { $0.amount.value.isFinite }
        self.target = target
        self.targetName = targetName
        self.least = least
        self.most = most
    }

    package var description: String {
        guard let first = bars.first else { return "Bars. No member has a value." }
        let highest = bars.reduce(first) { $1.amount.value > $0.amount.value ? $1 : $0 }
        let lowest = bars.reduce(first) { $1.amount.value < $0.amount.value ? $1 : $0 }
        var text = "Bars of \(bars.count) \(bars.count == 1 ? "member" : "members"). "
        text += "Highest: \(highest.name), \(highest.amount.text). Lowest: \(lowest.name), \(lowest.amount.text)."
        if let target { text += " \(targetName.prefix(1).uppercased() + targetName.dropFirst()) \(target.text)." }
        if bars.contains(where: { $0.lower != nil && $0.upper != nil }) { text += " Whiskers are 95% intervals." }
        if bars.contains(where: \.isPale) { text += " Pale bars rest on few rows or are not final." }
        return text
    }

    package var drawing: Drawing {
        let width = 720.0
        let row = 22.0
        let top = target == nil ? 8.0 : 24
        let bottom = top + row * Double(max(1, bars.count))
        let names = bars.map { fitted($0.name, to: 210, size: 12) }
        let left = (names.map { textWidth($0, size: 12) }.max() ?? 0).rounded(.up) + 16
        let values = bars.flatMap { [$0.amount.value, $0.lower, $0.upper].compactMap { $0 } }
        let ticks = Ticks(
            over: values + [target?.value].compactMap { $0 }, unit: unit, possible: (least, most), isFromZero: true)
        let texts = bars.map(\.amount.text) + ticks.labels
        let right = width - (texts.map { textWidth($0, size: 12) }.max() ?? 0).rounded(.up) - 24
        let scale = Scale(ticks.domain, from: left, to: right)
        var body = axis(ticks, scale, top: top, bottom: bottom)
        for (place, bar) in bars.enumerated() {
            let y = top + row * (Double(place) + 0.5)
            let (zero, end) = (scale.position(0), scale.position(bar.amount.value))
            body.append(Shapes.text(names[place], left - 8, y + 4, "bar-name", .end))
            body.append(
                Shapes.rectangle(min(zero, end), y - 7, abs(end - zero), 14, bar.isPale ? "bar pale" : "bar"))
            if let lower = bar.lower, let upper = bar.upper {
                body.append(whisker(from: scale.position(lower), to: scale.position(upper), y: y))
            }
            body.append(Shapes.text(bar.amount.text, right + 12, y + 4, "bar-value"))
        }
        if let target {
            let x = scale.position(target.value)
            body.append(Shapes.line(x, top - 4, x, bottom, "target-line"))
            let words = fitted("\(targetName) \(target.text)", to: 240, size: 12, isBold: true)
            let half = textWidth(words, size: 12, isBold: true) / 2
            body.append(
                Shapes.text(words, min(max(x, half + 4), width - half - 4), 14, "target-text", .middle))
        }
        return Drawing(
            id: id, title: title, description: description, width: width, height: bottom + 26, body: body)
    }

    private func axis(_ ticks: Ticks, _ scale: Scale, top: Double, bottom: Double) -> Markup {
        var found = Markup()
        let widest = ticks.labels.map { textWidth($0, size: 12) }.max() ?? 0
        let gap = (scale.end - scale.start) / Double(ticks.values.count - 1)
        let stride = max(1, Int(((widest + 8) / gap).rounded(.up)))
        for (place, (value, label)) in zip(ticks.values, ticks.labels).enumerated() {
            let x = scale.position(value)
            found.append(Shapes.line(x, top, x, bottom, "grid"))
            if place % stride == 0 { found.append(Shapes.text(label, x, bottom + 17, "tick", .middle)) }
        }
        let zero = scale.position(0)
        found.append(Shapes.line(zero, top, zero, bottom, "axis"))
        return found
    }

    /// In two tones, so that it shows on a bar as well as beside it.
    private func whisker(from: Double, to: Double, y: Double) -> Markup {
        let data =
            "M\(fixedPoint(from)) \(fixedPoint(y - 4))V\(fixedPoint(y + 4))M\(fixedPoint(from)) \(fixedPoint(y))"
            + "H\(fixedPoint(to))M\(fixedPoint(to)) \(fixedPoint(y - 4))V\(fixedPoint(y + 4))"
        return Shapes.path(data, "whisker halo") + Shapes.path(data, "whisker")
    }
}
