import Tables

/// What reading the times of a chunk needs besides the cells.
struct TimeContext {
    var clock: LocalClock
    let limits: TimeLimits
}

/// Times as UTC milliseconds. Local readings that occurred twice keep their first meaning here; `settleDoubledHours`
/// decides when the row's other times are known.
func decodeTimes(
    _ cells: CellColumn, formats: [TimeFormat], isPlanned: Bool, _ context: inout TimeContext, _ faults: inout FaultList
) -> TimeColumn {
    var column = TimeColumn(instants: [])
    column.instants.reserveCapacity(cells.count)
    var reader = TimeReader(formats)
    let text = cells.text
    for row in 0..<cells.count {
        let start = cells.starts[row]
        guard start != CellColumn.missing else {
            column.instants.append(Missing.integer)
            continue
        }
        switch reader.read(text, Int(start), Int(cells.ends[row])) {
        case .read:
            let local = Int64(reader.days) * 86_400_000 + reader.clock
            column.append(
                local, offset: reader.offset, row: row, isPlanned: isPlanned, &context, &faults)
        case .unreadable:
            faults.add(.unreadableTime, row: row)
            column.instants.append(Missing.integer)
        case .impossible:
            faults.add(.impossibleTime, row: row)
            column.instants.append(Missing.integer)
        case .placeholder:
            faults.add(.implausibleTime, row: row)
            column.instants.append(Missing.integer)
        }
    }
    return column
}

extension TimeColumn {
    /// Adds a row's local reading, or one with its own offset.
    mutating func append(
        _ local: Int64, offset: Int64, row: Int, isPlanned: Bool, _ context: inout TimeContext,
        _ faults: inout FaultList
    ) {
        var utc = local
        if offset != Missing.integer {
            utc = local - offset
        } else {
            switch context.clock.read(local) {
            case .unique(let instant): utc = instant
            case .doubled(let first, let second):
                utc = first
                if context.limits.holds(first, isPlanned: isPlanned) {
                    doubled.append((row, second))
                    faults.add(.doubledHour, row: row)
                }
            case .moved(let instant):
                utc = instant
                if context.limits.holds(instant, isPlanned: isPlanned) { faults.add(.missingHour, row: row) }
            }
        }
        guard context.limits.holds(utc, isPlanned: isPlanned) else {
            faults.add(.implausibleTime, row: row)
            instants.append(Missing.integer)
            return
        }
        known += 1
        let withinDay = local - floorDivide(local, 86_400_000) * 86_400_000
        if withinDay != 0 {
            hasClock = true
            if withinDay % 60_000 >= 1000 { hasSeconds = true }
        }
        instants.append(utc)
    }
}

/// Days since 1970-01-01.
func decodeDates(
    _ cells: CellColumn, formats: [TimeFormat], isPlanned: Bool, limits: TimeLimits, _ faults: inout FaultList
) -> [Int64] {
    var values: [Int64] = []
    values.reserveCapacity(cells.count)
    var reader = TimeReader(formats)
    let text = cells.text
    for row in 0..<cells.count {
        let start = cells.starts[row]
        guard start != CellColumn.missing else {
            values.append(Missing.integer)
            continue
        }
        var value = Missing.integer
        switch reader.read(text, Int(start), Int(cells.ends[row])) {
        case .read where limits.holds(day: Int64(reader.days), isPlanned: isPlanned): value = Int64(reader.days)
        case .read, .placeholder: faults.add(.implausibleTime, row: row)
        case .unreadable: faults.add(.unreadableDate, row: row)
        case .impossible: faults.add(.impossibleTime, row: row)
        }
        values.append(value)
    }
    return values
}
