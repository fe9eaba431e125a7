/// The frame that charts of months share: a value axis with horizontal lines, an axis of months with years, and room at
/// both sides.
struct MonthFrame {
    let width = 720.0
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let first: ChartMonth
    let count: Int
    let ticks: Ticks
    let values: Scale

    /// - Parameter labelRoom: what the labels at the right end need.
    init(first: ChartMonth, count: Int, ticks: Ticks, labelRoom: Double, top: Double, plotHeight: Double = 220) {
        self.first = first
        self.count = max(1, count)
        self.ticks = ticks
        let widest = ticks.labels.map { textWidth($0, size: 12) }.max() ?? 0
        left = (widest + 14).rounded(.up)
        right = (width - labelRoom).rounded(.down)
        self.top = top
        bottom = top + plotHeight
        values = Scale(ticks.domain, from: bottom, to: top)
    }

    /// Where the axis of months ends below.
    var end: Double { bottom + 38 }

    var step: Double { (right - left) / Double(count) }

    /// The middle of a month.
    func x(_ place: Int) -> Double { left + (Double(place) + 0.5) * step }

    /// A time in months from the beginning of the first.
    func x(at time: Double) -> Double { left + min(max(time, 0), Double(count)) * step }

    var grid: Markup {
        var found = Markup()
        for (value, label) in zip(ticks.values, ticks.labels) {
            let y = values.position(value)
            found.append(Shapes.line(left, y, right, y, "grid"))
            found.append(Shapes.text(label, left - 8, y + 4, "tick", .end))
        }
        return found
    }

    var monthAxis: Markup {
        var found = Shapes.line(left, bottom, right, bottom, "axis")
        // Of decades only years are named.
        let stride = [1, 2, 3, 6, 12].first { Double($0) * step >= 32 }
        for place in 0..<count {
            let month = first.adding(place)
            let isNamed = stride.map { (month.month - 1) % $0 == 0 } ?? false || count == 1
            if isNamed { found.append(Shapes.line(x(place), bottom, x(place), bottom + 5, "axis")) }
            if isNamed, x(place) - 13 >= 0 {
                found.append(Shapes.text(month.name, x(place), bottom + 17, "tick", .middle))
            }
        }
        return found + years
    }

    /// Each year under its months, where it has room; a line stands where one year ends.
    private var years: Markup {
        var found = Markup()
        let stride = max(1, Int((32 / (12 * step)).rounded(.up)))
        var place = 0
        while place < count {
            let year = first.adding(place).year
            let length = min(count - place, ChartMonth(year: year + 1, month: 1).index - first.index - place)
            let (from, to) = (x(at: Double(place)), x(at: Double(place + length)))
            let isNamed = stride == 1 ? to - from >= 32 : year % stride == 0 && length == 12
            if place > 0, stride == 1 || isNamed {
                found.append(Shapes.line(from, bottom, from, bottom + 34, "axis"))
            }
            if isNamed {
                found.append(Shapes.text(String(year), (from + to) / 2, bottom + 33, "year", .middle))
            }
            place += length
        }
        return found
    }
}
