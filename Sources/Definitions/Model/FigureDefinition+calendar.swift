import Expressions
package import Tables

extension CalendarDefinition.ExcludedPeriod {
    /// The reason under which its rows are counted as left out.
    package var exclusionReason: String {
        "excluded_" + id.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "_")
    }

    /// Whether some day of a period is left out.
    package func overlaps(_ period: Period) -> Bool {
        first <= period.last && last >= period.first
    }
}

extension FigureDefinition {
    /// The same figure without the rows of excluded periods that name it: their exclusions come before its own.
    func leavingOut(_ spans: [CalendarDefinition.ExcludedPeriod], period type: ValueType?) -> FigureDefinition {
        let mine = spans.filter { $0.figures.contains(id) }
        // A difference or a ratio has no rows of its own.
        guard !mine.isEmpty, measure.sides.isEmpty else { return self }
        let column = TypedExpression(.column(period, of: .own), type ?? .time)
        let day = type == .date ? column : TypedExpression(.call(.date, [column]), .date)
        func limit(_ date: CivilDate) -> TypedExpression { TypedExpression(.integer(Int64(date.days)), .date) }
        let exclusions = mine.map { span in
            Selection.Exclusion(
                reason: span.exclusionReason,
                condition: TypedExpression(
                    .and([
                        TypedExpression(.compare(.greaterOrEqual, day, limit(span.first)), .flag),
                        TypedExpression(.compare(.lessOrEqual, day, limit(span.last)), .flag),
                    ]), .flag))
        }
        var copy = self
        copy.among = Selection(conditions: among.conditions, exclusions: exclusions + among.exclusions)
        return copy
    }

    /// The same figure as if the force had excluded nothing: what it is by its definition alone.
    package func withoutExcludedPeriods(of calendar: CalendarDefinition) -> FigureDefinition {
        let reasons = Set(calendar.excluded.filter { $0.figures.contains(id) }.map(\.exclusionReason))
        var copy = self
        copy.among = Selection(
            conditions: among.conditions, exclusions: among.exclusions.filter { !reasons.contains($0.reason) })
        return copy
    }
}

extension PipelineDefinition {
    /// The same definitions as if the force had declared neither breaks nor excluded periods.
    package var withoutCalendar: PipelineDefinition {
        var copy = self
        copy.figures = figures.map { $0.withoutExcludedPeriods(of: calendar) }
        copy.calendar = CalendarDefinition()
        return copy
    }

    /// The excluded periods that concern a figure; those of its two figures where it has no rows of its own.
    package func excludedPeriods(of figure: FigureDefinition) -> [CalendarDefinition.ExcludedPeriod] {
        let parts = figure.measure.sides
        let ids = parts.isEmpty ? [figure.id] : parts
        return calendar.excluded.filter { span in ids.contains { span.figures.contains($0) } }
    }

    /// The breaks in a figure's series, those of the two figures that it is made of included, by day.
    package func breaks(of figure: FigureDefinition) -> [CalendarDefinition.Break] {
        let ids = [figure.id] + figure.measure.sides
        return calendar.breaks.filter { found in ids.contains { found.figures.contains($0) } }.sorted {
            ($0.on, $0.id) < ($1.on, $1.id)
        }
    }
}
