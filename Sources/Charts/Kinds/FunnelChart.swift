/// Shares of many bodies by the number of rows that each rests on, with the average of all and limits that narrow as rows
/// grow.
package struct FunnelChart: Sendable, Hashable {
    package enum Side: Sendable, Hashable {
        case own, similar, other
    }

    package struct Point: Sendable, Hashable {
        package let name: String
        package let count: Double
        package let amount: Amount
        package let side: Side

        package init(name: String, count: Double, amount: Amount, side: Side) {
            self.name = name
            self.count = count
            self.amount = amount
            self.side = side
        }
    }

    /// The limits at one number of rows, in percent.
    package struct Limits: Sendable, Hashable {
        package let count: Double
        package let inner: ClosedRange<Double>
        package let outer: ClosedRange<Double>
        /// The inner ones by chance alone, where the others are widened.
        package let plain: ClosedRange<Double>?

        package init(
            count: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>, plain: ClosedRange<Double>? = nil
        ) {
            self.count = count
            self.inner = inner
            self.outer = outer
            self.plain = plain
        }
    }

    package let id: String
    package let title: String
    package let points: [Point]
    package let average: Amount
    /// By ascending number of rows.
    package let limits: [Limits]
    /// What the limits are of, in a few words.
    package let limitsName: String
    package let description: String

    package init(
        id: String, title: String, points: [Point], average: Amount, limits: [Limits], limitsName: String,
        description: String
    ) {
        self.id = id
        self.title = title
        self.points = points
        self.average = average
        self.limits = limits
        self.limitsName = limitsName
        self.description = description
    }

    package var drawing: Drawing {
        let (width, top, bottom) = (720.0, 12.0, 272.0)
        let values = points.map(\.amount.value) + limits.flatMap { [$0.inner.lowerBound, $0.inner.upperBound] }
        let shares = Ticks(over: values, unit: .percent, possible: (0, 100))
        let counts = Ticks(over: points.map(\.count), unit: .number, isFromZero: true)
        let left = ((shares.labels.map { textWidth($0, size: 12) }.max() ?? 0) + 14).rounded(.up)
        let x = Scale(counts.domain, from: left, to: width - 40)
        let y = Scale(shares.domain, from: bottom, to: top)
        var body = axes(shares, counts, x, y)
        for line in lines { body.append(Shapes.polylines(clipped(line.values, x, y), line.style)) }
        let level = y.position(average.value)
        body.append(Shapes.line(x.start, level, x.end, level, "mean-line"))
        for side in [Side.other, .similar, .own] {
            for point in points where point.side == side {
                body.append(sign(of: side, x.position(point.count), y.position(point.amount.value)))
            }
        }
        let legend = legend(from: bottom + 38, width: width)
        body.append(legend.markup)
        return Drawing(
            id: id, title: title, description: description, width: width, height: legend.bottom + 8, body: body)
    }

    private var lines: [(values: [(Double, Double)], style: String)] {
        [
            (limits.map { ($0.count, $0.inner.lowerBound) }, "limit-line"),
            (limits.map { ($0.count, $0.inner.upperBound) }, "limit-line"),
            (limits.map { ($0.count, $0.outer.lowerBound) }, "mean-line"),
            (limits.map { ($0.count, $0.outer.upperBound) }, "mean-line"),
            (limits.compactMap { limit in limit.plain.map { (limit.count, $0.lowerBound) } }, "note"),
            (limits.compactMap { limit in limit.plain.map { (limit.count, $0.upperBound) } }, "note"),
        ]
    }

    /// A curve where it lies between the axes.
    private func clipped(_ values: [(Double, Double)], _ x: Scale, _ y: Scale) -> [(x: Double, y: Double)?] {
        values.map { count, value in
            y.domain.contains(value) ? (x: x.position(count), y: y.position(value)) : nil
        }
    }

    private func axes(_ shares: Ticks, _ counts: Ticks, _ x: Scale, _ y: Scale) -> Markup {
        var found = Markup()
        for (value, label) in zip(shares.values, shares.labels) {
            let level = y.position(value)
            found.append(Shapes.line(x.start, level, x.end, level, "grid"))
            found.append(Shapes.text(label, x.start - 8, level + 4, "tick", .end))
        }
        found.append(Shapes.line(x.start, y.start, x.end, y.start, "axis"))
        for (value, label) in zip(counts.values, counts.labels) {
            let place = x.position(value)
            found.append(Shapes.line(place, y.start, place, y.start + 5, "axis"))
            found.append(Shapes.text(label, place, y.start + 17, "tick", .middle))
        }
        found.append(Shapes.text("rows of the force", (x.start + x.end) / 2, y.start + 33, "tick", .middle))
        return found
    }

    /// A diamond, a triangle or a circle: apart without any colour.
    private func sign(of side: Side, _ x: Double, _ y: Double) -> Markup {
        switch side {
        case .own:
            Shapes.path(
                "M\(fixedPoint(x)) \(fixedPoint(y - 8))L\(fixedPoint(x + 8)) \(fixedPoint(y))"
                    + "L\(fixedPoint(x)) \(fixedPoint(y + 8))L\(fixedPoint(x - 8)) \(fixedPoint(y))Z", "dot b")
        case .similar:
            Shapes.path(
                "M\(fixedPoint(x)) \(fixedPoint(y - 5))L\(fixedPoint(x + 5)) \(fixedPoint(y + 4))"
                    + "L\(fixedPoint(x - 5)) \(fixedPoint(y + 4))Z", "dot a")
        case .other: Meaning.common.shape(x, y, size: 4)
        }
    }

    private func legend(from top: Double, width: Double) -> Legend {
        var legend = Legend(top: top, left: 8, width: width)
        for point in points where point.side == .own {
            legend.add("\(point.name), \(point.amount.text)") { sign(of: .own, $0, $1) }
        }
        if points.contains(where: { $0.side == .similar }) {
            legend.add("most similar group") { sign(of: .similar, $0, $1) }
        }
        if points.contains(where: { $0.side == .other }) {
            legend.add("other forces") { sign(of: .other, $0, $1) }
        }
        legend.add("all together \(average.text)") { Shapes.line($0 - 8, $1, $0 + 8, $1, "mean-line") }
        legend.add("95% and, outside, 99.8% limits, \(limitsName)") {
            Shapes.line($0 - 8, $1, $0 + 8, $1, "limit-line")
        }
        if limits.contains(where: { $0.plain != nil }) {
            legend.add("95% limits by chance alone") { Shapes.line($0 - 8, $1, $0 + 8, $1, "note") }
        }
        return legend
    }
}
