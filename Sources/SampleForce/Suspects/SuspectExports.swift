import Tables

/// The monthly exports of suspects: those named in the month, and those named before whose state changed in it. The
/// night after brings some that September's export missed.
struct SuspectExports {
    private(set) var files: [FileTruth] = []
    private(set) var figures = Figures()
    private(set) var rules = TableRules()
    /// The export of the night after and the older ones as they stand then, with the figures of September.
    private(set) var nextFiles: [FileTruth] = []
    private(set) var nextFigures = Figures()

    private let tree: Tree
    private let isClean: Bool
    private var random: SplitMix64
    /// In the order in which they were named.
    private var all: [Suspect]
    /// The newest accepted record of each suspect, by person and crime, with the place of its file.
    private var newest: [String: (record: Suspect, file: Int)] = [:]

    private static let format = ExportFormat(
        source: "suspects", folder: "suspects", stem: "suspects", headers: Suspect.headers, encoding: .utf8WithMark)

    init(_ planned: [Suspect], isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        self.tree = tree
        self.isClean = isClean
        random = seed.stream("suspect faults")
        all = planned.sorted { ($0.named, $0.crime, $0.person) < ($1.named, $1.crime, $1.person) }
        if !isClean { delay() }
        for (month, end) in Moments.monthEnds { try write(month, until: end) }
        count(newest.values.map(\.record), Month.all, in: &figures)
        try writeNextNight()
    }

    /// Three suspects of the last days of September come a night late.
    private mutating func delay() {
        let days = Moments.midnight(2026, 9, 26)..<Moments.midnight(2026, 9, 30)
        var places = all.indices.filter { days.contains(all[$0].named) }
        random.shuffle(&places)
        for place in places.prefix(3) { all[place].isLate = true }
    }

    private mutating func write(_ month: Month, until end: Int) throws {
        let days = UKClock.utc(month.first, 0)..<end
        var sheet = Sheet<Suspect>(records: [])
        for suspect in all where !suspect.isLate {
            let isNew = days.contains(suspect.named)
            let isSettled = suspect.resolved.map(days.contains) ?? false
            guard isNew || isSettled else { continue }
            var record = suspect.known(at: end)
            // Only what no other export repeats may be spoilt.
            record.marks.isTaken = !(isNew && isSettled)
            if let resolved = suspect.resolved, resolved >= end, resolved < Moments.asOf {
                record.marks.fate = .superseded
            }
            sheet.records.append(record)
        }
        if !isClean { plantFaults(in: &sheet, month) }
        for record in sheet.records where record.isAccepted {
            if record.marks.cells[.crime] != nil { rules.add("DQ23i", "suspects") }
            newest[record.key] = (record, files.count)
        }
        files.append(try sheet.write(SuspectExports.format, date: month.exportDate, tree: tree))
    }

    private mutating func plantFaults(in sheet: inout Sheet<Suspect>, _ month: Month) {
        for (_, faults) in SheetFault<Suspect>.suspects.filter({ $0.month == month }) {
            sheet.planted += sheet.records.plant(faults, &random)
        }
        guard month == Month(2025, 11) else { return }
        sheet.planted += sheet.records.repeatRecords(exactly: 3, otherwise: 2, &random) {
            $0.marks.cells[.risk] = $0.risk == .high ? "Medium" : "High"
        }
    }

    /// What changed on 1 October, who was named on it, and what September's export missed.
    private mutating func writeNextNight() throws {
        let end = Moments.asOf + 86_400
        let day = Moments.asOf..<end
        var sheet = Sheet<Suspect>(records: [])
        nextFiles = files
        for suspect in all where suspect.named < end {
            let isChanged = suspect.resolved.map(day.contains) ?? false
            guard suspect.isLate || isChanged || day.contains(suspect.named) else { continue }
            let record = suspect.known(at: end)
            sheet.records.append(record)
            if let before = newest[record.key] {
                nextFiles[before.file].accepted -= 1
                nextFiles[before.file].superseded += 1
            }
            newest[record.key] = (record, -1)
        }
        count(newest.values.map(\.record), [Month(2026, 9)], in: &nextFigures)
        nextFiles.append(
            try sheet.write(
                SuspectExports.format, date: "20261001", below: "second-night", isPacked: false, tree: tree))
    }

    private func count(_ suspects: [Suspect], _ months: [Month], in figures: inout Figures) {
        for (month, end) in Moments.monthEnds where months.contains(month) {
            let open = suspects.count { $0.isOpen(at: end) }
            figures.tally("S01", month, open, of: open, "open")
        }
    }
}

extension Suspect {
    /// Who, of which crime.
    fileprivate var key: String { "\(person) \(crime)" }
}
