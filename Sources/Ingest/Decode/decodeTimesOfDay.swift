import Tables

/// Clock readings on the day that another cell gives. A reading that would lie before the time it follows is the next
/// occurrence of that clock after it: nothing else says that midnight has passed. A reading without seconds lies before
/// only when its whole minute does.
///
/// `follows` gives the instant that a row's reading cannot precede, or `Missing.integer`.
func decodeTimesOfDay(
    _ cells: CellColumn, days: CellColumn, formats: [TimeFormat], dayFormats: [TimeFormat], isPlanned: Bool,
    follows: (Int) -> Int64, _ context: inout TimeContext, _ faults: inout FaultList
) -> TimeColumn {
    var column = TimeColumn(instants: [])
    column.instants.reserveCapacity(cells.count)
    var clocks = TimeReader(formats)
    var dates = TimeReader(dayFormats)
    let step = (formats.map(\.resolution).max() ?? 1) - 1
    for row in 0..<cells.count {
        let (cell, day) = (cells[row], days[row])
        guard !cell.isMissing, !day.isMissing else {
            column.instants.append(Missing.integer)
            continue
        }
        let clock = clocks.read(cells.text, Int(cell.start), Int(cell.end))
        let date = dates.read(days.text, Int(day.start), Int(day.end))
        guard case .read = clock, case .read = date else {
            faults.add(faultOfClock(clock, date), row: row)
            column.instants.append(Missing.integer)
            continue
        }
        var local = Int64(dates.days) * 86_400_000 + clocks.clock
        let before = follows(row)
        while before != Missing.integer {
            let gap = before - latest(context.clock.read(local)) - step
            if gap <= 0 { break }
            local += max(1, gap / 86_400_000) * 86_400_000
        }
        let instant = column.taken(
            local, offset: Missing.integer, row: row, isPlanned: isPlanned, &context, &faults)
        column.instants.append(instant)
    }
    return column
}

/// The last instant that a reading can mean: only when even that lies before is it the next day.
private func latest(_ reading: LocalClock.Reading) -> Int64 {
    switch reading {
    case .unique(let instant), .moved(let instant): instant
    case .doubled(_, let second): second
    }
}

private func faultOfClock(_ clock: TimeReader.Outcome, _ date: TimeReader.Outcome) -> FaultCode {
    switch (clock, date) {
    case (.impossible, _), (_, .impossible): .impossibleTime
    case (.unreadable, _): .unreadableTime
    case (_, .unreadable): .unreadableDate
    default: .implausibleTime
    }
}
