import Tables

/// What reading the times of a chunk needs besides the cells, and what was learnt from those before.
struct TimeContext {
    var clock: LocalClock
    let limits: TimeLimits
    /// By column: dates whose whole day has one offset and can be held, and that no null token begins like.
    private var days: [Int: PlainDays] = [:]

    init(clock: LocalClock, limits: TimeLimits) {
        self.clock = clock
        self.limits = limits
    }

    /// The dates known of a column, which are to be put back.
    fileprivate mutating func takeDays(of column: Int) -> PlainDays { days.removeValue(forKey: column) ?? PlainDays() }

    fileprivate mutating func put(_ known: consuming PlainDays, of column: Int) {
        days[column] = known
    }

    /// The instant that clocks of a day count from; `Missing.integer` unless one offset holds all day and any such time may be
    /// held.
    mutating func midnight(ofDay days: Int, isPlanned: Bool) -> Int64 {
        let offset = clock.offset(onDay: Int64(days))
        let start = Int64(days) * 86_400_000 - (offset == Missing.integer ? 0 : offset)
        guard offset != Missing.integer, limits.holds(start, isPlanned: isPlanned),
            limits.holds(start + 86_399_999, isPlanned: isPlanned)
        else { return Missing.integer }
        return start
    }
}

/// Times as UTC milliseconds. Local readings that occurred twice keep their first meaning here; `settleDoubledHours`
/// decides when the row's other times are known. `place` tells the columns of a source apart.
@inline(never)
func decodeTimes(
    _ cells: CellColumn, of place: Int, formats: [TimeFormat], isPlanned: Bool, _ context: inout TimeContext,
    _ faults: inout FaultList
) -> TimeColumn {
    var column = TimeColumn(instants: [])
    var reader = TimeReader(formats)
    let text = cells.text.span
    var days = context.takeDays(of: place)
    // The date met last.
    var last: PlainDays.Day = (PlainDate(), 0)
    let instants = [Int64](capacity: cells.count) { instants in
        for row in 0..<cells.count {
            let place = cells.place(of: row)
            var clock = last.date.clock(text, Int(place.start), Int(place.end))
            if clock == nil, let day = days.day(text, place) {
                last = day
                clock = last.date.clock(text, Int(place.start), Int(place.end))
            }
            if let clock {
                column.note(clock)
                instants.append(last.midnight &+ clock)
                continue
            }
            let cell = cells[row]
            if cell.isMissing {
                instants.append(Missing.integer)
                continue
            }
            instants.append(
                column.read(cells.text, cell, row: row, by: &reader, isPlanned: isPlanned, &context, &faults))
            let date = reader.plainDate
            let midnight = context.midnight(ofDay: date.days, isPlanned: isPlanned)
            if midnight != Missing.integer, !cells.mayBeNull(first: date.firstByte) {
                last = (date, midnight)
                days.note(last)
            }
        }
    }
    context.put(days, of: place)
    column.instants = instants
    return column
}

extension TimeColumn {
    /// The instant of a row's cell, step by step.
    @inline(never)
    fileprivate mutating func read(
        _ text: [UInt8], _ cell: RecordBatch.Cell, row: Int, by reader: inout TimeReader, isPlanned: Bool,
        _ context: inout TimeContext, _ faults: inout FaultList
    ) -> Int64 {
        switch reader.read(text, Int(cell.start), Int(cell.end)) {
        case .read:
            let local = Int64(reader.days) * 86_400_000 + reader.clock
            return taken(local, offset: reader.offset, row: row, isPlanned: isPlanned, &context, &faults)
        case .unreadable: faults.add(.unreadableTime, row: row)
        case .impossible: faults.add(.impossibleTime, row: row)
        case .placeholder: faults.add(.implausibleTime, row: row)
        }
        return Missing.integer
    }

    /// The instant of a row's local reading, or of one with its own offset; what it says of the column is noted.
    mutating func taken(
        _ local: Int64, offset: Int64, row: Int, isPlanned: Bool, _ context: inout TimeContext,
        _ faults: inout FaultList
    ) -> Int64 {
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
            return Missing.integer
        }
        note(local - floorDivide(local, 86_400_000) * 86_400_000)
        return utc
    }

    /// Counts a value, and what its milliseconds after midnight tell of how it was recorded.
    @inline(__always)
    fileprivate mutating func note(_ clock: Int64) {
        known += 1
        if clock != 0 { hasClock = true }
        if !hasSeconds, clock % 60_000 >= 1000 { hasSeconds = true }
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
        let cell = cells[row]
        guard !cell.isMissing else {
            values.append(Missing.integer)
            continue
        }
        var value = Missing.integer
        switch reader.read(text, Int(cell.start), Int(cell.end)) {
        case .read where limits.holds(day: Int64(reader.days), isPlanned: isPlanned): value = Int64(reader.days)
        case .read, .placeholder: faults.add(.implausibleTime, row: row)
        case .unreadable: faults.add(.unreadableDate, row: row)
        case .impossible: faults.add(.impossibleTime, row: row)
        }
        values.append(value)
    }
    return values
}
