extension ControlChart {
    private static let perRow = 24

    /// How many rows of letters stand over the chart.
    var markRows: Int { (marks.count + ControlChart.perRow - 1) / ControlChart.perRow }

    /// A to Z, then AA, AB, …
    static func letter(_ place: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
        return place < 26 ? letter : self.letter(place / 26 - 1) + letter
    }

    /// Days that do not count, as a hatched band behind everything; never thinner than can be seen.
    func leftOutBands(in frame: MonthFrame) -> Markup {
        var found = Markup()
        for (from, to) in marks.lazy.filter({ $0.kind == .leftOut }).map({ ends(of: $0, in: frame) }) {
            found.append(Shapes.rectangle(from, frame.top, to - from, frame.bottom - frame.top, "edge"))
            found.append(hatching(from: from, to: to, top: frame.top, bottom: frame.bottom))
        }
        return found
    }

    private func ends(of mark: Mark, in frame: MonthFrame) -> (Double, Double) {
        let (from, to) = (frame.x(at: mark.from), frame.x(at: mark.to))
        guard to - from < 5 else { return (from, to) }
        let middle = min(max((from + to) / 2, frame.left + 2.5), frame.right - 2.5)
        return (middle - 2.5, middle + 2.5)
    }

    /// Slanted lines cut to a rectangle: a pattern would need an id of its own and is dropped by some printers.
    private func hatching(from: Double, to: Double, top: Double, bottom: Double) -> Markup {
        let width = to - from
        var data = ""
        var y = top
        while y < bottom + width {
            let (startY, endY) = (min(y, bottom), max(y - width, top))
            let (startX, endX) = (from + (y - startY), from + (y - endY))
            if endX - startX > 0.01 {
                data += "M\(fixedPoint(startX)) \(fixedPoint(startY))L\(fixedPoint(endX)) \(fixedPoint(endY))"
            }
            y += 7
        }
        return Shapes.path(data, "hatch-line")
    }

    /// A line down from each letter; the letters keep apart.
    func markLines(in frame: MonthFrame, rows: Int) -> Markup {
        var found = Markup()
        for row in 0..<rows {
            let places = Array(marks.indices.dropFirst(row * ControlChart.perRow).prefix(ControlChart.perRow))
            let wanted = places.map { place in
                let (from, to) =
                    marks[place].kind == .leftOut
                    ? ends(of: marks[place], in: frame)
                    : (frame.x(at: marks[place].from), frame.x(at: marks[place].to))
                return (from + to) / 2
            }
            let middles = spread(wanted, size: 20, in: frame.left - 10...frame.right + 10)
            let y = 4 + Double(row) * 20
            for (place, (middle, x)) in zip(places, zip(middles, wanted)) {
                let start = "M\(fixedPoint(middle)) \(fixedPoint(y + 16))L\(fixedPoint(x)) \(fixedPoint(frame.top))"
                let end = marks[place].kind == .leftOut ? "" : "V\(fixedPoint(frame.bottom))"
                found.append(Shapes.path(start + end, marks[place].kind == .change ? "break" : "note"))
                found.append(Shapes.rectangle(middle - 9, y, 18, 16, "mark-box"))
                found.append(Shapes.text(ControlChart.letter(place), middle, y + 12, "mark-name", .middle))
            }
        }
        return found
    }
}
