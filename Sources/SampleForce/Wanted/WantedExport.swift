/// The export of the warrants database: everybody who has been wanted since 2024, as they stand on 30 September 2026.
struct WantedExport {
    let file: FileTruth
    private(set) var figures = Figures()

    private static let format = ExportFormat(
        source: "wanted", folder: "wanted", stem: "WARRANTS", titles: ["WARRANTS DB - ALL WANTED SUBJ'S", ""],
        headers: WantedPerson.headers)

    /// Seconds between looking at a case and looking at it again, and to circulation.
    private static let reviewed = 28 * 86_400
    private static let inTime = 86_400

    init(scale: Int, isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        var random = seed.stream("wanted")
        var sheet = Sheet(records: WantedPlan.people(scale: scale, &random))
        if !isClean {
            random = seed.stream("wanted faults")
            sheet.planted = sheet.records.plant(SheetFault<WantedPerson>.wanted, &random)
            sheet.planted += sheet.records.repeatRecords(exactly: 3, otherwise: 2, &random) {
                $0.marks.cells[.why] = "OTHER"
            }
        }
        file = try sheet.write(WantedExport.format, date: "20260930", tree: tree)
        let people = sheet.records.filter(\.isAccepted)
        for (month, end) in Moments.monthEnds { count(people.filter { $0.isOpen(at: end) }, month, end) }
        for person in people where person.wanted >= Moments.midnight(2024, 10, 1) { count(person) }
    }

    private mutating func count(_ open: [WantedPerson], _ month: Month, _ end: Int) {
        let circulated = open.count { $0.circulated.map { $0 < end } ?? false }
        figures.tally("S02", month, circulated, of: open.count)
        let reviewed = open.count { $0.review.map { $0 < end && $0 >= end - WantedExport.reviewed } ?? false }
        figures.tally("S04.reviewed", month, reviewed, of: open.count)
    }

    /// Nobody is judged before the day is over.
    private mutating func count(_ person: WantedPerson) {
        guard person.wanted + WantedExport.inTime < Moments.asOf else { return }
        let isInTime = person.circulated.map { $0 - person.wanted <= WantedExport.inTime } ?? false
        figures.share("S03.in_time", Month(of: person.wanted), isInTime)
    }
}
