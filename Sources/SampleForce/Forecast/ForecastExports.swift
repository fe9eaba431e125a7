import Tables

/// The planning tool's forecasts, one file for each quarter before it begins, and what became of them.
struct ForecastExports {
    private(set) var files: [FileTruth] = []
    private(set) var figures = Figures()

    private static let format = ExportFormat(
        source: "forecast", folder: "forecast", stem: "wfm_forecast", headers: ForecastHour.headers, delimiter: ";",
        hasControl: false)

    /// - Parameter offered: contacts by the instant at which their hour begins, and channel.
    init(_ offered: OfferedHours, scale: Int, isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        var random = seed.stream("forecast faults")
        var month = ForecastPlan.first
        while month <= Month(2026, 9) {
            let date = month.exportDate.dropLast(2) + "01"
            var sheet = Sheet<ForecastHour>(records: [])
            for _ in 0..<3 {
                sheet.records += ForecastPlan.hours(in: month, scale: scale)
                month = month.next
            }
            if isClean { sheet.records.removeAll { UKClock.changes(on: $0.day) && $0.hour == 1 } }
            sheet.planted = sheet.records.markClockChanges()
            if !isClean, date == "20260401" {
                sheet.planted += sheet.records.plant(SheetFault<ForecastHour>.hours, &random)
                sheet.planted += sheet.records.repeatRecords(exactly: 4, otherwise: 1, &random) {
                    $0.marks.cells[.volume] = "99.00"
                }
            }
            for record in sheet.records where record.isAccepted { count(record, offered) }
            files.append(try sheet.write(ForecastExports.format, date: String(date), tree: tree))
        }
    }

    /// An hour that is not over has no error.
    private mutating func count(_ hour: ForecastHour, _ offered: OfferedHours) {
        guard hour.begins + 3600 < Moments.asOf else { return }
        let came = offered.count(hour.channel, hour.begins) * 100
        let month = Month(of: hour.begins)
        figures.sum("C18.off_by", month, abs(came - hour.volume))
        figures.sum("C18.over_by", month, hour.volume - came)
        figures.sum("C18.forecast_offered", month, came)
    }
}

extension [ForecastHour] {
    /// The tool forecasts 01:00 on the night the clocks go forward, which is 02:00, and 02:00 too: two rows of one hour,
    /// of which none is taken unless they say the same.
    fileprivate mutating func markClockChanges() -> [FileTruth.Planted] {
        var doubled = 0
        var skipped = 0
        var refused = 0
        for place in indices where UKClock.changes(on: self[place].day) && self[place].hour == 1 {
            self[place].marks.isTaken = true
            guard self[place].day.components.month == 3 else {
                doubled += 1
                continue
            }
            let one = self[place]
            guard
                let next = indices.first(where: {
                    self[$0].day == one.day && self[$0].hour == 2 && self[$0].channel == one.channel
                })
            else { continue }
            self[next].marks.isTaken = true
            if self[next].volume == one.volume {
                self[next].marks.fate = .duplicate
                skipped += 1
            } else {
                self[place].marks.fate = .rejected
                self[next].marks.fate = .rejected
                refused += 2
            }
        }
        return [
            FileTruth.Planted(
                fault: "01:00 on the night the clocks went back", rule: "DQ24", code: "T01", column: "interval_start",
                fate: Row.Fate.accepted.name, count: doubled),
            FileTruth.Planted(
                fault: "01:00 on the night the clocks went forward, forecast as 02:00 is", rule: "DQ24", code: "T02",
                column: "interval_start", fate: Row.Fate.accepted.name, count: skipped),
            FileTruth.Planted(
                fault: "two forecasts of the hour after the clocks went forward", rule: "DQ04", code: nil, column: nil,
                fate: Row.Fate.rejected.name, count: refused),
        ]
    }
}

extension SheetFault<ForecastHour> {
    /// What is wrong with the forecast of one quarter.
    fileprivate static let hours: [SheetFault] = [
        SheetFault(
            name: "#REF! for a forecast", count: 3, rule: "DQ05", code: "V10", column: "forecast", fate: .rejected,
            plant: { $0.marks.cells[.volume] = "#REF!" })
    ]
}
