import Definitions
import Tables

/// What follows from how an export's rows stand to the table's: several rows for one thing, rows that are none.
func shapeLines(_ sample: ExportSample, _ matches: [String: Int], _ schema: SchemaDefinition) -> [String] {
    var lines: [String] = []
    if schema.name == "incidents", let place = matches["incident_id"] {
        let repeats = sample.repeats(of: [place] + [sample.day(ofNumbers: place)?.place].compactMap { $0 })
        if repeats > 0 {
            let firsts = ["first_assigned_at", "first_mobile_at", "first_arrived_at"].filter { matches[$0] != nil }
            lines.append("one_per: incident_id")
            lines.append(
                "    # ? \(repeats) of \(sample.rows.count) rows repeat a log: one row per log and unit, most likely;")
            lines.append("    #   propose the same file --as incident_resources, too")
            if !firsts.isEmpty { lines.append("take: { \(firsts.map { "\($0): min" }.joined(separator: ", ")) }") }
        }
    }
    if schema.name == "crimes", let place = matches["crime_id"] {
        let repeats = sample.repeats(of: [place])
        // A few are faults of the export, which are refused and told.
        if repeats * 50 > sample.rows.count {
            lines.append("one_per: crime_id")
            lines.append(
                "    # ? \(repeats) of \(sample.rows.count) rows repeat a crime: one row per victim or outcome, most likely;"
            )
            lines.append(
                "    #   columns that are not under `take` are those of the first; outcomes are a table of their own")
        }
    }
    if schema.name == "incident_resources", let place = matches["resource_hash"],
        sample.rows.contains(where: { $0[place].isEmpty })
    {
        lines.append("rows_with: \(quoted(sample.header[place]))    # ? skips the rows of logs that nobody was sent to")
    }
    return lines
}

/// Columns of the source's own that only help to read others: the time of the log, after which the clocks of its units
/// come.
func helperLines(_ sample: ExportSample, _ matches: [String: Int], _ schema: SchemaDefinition) -> [String] {
    guard schema.column(named: "created_at") == nil, let created = logTime(sample, matches),
        matches.values.contains(where: { sample.dayColumn != nil && isClock($0, sample) }),
        let format = guessTimeFormat(sample.values(of: created)).format
    else { return [] }
    let isSwapped = guessTimeFormat(sample.values(of: created)).isAmbiguous && sample.isMonthFirst == true
    return [
        "  log_created_at: { type: time, from: \(quoted(sample.header[created])), "
            + "format: \(quoted(isSwapped ? swappedDayAndMonth(format) : format)) }"
    ]
}

/// The time of the same row that a clock reading cannot precede: the table's own time, or for that the one before it.
func precedingTime(
    of column: SchemaDefinition.Column, _ matches: [String: Int], _ schema: SchemaDefinition, hasLogTime: Bool = false
) -> String? {
    guard !column.isPlanned else { return nil }
    let times = schema.columns.filter { $0.type == .time && !$0.isPlanned && matches[$0.name] != nil }.map(\.name)
    guard let place = times.firstIndex(of: column.name) else { return nil }
    let anchor = times.firstIndex(of: schema.time)
    if let anchor, place > anchor { return schema.time }
    if column.name == schema.time, hasLogTime { return "log_created_at" }
    return column.name == schema.time && place > 0 ? times[place - 1] : nil
}

private func logTime(_ sample: ExportSample, _ matches: [String: Int]) -> Int? {
    sample.header.indices.first { place in
        !matches.values.contains(place)
            && (letters(sample.header[place]) == "createdat"
                || commonHeaders(of: "created_at", in: "incidents").contains(letters(sample.header[place])))
            && guessTimeFormat(sample.values(of: place)).format.map { $0 == "iso" || $0.contains("m") } == true
    }
}

private func isClock(_ place: Int, _ sample: ExportSample) -> Bool {
    let values = sample.values(of: place)
    return !values.isEmpty && values.allSatisfy(isClockTime)
}
