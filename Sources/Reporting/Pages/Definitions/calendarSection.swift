import Charts
import Definitions
import Tables

/// Days on which series break, spans that the force leaves out, and days that are no working days.
func calendarSection(_ definition: PipelineDefinition, _ links: FigureLinks) -> Markup {
    var items = definition.calendar.breaks.map { found in
        Markup("Break on \(Period.text(found.on)), \(found.label) (\(found.id); \(found.authority)): ")
            + figureList(found.figures, links)
    }
    items += definition.calendar.excluded.map { span in
        Markup("Left out \(daysText(span.first, span.last)), \(span.reason) (\(span.id); \(span.authority)): ")
            + figureList(span.figures, links)
    }
    items.append(Markup(holidayText(definition.holidays)))
    return .list(items)
}

private func holidayText(_ calendar: HolidayCalendar) -> String {
    guard let covers = calendar.covers else {
        return "No calendar of holidays is declared: no figure counts working days."
    }
    let span = daysText(covers.lowerBound, covers.upperBound)
    return
        "Working days are Monday to Friday but for \(counted(calendar.holidays.count, "holiday")) of \(calendar.name), "
        + "\(span) (\(calendar.authority)); days outside that span are unknown."
}

/// Tables whose rows stand in the definitions, with what they say on a day.
func referenceSection(_ definition: PipelineDefinition, on day: CivilDate) -> Markup {
    guard !definition.references.isEmpty else { return .paragraph("No table has its rows in the definitions.") }
    return definition.references.map { table -> Markup in
        let lines = referenceLines(table, on: day, limit: 60)
        return .element("h3", ["id": "rows-\(table.name)"], Markup(table.name))
            + .paragraph(lines.first ?? table.name)
            + .list(lines.dropFirst().map { Markup(String($0.drop { $0 == " " })) })
    }.joined
}
