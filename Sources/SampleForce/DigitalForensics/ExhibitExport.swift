import Tables

/// The case list of the digital forensics unit as it stands on 30 September 2026.
struct ExhibitExport {
    let file: FileTruth
    private(set) var figures = Figures()
    private(set) var rules = TableRules()

    private static let format = ExportFormat(
        source: "digital_forensics", folder: "digital_forensics", stem: "dfu_case_list", headers: Exhibit.headers,
        delimiter: ";", encoding: .utf8, lineEnd: "\n")

    init(_ planned: [Exhibit], isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        var sheet = Sheet(records: planned)
        if !isClean {
            var random = seed.stream("exhibit faults")
            sheet.planted = sheet.records.plant(SheetFault<Exhibit>.exhibits, &random)
            sheet.planted += sheet.records.repeatRecords(exactly: 3, otherwise: 2, &random) {
                $0.marks.cells[.device] = "Unknown"
            }
        }
        file = try sheet.write(ExhibitExport.format, date: "20260930", tree: tree)
        let exhibits = sheet.records.filter(\.isAccepted)
        for exhibit in exhibits { count(exhibit) }
        for (month, end) in Moments.monthEnds {
            let waiting = exhibits.count { $0.isWaiting(at: end) }
            figures.tally("D01", month, waiting, of: waiting, "open")
        }
    }

    private mutating func count(_ exhibit: Exhibit) {
        let begin = Moments.midnight(2024, 10, 1)
        let received = UKClock.local(exhibit.submitted).day.days
        // Nobody knows how long an examination waited that began before the exhibit was submitted.
        if let started = exhibit.started, started >= begin, UKClock.local(started).day.days >= received {
            figures.quantiles("D02", Month(of: started), UKClock.local(started).day.days - received)
        }
        if let completed = exhibit.completed, completed >= begin {
            figures.quantiles("D02.finish", Month(of: completed), UKClock.local(completed).day.days - received)
        }
        if exhibit.priority == .urgent, (begin..<Moments.asOf).contains(exhibit.due) {
            figures.share("D03", Month(of: exhibit.due), exhibit.completed.map { $0 <= exhibit.due } ?? false)
        }
        if exhibit.marks.cells[.crime] != nil { rules.add("DQ23j", "exhibits") }
    }
}
