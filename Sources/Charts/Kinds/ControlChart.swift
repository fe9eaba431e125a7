/// A chart of months with natural process limits: what was measured, what chance explains of it, and what changed when.
package struct ControlChart: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package let amount: Amount
        package let meaning: Meaning
        /// What names the point special: `outside the limits`; empty without a signal.
        package let signal: String

        package init(_ amount: Amount, _ meaning: Meaning, signal: String = "") {
            self.amount = amount
            self.meaning = meaning
            self.signal = signal
        }
    }

    /// Limits of some months. A limit beyond what is possible is drawn at the end of the possible and says so.
    package struct Limits: Sendable, Hashable {
        package let months: Range<Int>
        package let mean: Amount
        package let lower: Amount
        package let upper: Amount
        /// The months that they rest on; fewer than twelve make trial limits.
        package let baselineCount: Int

        package var isTrial: Bool { baselineCount < 12 }

        package init(months: Range<Int>, mean: Amount, lower: Amount, upper: Amount, baselineCount: Int) {
            self.months = months
            self.mean = mean
            self.lower = lower
            self.upper = upper
            self.baselineCount = baselineCount
        }
    }

    /// A level over some months.
    package struct Target: Sendable, Hashable {
        package let months: Range<Int>
        package let amount: Amount
        /// `standard` or `aim`, before its number.
        package let name: String

        package init(months: Range<Int>, amount: Amount, name: String) {
            self.months = months
            self.amount = amount
            self.name = name
        }
    }

    /// Something to know of a time, in units of months from the beginning of the first one; explained under the chart.
    package struct Mark: Sendable, Hashable {
        package enum Kind: Sendable, Hashable {
            case change, leftOut, note
        }

        package let kind: Kind
        package let from: Double
        package let to: Double
        package let words: String

        package init(_ kind: Kind, from: Double, to: Double, words: String) {
            self.kind = kind
            self.from = from
            self.to = to
            self.words = words
        }
    }

    /// Another series in the same unit, drawn without limits.
    package struct Companion: Sendable, Hashable {
        package let name: String
        package let values: [Amount?]

        package init(name: String, values: [Amount?]) {
            self.name = name
            self.values = values
        }
    }

    package let id: String
    /// What is shown, in words: the figure, its statistic, the months.
    package let title: String
    /// The name of the series, where there are companions: `median`.
    package let name: String
    package let unit: ChartUnit
    package let first: ChartMonth
    /// One for every month from the first on; nothing is a gap.
    package let points: [Point?]
    package let limits: [Limits]
    package let targets: [Target]
    package let marks: [Mark]
    package let companions: [Companion]
    /// The least and the most that is possible.
    package let least: Double?
    package let most: Double?
    /// Sentences for the description that only those know who judge: how the standard stands, what the limits are.
    package let remarks: [String]

    package init(
        id: String, title: String, name: String = "", unit: ChartUnit, first: ChartMonth, points: [Point?],
        limits: [Limits] = [], targets: [Target] = [], marks: [Mark] = [], companions: [Companion] = [],
        least: Double? = nil, most: Double? = nil, remarks: [String] = []
    ) {
        self.id = id
        self.title = title
        self.name = name
        self.unit = unit
        self.first = first
        self.points = points.map { $0.flatMap { $0.amount.value.isFinite ? $0 : nil } }
        self.limits = limits
        self.targets = targets
        self.marks = marks
        self.companions = companions
        self.least = least
        self.most = most
        self.remarks = remarks
    }

    /// Places of months at whose beginning something changed.
    var changes: [Double] { marks.filter { $0.kind == .change }.map(\.from) }

    /// The newest month that is whole and final.
    package var newest: Int? {
        points.lastIndex { $0.map { $0.meaning != .unfinished } ?? false }
    }
}
