import Definitions
import Tables

extension FigurePlan {
    /// Whether the rows of all days of a period count.
    var takesWholePeriods: Bool { instants == nil || instants == .hour }

    /// The days of a period whose rows count: all of them; for what is open at an instant, other than the end of every
    /// hour, the day of the period's last instant (LANGUAGE 9.A rule 8). Nothing where the period has no instant.
    func days(of period: Period, upTo asOf: CivilDate) -> ClosedRange<Int>? {
        guard let instants, !takesWholePeriods else { return period.range }
        let last = min(period.last, asOf)
        guard last >= period.first else { return nil }
        return (period.first.days...last.days).reversed().first { day in
            day == asOf.days || instants.closes(CivilDate(days: day))
        }.map { $0...$0 }
    }
}

extension PipelineDefinition {
    /// When the rows of a table are taken whose period column is an instant of a stock; nothing for other tables.
    func instants(of table: String, _ period: String) -> Expansion.Instants? {
        guard let definition = tables.first(where: { $0.name == table }) else { return nil }
        if let expansion = definition.expansion, expansion.anchor == period { return expansion.instants }
        guard case .table(let parent) = definition.from else { return nil }
        return instants(of: parent, period)
    }
}

extension Expansion.Instants {
    /// Whether the end of every such day is an instant; the as-of always is one.
    func closes(_ day: CivilDate) -> Bool {
        let isMonthEnd = day.adding(days: 1).components.day == 1
        return switch self {
        case .hour, .day: true
        case .monthEnd: isMonthEnd
        case .periodEnd: isMonthEnd || day.weekday == 6
        case .asOf: false
        }
    }
}
