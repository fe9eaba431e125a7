import Definitions
import Expressions
import Tables

/// A figure made ready to be tallied: its statistics, and the spaces of periods and members it is reported by.
struct FigurePlan: Sendable {
    /// One number of a figure: everything that is tallied apart.
    struct Statistic: Sendable {
        let name: String
        let kind: Kind
    }

    enum Kind: Sendable {
        /// Rows for which the expression is true, out of those for which it is known.
        case share(TypedExpression)
        /// Rows whose value lies in a band.
        case band(of: TypedExpression, from: Int64?, to: Int64?, isLeftClosed: Bool)
        case count
        case countPerHour
        /// Rows at an instant: the mean over the ends of hours, else those of the period's last instant.
        case stock
        case mean(TypedExpression)
        case sum(TypedExpression)
        case quantile(of: TypedExpression, Measure.Quantile)
        /// One number for each value that occurs, of which `part` is one: rows with it, out of those for which it is
        /// known.
        case mix(TypedExpression)
        case part(value: Int64)
        /// What the rows of each key come to.
        case per(TypedExpression, Measure.Summary)
        /// The days after which half have ended, of rows that may go on.
        case survival(from: TypedExpression, until: TypedExpression)
        /// One figure's count by another's; it has no rows of its own.
        case ratio(top: String, bottom: String)
        /// One figure's share less another's; it has no rows of its own.
        case difference(of: String, minus: String)
    }

    /// What rows are counted for.
    enum TallyKind: Sendable {
        case statistic(Kind)
        /// A share and the same with its limits turned, side by side: `BoundaryClass`.
        case boundary(hit: TypedExpression, turned: TypedExpression)
        /// The days that rows without an end have gone on for.
        case unended(from: TypedExpression, until: TypedExpression)
        /// Rows of the figure's denominator whose story is finished and those whose is not: `MaturityClass`.
        case maturity(Kind, isOpen: TypedExpression)
        /// Rows of a share by the months from their period's month to that in which it became true: `TriangleClass`.
        case triangle(hit: TypedExpression, until: TypedExpression, upTo: Int)

        /// How many classes of rows it tells apart.
        func width(reasons: Int) -> Int {
            switch self {
            case .statistic, .unended: Int(RowClass.excluded) + reasons
            case .boundary: BoundaryClass.count
            case .maturity: MaturityClass.count
            case .triangle(hit: _, until: _, let upTo): TriangleClass.count(upTo: upTo)
            }
        }

        var isMaturity: Bool { if case .maturity = self { true } else { false } }

        /// Whether it is counted in totals only.
        var isOfTotals: Bool { if case .triangle = self { true } else { false } }
    }

    let figure: FigureDefinition
    let statistics: [Statistic]
    private(set) var tallies: [TallyKind]
    /// Statistics that one tally serves: quantiles of the same value share theirs.
    let tallied: [Int]
    /// The dimensions that can be computed and that it is reported by, by name.
    let dimensions: [String]
    /// Further dimensions that a difference needs its two figures by.
    var alsoBy: [String] = []
    /// Not for a figure that only a difference needs.
    var isReported = true
    /// The place among all plans of the same figure with the rows of excluded periods; nothing where none concerns it.
    var twin: Int?
    /// What the force's calendar says of the figure.
    var calendar = CalendarDefinition()
    /// The figure as if the force had excluded nothing, computed to be shown beside it.
    private(set) var isTwin = false
    /// When the rows of its table are taken, where they are what is open at an instant.
    let instants: Expansion.Instants?
    /// Settings that it reads, however indirectly.
    let settings: Set<String>
    /// Its first periods look back to before the data.
    let readsTrailingWindow: Bool
    let boundary: BoundaryTest?

    init(
        _ figure: FigureDefinition, instants: Expansion.Instants?, dimensions: [String], settings: Set<String>,
        readsTrailingWindow: Bool, boundary: BoundaryTest? = nil
    ) {
        self.figure = figure
        self.instants = instants
        self.dimensions = dimensions
        self.settings = settings
        self.readsTrailingWindow = readsTrailingWindow
        self.boundary = boundary
        statistics = FigurePlan.statistics(of: figure.measure, isStock: instants != nil)
        switch (figure.measure, statistics.first) {
        case (.difference, _), (.ratioOf, _):
            tallies = []
            tallied = []
        case (.survival(let from, let until), let first?):
            tallies = [.statistic(first.kind), .unended(from: from, until: until)]
            tallied = [0]
        case (.quantiles, let first?), (.per, let first?):
            tallies = [.statistic(first.kind)]
            tallied = Array(repeating: 0, count: statistics.count)
        case (.share(let hit), let first?):
            let second = boundary.map { TallyKind.boundary(hit: hit, turned: $0.hit) }
            tallies = [.statistic(first.kind)] + (second.map { [$0] } ?? [])
            tallied = [0]
        default:
            tallies = statistics.map { .statistic($0.kind) }
            tallied = Array(statistics.indices)
        }
        if let isOpen = figure.immature, let first = statistics.first, !tallies.isEmpty {
            tallies.append(.maturity(first.kind, isOpen: isOpen))
        }
        if let triangle = figure.triangle, case .share(let hit) = figure.measure {
            tallies.append(.triangle(hit: hit, until: triangle.until, upTo: triangle.upTo))
        }
    }

