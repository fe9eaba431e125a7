import Statistics

extension ControlChart {
    /// The chart as shapes.
    package var drawing: Drawing {
        let rows = markRows
        let frame = frame(rows: rows)
        var body = frame.grid
        body.append(leftOutBands(in: frame))
        body.append(frame.monthAxis)
        body.append(limitLines(in: frame))
        body.append(targetLines(in: frame))
        body.append(markLines(in: frame, rows: rows))
        body.append(companionLines(in: frame))
        body.append(series(in: frame))
        body.append(EndLabels.markup(labels(in: frame), right: frame.right, top: frame.top, bottom: frame.bottom))
        let legend = legend(below: frame)
        return Drawing(
            id: id, title: title, description: description, width: frame.width, height: legend.bottom + 6,
            body: body + legend.markup)
    }

    /// Where the values and months of this chart stand.
    var frame: MonthFrame { frame(rows: markRows) }

    private func frame(rows: Int) -> MonthFrame {
        var values = points.compactMap { $0?.amount.value } + targets.map(\.amount.value)
        for limits in limits { values += [limits.lower.value, limits.mean.value, limits.upper.value] }
        values += companions.flatMap(\.values).compactMap { $0?.value }
        return MonthFrame(
            first: first, count: points.count,
            ticks: Ticks(over: values, unit: unit, possible: (least, most)),
            labelRoom: EndLabels.room(for: labelWords.map(\.words)), top: 12 + 20 * Double(rows))
    }

    // MARK: Lines

    private func limitLines(in frame: MonthFrame) -> Markup {
        var found = Markup()
        for limits in limits {
            let (from, to) = (
                frame.x(at: Double(limits.months.lowerBound)), frame.x(at: Double(limits.months.upperBound))
            )
            for limit in [limits.lower, limits.upper] {
                let y = frame.values.position(limit.value)
                found.append(Shapes.line(from, y, to, y, "limit-line"))
            }
            let y = frame.values.position(limits.mean.value)
            found.append(Shapes.line(from, y, to, y, "mean-line"))
        }
        return found
    }

    private func targetLines(in frame: MonthFrame) -> Markup {
        targets.map { target in
            let y = frame.values.position(target.amount.value)
            return Shapes.line(
                frame.x(at: Double(target.months.lowerBound)), y, frame.x(at: Double(target.months.upperBound)), y,
                "target-line")
        }.joined
    }

    private func companionLines(in frame: MonthFrame) -> Markup {
        var found = Markup()
        for (companion, letter) in zip(companions, ["a", "b", "c"]) {
            let places = companion.values.enumerated().map { place, amount in
                amount.map { (x: frame.x(place), y: frame.values.position($0.value)) }
            }
            found.append(Shapes.polylines(parted(places), "companion \(letter)"))
            for case let place? in places {
                found.append(
                    .element(
                        "circle",
                        ["class": "dot \(letter)", "cx": fixedPoint(place.x), "cy": fixedPoint(place.y), "r": "1.8"]))
            }
        }
        return found
    }

    private func series(in frame: MonthFrame) -> Markup {
        func places(where isDrawn: (Meaning) -> Bool) -> [(x: Double, y: Double)?] {
            points.enumerated().map { place, point in
                point.flatMap { point in
                    isDrawn(point.meaning)
                        ? (x: frame.x(place), y: frame.values.position(point.amount.value)) : nil
                }
            }
        }
        var found = Shapes.polylines(parted(places { $0 != .unfinished }), "data")
        let size = points.count > 60 ? 3.0 : 4.5
        for (place, point) in points.enumerated() {
            guard let point else { continue }
            found.append(
                point.meaning.shape(frame.x(place), frame.values.position(point.amount.value), size: size))
        }
        return found
    }

    /// Points with a gap put in before each month in which something changed: no line goes across.
    private func parted(_ places: [(x: Double, y: Double)?]) -> [(x: Double, y: Double)?] {
        let starts = Set(changes.map { Int($0.rounded(.up)) })
        return places.enumerated().flatMap { place, point in
            starts.contains(place) && place > 0 ? [nil, point] : [point]
        }
    }

    // MARK: Labels

    private var labelWords: [(words: String, style: String, value: Double, place: Int)] {
        var found: [(words: String, style: String, value: Double, place: Int)] = []
        let end = points.count
        if let limits = limits.last {
            let trial = limits.isTrial ? "trial " : ""
            // A limit that is cut off has no number on the axis.
            let upper = most.flatMap { limits.upper.value > $0 ? "over \(fixedPoint($0))\(unit.suffix)" : nil }
            let lower = least.flatMap { limits.lower.value < $0 ? "under \(fixedPoint($0))\(unit.suffix)" : nil }
            let end = limits.months.upperBound
            found.append(
                ("\(trial)upper limit \(upper ?? limits.upper.text)", "limit-text", limits.upper.value, end))
            found.append(("mean \(limits.mean.text)", "limit-text", limits.mean.value, end))
            found.append(
                ("\(trial)lower limit \(lower ?? limits.lower.text)", "limit-text", limits.lower.value, end))
        }
        for target in targets where target.months.upperBound == end {
            found.append(("\(target.name) \(target.amount.text)", "target-text", target.amount.value, end))
        }
        for companion in companions {
            guard let place = companion.values.lastIndex(where: { $0 != nil }), let amount = companion.values[place]
            else { continue }
            found.append(("\(companion.name) \(amount.text)", "companion-text", amount.value, -1 - place))
        }
        if let place = newest, let point = points[place] {
            let name = name.isEmpty ? first.adding(place).label : name
            found.append(("\(name) \(point.amount.text)", "newest", point.amount.value, -1 - place))
        }
        return found
    }

    private func labels(in frame: MonthFrame) -> [EndLabels.Label] {
        labelWords.map { label in
            // Lines end with a month's end, points lie in its middle.
            let x = label.place >= 0 ? frame.x(at: Double(label.place)) : frame.x(-1 - label.place) + 6
            return EndLabels.Label(
                words: label.words, style: label.style, x: x, y: frame.values.position(label.value))
        }
    }

    private func legend(below frame: MonthFrame) -> Legend {
        var legend = Legend(top: frame.end + 2, left: 8, width: frame.width - 8)
        for meaning in Meaning.allCases where points.contains(where: { $0?.meaning == meaning }) {
            legend.add(meaning.words) { meaning.shape($0, $1, size: 4.5) }
        }
        for (place, mark) in marks.enumerated() { legend.explain(ControlChart.letter(place), mark.words) }
        return legend
    }
}
