import Compute
import Definitions
import RunStore
import SQLPrinting
import Tables

/// The tables that every run has: what it knows of itself, and the calendar, so that no engine is asked for a date.
func writeRunTables(_ input: ComputeInput, to folder: String) throws {
    for kept in KeptTable.ofEveryRun {
        var file = try TableFile(kept.name, in: folder, columns: kept.columns)
        switch kept.name {
        case KeptTable.facts:
            file.integer(input.asOf.instant)
            file.integer(Int64(input.asOf.day.days))
            file.text(input.zone.name)
            try file.endRecord()
        case KeptTable.supplied:
            for table in input.tables {
                file.text(table.name)
                try file.endRecord()
            }
        case KeptTable.notComputed: try writeNotComputed(input, to: &file)
        case KeptTable.calendar: try writeDays(input, to: &file)
        case KeptTable.periods: try writePeriods(input, to: &file)
        case KeptTable.hours: try writeHours(input, to: &file)
        case KeptTable.workingDays: try writeWorkingDays(input.definition.holidays, to: &file)
        case KeptTable.offsets: try writeOffsets(input, to: &file)
        default: break
        }
        try file.finish()
    }
}

private func writeNotComputed(_ input: ComputeInput, to file: inout TableFile) throws {
    let obstacles = notComputed(input)
    for figure in obstacles.figures {
        file.text(figure.kpi)
        file.missing()
        file.text(figure.state.rawValue)
        file.text(figure.because)
        try file.endRecord()
    }
    for untold in obstacles.dimensions {
        file.text(untold.kpi)
        file.text(untold.dimension)
        file.text(FigureRow.State.notComputable.rawValue)
        file.text("a column that it needs is not there, or too coarse")
        try file.endRecord()
    }
}

private func writeDays(_ input: ComputeInput, to file: inout TableFile) throws {
    for number in input.calendarDays {
        let day = CivilDate(days: number)
        file.integer(Int64(number))
        file.text("\(day)")
        file.integer(Int64(day.weekday))
        file.integer(Int64(day.components.month))
        for kind in [PeriodKind.week, .month, .quarter, .financialYear, .calendarYear] {
            file.text(Period(kind, containing: day).id)
        }
        file.flag(day.adding(days: 1).components.day == 1 ? 1 : 0)
        file.text(Period(.rollingTwelveMonths, containing: day).id)
        file.integer(input.zone.start(of: day))
        file.integer(input.zone.start(of: day.adding(days: 1)))
        try file.endRecord()
    }
}

private func writePeriods(_ input: ComputeInput, to file: inout TableFile) throws {
    let days = input.calendarDays
    for kind in PeriodKind.allCases where kind != .span && kind != .day {
        var period = Period(kind, containing: CivilDate(days: days.lowerBound))
        while period.last.days <= days.upperBound {
            if period.first.days >= days.lowerBound {
                file.text(kind.rawValue)
                file.text(period.id)
                file.integer(Int64(period.first.days))
                file.integer(Int64(period.last.days))
                try file.endRecord()
            }
            period = period.next
        }
    }
}

private func writeHours(_ input: ComputeInput, to file: inout TableFile) throws {
    for number in input.calendarDays {
        let day = CivilDate(days: number)
        let end = input.zone.start(of: day.adding(days: 1))
        var instant = input.zone.start(of: day)
        while instant < end {
            let hour = floorDivide(input.zone.local(instant), 3_600_000) - Int64(number) * 24
            file.integer(instant)
            file.integer(min(instant + 3_600_000, end))
            file.integer(Int64(number))
            file.integer(Int64(day.weekday * 24) + hour)
            try file.endRecord()
            instant += 3_600_000
        }
    }
}

private func writeWorkingDays(_ calendar: HolidayCalendar, to file: inout TableFile) throws {
    guard let covers = calendar.covers else { return }
    let holidays = Set(calendar.holidays)
    var count: Int64 = 0
    for number in covers.lowerBound.days...covers.upperBound.days {
        let day = CivilDate(days: number)
        if day.weekday < 5, !holidays.contains(day) { count += 1 }
        file.integer(Int64(number))
        file.integer(count)
        try file.endRecord()
    }
}

private func writeOffsets(_ input: ComputeInput, to file: inout TableFile) throws {
    let days = input.calendarDays
    var instant = input.zone.start(of: CivilDate(days: days.lowerBound))
    let end = input.zone.start(of: CivilDate(days: days.upperBound + 1))
    while instant < end {
        let interval = input.zone.interval(at: instant)
        file.integer(instant)
        file.integer(min(interval.end, end))
        file.integer(interval.offset / 1000)
        try file.endRecord()
        instant = interval.end
    }
}

extension ComputeInput {
    /// The days of the kept calendar: all that some time or date names, and whole years around them, so that every period
    /// that figures are reported by is whole. Times outside 1970 to 2099 are beyond it.
    fileprivate var calendarDays: ClosedRange<Int> {
        let limits = CivilDate(year: 1970, month: 1, day: 1).days...CivilDate(year: 2099, month: 12, day: 31).days
        var (low, high) = (asOf.day.days, asOf.day.days)
        for field in tables.flatMap(\.fields) where field.type == .time || field.type == .date {
            for row in 0..<field.column.count {
                let value = field.column.integer(at: row)
                if value == Missing.integer { continue }
                let day = field.type == .date ? Int(clamping: value) : Int(floorDivide(value, 86_400_000))
                low = min(low, day)
                high = max(high, day)
            }
        }
        let first = Period(.calendarYear, containing: CivilDate(days: max(limits.lowerBound, low - 400))).first.days
        let last = Period(.calendarYear, containing: CivilDate(days: min(limits.upperBound, high + 400))).last.days
        return max(first, limits.lowerBound)...min(max(last, first), limits.upperBound)
    }
}
