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
    }

    let figure: FigureDefinition
    let statistics: [Statistic]
    /// Statistics that one tally serves: quantiles of the same value share theirs.
    let tallied: [Int]
    /// The dimensions that can be computed and that it is reported by, by name.
    let dimensions: [String]
    /// Further dimensions that a difference needs its two figures by.
    var alsoBy: [String] = []
    /// Not for a figure that only a difference needs.
    var isReported = true
    /// When the rows of its table are taken, where they are what is open at an instant.
    let instants: Expansion.Instants?
    /// Settings that it reads, however indirectly.
    let settings: Set<String>
    /// Its first periods look back to before the data.
    let readsTrailingWindow: Bool

    init(
        _ figure: FigureDefinition, instants: Expansion.Instants?, dimensions: [String], settings: Set<String>,
        readsTrailingWindow: Bool
    ) {
        self.figure = figure
        self.instants = instants
        self.dimensions = dimensions
        self.settings = settings
        self.readsTrailingWindow = readsTrailingWindow
        switch figure.measure {
        case .count where instants != nil: statistics = [Statistic(name: "open", kind: .stock)]
        case .count: statistics = [Statistic(name: "count", kind: .count)]
        case .countPerHour: statistics = [Statistic(name: "count_per_hour", kind: .countPerHour)]
        case .difference: statistics = [Statistic(name: "difference", kind: .count)]
        case .share(let hit): statistics = [Statistic(name: "share", kind: .share(hit))]
        case .mean(let value): statistics = [Statistic(name: "mean", kind: .mean(value))]
        case .sum(let value): statistics = [Statistic(name: "sum", kind: .sum(value))]
        case .quantiles(of: let value, let quantiles):
            statistics = quantiles.map { Statistic(name: $0.name, kind: .quantile(of: value, $0)) }
        case .bands(of: let value, let edges, let isLeftClosed):
            let ends: [Int64?] = [nil] + edges + [nil]
            statistics = (0...edges.count).map { band in
                Statistic(
                    name: "share:" + bandLabel(from: ends[band], to: ends[band + 1], value.type, isLeftClosed),
                    kind: .band(of: value, from: ends[band], to: ends[band + 1], isLeftClosed: isLeftClosed))
            }
        }
        if case .quantiles = figure.measure {
            tallied = Array(repeating: 0, count: statistics.count)
        } else {
            tallied = Array(statistics.indices)
        }
    }

    var tallyCount: Int { (tallied.last ?? 0) + 1 }
}

/// A band's name in words that no spreadsheet takes for a date: `under 10 s`, `10 s to under 60 s`, `60 s or more`.
private func bandLabel(from: Int64?, to: Int64?, _ type: ValueType, _ isLeftClosed: Bool) -> String {
    func text(_ value: Int64) -> String {
        guard type == .duration else { return String(value) }
        return if value % 86_400_000 == 0, value > 0 {
            "\(value / 86_400_000) d"
        } else if value % 3_600_000 == 0, value > 0 {
            "\(value / 3_600_000) h"
        } else if value % 60_000 == 0, value > 60_000 {
            "\(value / 60_000) min"
        } else if value % 1000 == 0 {
            "\(value / 1000) s"
        } else {
            "\(value) ms"
        }
    }
    switch (from, to, isLeftClosed) {
    case (nil, let high?, true): return "under \(text(high))"
    case (let low?, let high?, true): return "\(text(low)) to under \(text(high))"
    case (let low?, nil, true): return "\(text(low)) or more"
    case (nil, let high?, false): return "up to \(text(high))"
    case (let low?, let high?, false): return "over \(text(low)) to \(text(high))"
    case (let low?, nil, false): return "over \(text(low))"
    case (nil, nil, _): return "all"
    }
}
