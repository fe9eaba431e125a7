/// Shares of a whole, month by month, as stacked columns: bands of a time, the values of a mix.
///
/// Parts are told apart by pattern and by their names at the right end, not by colour alone.
package struct BandChart: Sendable, Hashable {
    package struct Part: Sendable, Hashable {
        package let name: String
        /// One for every month; nothing is a gap.
        package let shares: [Amount?]

        package init(name: String, shares: [Amount?]) {
            self.name = name
            self.shares = shares
        }
    }

    /// As many parts as patterns are told apart.
    package static let mostParts = 6

    package let id: String
    package let title: String
    package let first: ChartMonth
    /// From the bottom up, `mostParts` at most.
    package let parts: [Part]
    /// Months that are part of a month or not final.
    package let unfinished: Set<Int>
    package let remarks: [String]

    package init(
        id: String, title: String, first: ChartMonth, parts: [Part], unfinished: Set<Int> = [], remarks: [String] = []
    ) {
        self.id = id
        self.title = title
        self.first = first
        self.parts = Array(parts.prefix(BandChart.mostParts))
        self.unfinished = unfinished
        self.remarks = remarks
    }

    private var count: Int { parts.map(\.shares.count).max() ?? 0 }

    private func share(_ part: Part, _ month: Int) -> Double? {
        part.shares.indices.contains(month) ? part.shares[month]?.value : nil
    }

    /// The newest month with a value.
    private var newest: Int? {
        (0..<count).last { month in parts.contains { share($0, month) != nil } }
    }

    package var description: String {
        guard count > 0, let newest else { return "Stacked columns by month. No month has a value." }
        let shares = parts.compactMap { part in
            part.shares.indices.contains(newest) ? part.shares[newest].map { "\(part.name) \($0.text)" } : nil
        }
        var text = "Stacked columns of \(count) months, \(first.label) to \(first.adding(count - 1).label). "
        text += "\(first.adding(newest).label): \(shares.joined(separator: "; "))."
        if !unfinished.isEmpty {
            text += " \(unfinished.count) "
            text += "\(unfinished.count == 1 ? "month is" : "months are") part of a month or not final."
        }
        return ([text] + remarks).joined(separator: " ")
    }

    package var drawing: Drawing {
        let names = parts.enumerated().map { place, part in label(part, place) }
        let ticks = Ticks(over: [0, 100], unit: .percent, possible: (0, 100))
        let frame = MonthFrame(
            first: first, count: count, ticks: ticks, labelRoom: EndLabels.room(for: names), top: 12, plotHeight: 240)
        var body = Markup.element("defs", [:], parts.indices.map(pattern).joined) + frame.grid
        var labels: [EndLabels.Label] = []
        for month in 0..<count {
            var sum = 0.0
            let width = frame.step * 0.82
            for (place, part) in parts.enumerated() {
                guard let value = share(part, month), value > 0 else { continue }
                let (bottom, top) = (frame.values.position(sum), frame.values.position(sum + value))
                sum += value
                body.append(column(place, x: frame.x(month) - width / 2, top, width, bottom - top))
                if month == newest {
                    labels.append(
                        EndLabels.Label(
                            words: names[place], style: "part-name", x: frame.x(month) + width / 2,
                            y: (bottom + top) / 2))
                }
            }
            if unfinished.contains(month), sum > 0 {
                let top = frame.values.position(sum)
                body.append(
                    Shapes.rectangle(
                        frame.x(month) - width / 2 - 1.5, top - 1.5, width + 3, frame.bottom - top + 1.5,
                        "edge unfinished"))
            }
        }
        body.append(frame.monthAxis)
        body.append(EndLabels.markup(labels, right: frame.right, top: frame.top, bottom: frame.bottom))
        let legend = legend(below: frame)
        return Drawing(
            id: id, title: title, description: description, width: frame.width, height: legend.bottom + 6,
            body: body + legend.markup)
    }

    private func label(_ part: Part, _ place: Int) -> String {
        let text = newest.flatMap { part.shares.indices.contains($0) ? part.shares[$0]?.text : nil } ?? ""
        return fitted(part.name, to: 130, size: EndLabels.size, isBold: true) + " " + text
    }

    private func column(_ part: Int, x: Double, _ y: Double, _ width: Double, _ height: Double) -> Markup {
        .element(
            "rect",
            [
                "class": "edge filled", "x": fixedPoint(x), "y": fixedPoint(y), "width": fixedPoint(width),
                "height": fixedPoint(height), "fill": "url(#\(id)-part\(part + 1))",
            ])
    }

    private func legend(below frame: MonthFrame) -> Legend {
        var legend = Legend(top: frame.end + 2, left: 8, width: frame.width - 8)
        for (place, part) in parts.enumerated() {
            legend.add(part.name) { x, y in column(place, x: x - 6, y - 6, 12, 12) }
        }
        if !unfinished.isEmpty {
            legend.add("part of a month, or not final") { x, y in
                Shapes.rectangle(x - 6, y - 6, 12, 12, "edge unfinished")
            }
        }
        return legend
    }

    /// Solid, slanted, dotted, level, upright, crossed: apart in grey too.
    private func pattern(_ place: Int) -> Markup {
        let number = place + 1
        let lines =
            switch place {
            case 0: Shapes.rectangle(0, 0, 8, 8, "fill-1")
            case 1: Shapes.path("M-2 2L2 -2M0 8L8 0M6 10L10 6", "stripe stroke-2")
            case 2: Markup.element("circle", ["class": "fill-3", "cx": "4", "cy": "4", "r": "1.7"])
            case 3: Shapes.path("M0 2H8M0 6H8", "stripe stroke-4")
            case 4: Shapes.path("M2 0V8M6 0V8", "stripe stroke-5")
            default: Shapes.path("M0 0L8 8M0 8L8 0", "stripe stroke-6")
            }
        return .element(
            "pattern",
            ["id": "\(id)-part\(number)", "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"],
            Shapes.rectangle(0, 0, 8, 8, "ground") + lines)
    }
}
