import Compute
package import Definitions
package import RunStore
import Tables

/// Explains how the figures of a published run came from those of another: what the rows did, what the settings and
/// standards, what the other definitions, what the program.
///
/// The older run's figures are made again with one thing of the newer run after the other put in its place, always in
/// that order, so that what each has done adds up to the whole. What cannot be made again is said.
///
/// - Parameter kpi: one KPI in all periods; nothing means the whole months, biggest movements first.
package func diffRuns(
    from older: (asOf: String, run: String), to newer: (asOf: String, run: String), in publication: Publication,
    definition current: PipelineDefinition, request: RunRequest, kpi: String?, most: Int
) async throws -> RunDiff {
    let before = try PublishedFolder(older, in: publication)
    let after = try PublishedFolder(newer, in: publication)
    let chosen = ChosenMovements(from: before, to: after, kpi: kpi, most: most)
    guard !chosen.keys.isEmpty else {
        return RunDiff(
            older: before.place, newer: after.place, movements: [], others: 0, unfinished: chosen.unfinished,
            unexplained: [])
    }
    let stages = try await Stages(
        from: before, to: after, questions: chosen.questions,
        recomputation: Recomputation(
            current: current, request: request))
    return RunDiff(
        older: before.place, newer: after.place,
        movements: chosen.keys.map { stages.movement(of: $0) }, others: chosen.others,
        unfinished: chosen.unfinished, unexplained: stages.unexplained)
}

/// The figures that say something else, and which of them to explain.
private struct ChosenMovements {
    let keys: [KeptFigure.Key]
    let others: Int
    let unfinished: Int

    var questions: [FigureQuestion] {
        keys.compactMap { key in
            Period(parsing: key.period).map { FigureQuestion(kpi: key.kpi, statistic: key.statistic, period: $0) }
        }
    }

    init(from before: PublishedFolder, to after: PublishedFolder, kpi: String?, most: Int) {
        let added = after.order.filter { before.figures[$0] == nil }
        let all = (before.order + added).filter { key in
            (kpi == nil || key.kpi == kpi)
                && before.figures[key].map(FigureNumbers.init)
                    != after.figures[key].map(FigureNumbers.init)
        }
        let end = CivilDate(before.place.asOf)
        func isOver(_ key: KeptFigure.Key) -> Bool {
            guard let period = Period(parsing: key.period), let end else { return false }
            return period.last <= end
        }
        if kpi != nil {
            keys = Array(all.prefix(most))
            others = all.count - keys.count
            unfinished = 0
            return
        }
        let over = all.filter { isOver($0) }
        unfinished = all.count - over.count
        func size(_ key: KeptFigure.Key) -> Double {
            guard let old = before.figures[key]?.value, let new = after.figures[key]?.value else { return 2 }
            let larger = max(abs(old), abs(new))
            return larger == 0 ? 0 : abs(new - old) / larger
        }
        let months = over.filter { Period(parsing: $0.period)?.kind == .month }
        let sorted = months.enumerated().map { (order: $0.offset, key: $0.element, size: size($0.element)) }
            .sorted { ($1.size, $0.order) < ($0.size, $1.order) }
        keys = sorted.prefix(most).map(\.key)
        others = over.count - keys.count
    }
}

extension FigureNumbers {
    init(_ figure: KeptFigure) {
        self.init(
            value: figure.value, numerator: figure.numerator, denominator: figure.denominator, state: figure.state,
            verdict: figure.verdict)
    }

    init(_ row: FigureRow) {
        self.init(
            value: row.value, numerator: row.numerator, denominator: row.denominator, state: row.state.rawValue,
            verdict: row.verdict?.rawValue ?? "")
    }
}