    /// The names of a figure's statistics and how each is worked out, in the order of results.
    private static func statistics(of measure: Measure, isStock: Bool) -> [Statistic] {
        switch measure {
        case .count where isStock: return [Statistic(name: "open", kind: .stock)]
        case .count: return [Statistic(name: "count", kind: .count)]
        case .countPerHour: return [Statistic(name: "count_per_hour", kind: .countPerHour)]
        case .difference(let of, let minus):
            return [Statistic(name: "difference", kind: .difference(of: of, minus: minus))]
        case .mix(let value): return [Statistic(name: "share", kind: .mix(value))]
        case .per(let key, let summaries):
            return summaries.map { Statistic(name: $0.name, kind: .per(key, $0)) }
        case .survival(let from, let until):
            return [Statistic(name: "survival_median", kind: .survival(from: from, until: until))]
        case .ratioOf(let top, let bottom): return [Statistic(name: "ratio", kind: .ratio(top: top, bottom: bottom))]
        case .share(let hit): return [Statistic(name: "share", kind: .share(hit))]
        case .mean(let value): return [Statistic(name: "mean", kind: .mean(value))]
        case .sum(let value): return [Statistic(name: "sum", kind: .sum(value))]
        case .quantiles(of: let value, let quantiles):
            return quantiles.map { Statistic(name: $0.name, kind: .quantile(of: value, $0)) }
        case .bands(of: let value, let edges, let isLeftClosed):
            let ends: [Int64?] = [nil] + edges + [nil]
            return (0...edges.count).map { band in
                Statistic(
                    name: "share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed),
                    kind: .band(of: value, from: ends[band], to: ends[band + 1], isLeftClosed: isLeftClosed))
            }
        }
    }

    /// What its rows are told apart by within a period and member, where it has a number for each value or key.
    var split: TypedExpression? {
        switch figure.measure {
        case .mix(let value): value
        case .per(let key, _): key
        case .count, .countPerHour, .share, .mean, .sum, .quantiles, .bands, .difference, .survival, .ratioOf: nil
        }
    }

    /// The tallies that are kept by a dimension, or of totals; those of totals only come last.
    func tallies(by dimension: String?) -> [TallyKind] {
        dimension == nil ? tallies : tallies.filter { !$0.isOfTotals }
    }

    /// The place of a tally other than a statistic's own among `tallies`.
    func place(where isWanted: (TallyKind) -> Bool) -> Int? {
        tallies.firstIndex(where: isWanted)
    }

    /// Whether its numbers are divided by the hours that have passed.
    var countsHours: Bool {
        if case .countPerHour = statistics.first?.kind { return true }
        return instants == .hour
    }

    /// All dimensions that its rows are counted by.
    var tallyDimensions: [String] { dimensions + alsoBy }

    /// The same figure, reported by one dimension only, whether or not its definition lists it.
    func reported(by dimension: String?) -> FigurePlan {
        var plan = FigurePlan(
            figure, instants: instants, dimensions: dimension.map { [$0] } ?? [], settings: settings,
            readsTrailingWindow: readsTrailingWindow, boundary: boundary)
        plan.isReported = isReported
        plan.twin = twin
        plan.calendar = calendar
        plan.isTwin = isTwin
        if isTwin { plan.dropCompanions() }
        return plan
    }

    /// The same figure as if the force had excluded nothing.
    func twin(in definition: PipelineDefinition) -> FigurePlan {
        var plan = FigurePlan(
            figure.withoutExcludedPeriods(of: definition.calendar), instants: instants, dimensions: dimensions,
            settings: settings, readsTrailingWindow: readsTrailingWindow)
        plan.alsoBy = alsoBy
        plan.isReported = false
        plan.isTwin = true
        plan.dropCompanions()
        return plan
    }

    /// The same with no regard to excluded periods.
    var withoutTwin: FigurePlan {
        var plan = self
        plan.twin = nil
        return plan
    }

    /// Leaves the tallies of the statistics alone.
    private mutating func dropCompanions() {
        tallies.removeAll { kind in
            switch kind {
            case .maturity, .triangle: true
            case .statistic, .boundary, .unended: false
            }
        }
    }
}

extension Measure.Summary {
    /// The statistic's name in results.
    var name: String {
        switch self {
        case .quantile(let quantile): quantile.name
        case .mean(let name): name
        }
    }
}
