import Definitions
import Tables

/// Whether a period's rows have had their time, and what the force's calendar says of it.
extension RowMaker {
    /// The percentage of the denominator's rows whose story is not finished.
    func openShare(_ maturity: MemberTally?, in period: Period) -> Double? {
        guard let counts = maturity?.classCounts(on: days(of: period)) else { return nil }
        let open = counts[Int(MaturityClass.open)]
        let all = open + counts[Int(MaturityClass.settled)]
        return all > 0 ? Double(open) * 100 / Double(all) : nil
    }

    /// The state that the rows of a period have by themselves, whatever the data cover.
    func maturity(_ tallies: LineTallies, in period: Period) -> FigureRow.State {
        openShare(tallies.maturity, in: period).map { $0 > immatureAbove(in: period) } ?? false ? .immature : .ok
    }

    /// The setting `immature_above` on the period's first day, in percent.
    func immatureAbove(in period: Period) -> Double {
        guard let setting = facts.engine.settings["immature_above"],
            let value = setting.values.last(where: { $0.from.map { $0 <= period.first } ?? true })
        else { return RowMaker.immatureAbove }
        return setting.percent(of: value)
    }

    /// What holds where no setting says otherwise.
    private static let immatureAbove = 10.0

    /// What the force's calendar says of a period.
    func calendarFlags(in period: Period) -> FigureRow.Flags {
        let breaks = facts.plan.calendar.breaks.filter { period.range.contains($0.on.days) }
        var flags: FigureRow.Flags = []
        if !breaks.isEmpty { flags.insert(.seriesBreak) }
        if breaks.contains(where: \.isRebased) { flags.insert(.rebased) }
        if facts.plan.calendar.excluded.contains(where: { $0.overlaps(period) }) { flags.insert(.excludedPeriod) }
        return flags
    }
}

extension SettingDefinition {
    /// A value of a setting that is a percentage.
    fileprivate func percent(of value: Value) -> Double {
        if case .number = type { return Double(value.value) / 100 }
        return Double(value.value)
    }
}
