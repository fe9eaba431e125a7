/// The plain dates met before, each with the instant of its midnight: times of a column go to and fro between some days, and
/// only the first of each is read step by step.
struct PlainDays {
    typealias Day = (date: PlainDate, midnight: Int64)

    /// Rows come in the order of time as a rule, and a few dates lie close in memory; all of some years are known only where
    /// they come in any order.
    private var bits = 6
    private static let mostBits = 12
    /// More dates than this that take the place of others call for more places.
    private static let mostDisplaced = 64
    private var days: [Day]
    /// How often a date took the place of another.
    private var displaced = 0

    init() {
        days = Array(repeating: (PlainDate(), 0), count: 1 << bits)
    }

    /// The date that a cell may begin with, if any.
    @inline(never)
    func day(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) -> Day? {
        PlainDate.slot(text, Int(cell.start), Int(cell.end), bits: bits).map { days[$0] }
    }

    /// Remembers a date with the instant of its midnight, which has to be that of any clock of the day.
    mutating func note(_ day: Day) {
        let known = days[day.date.slot(bits: bits)].date
        if known.isKnown, !known.isSame(as: day.date) { displaced += 1 }
        if displaced > PlainDays.mostDisplaced, bits < PlainDays.mostBits { grow() }
        days[day.date.slot(bits: bits)] = day
    }

    private mutating func grow() {
        let known = days.filter(\.date.isKnown)
        bits += 3
        displaced = 0
        days = Array(repeating: (PlainDate(), 0), count: 1 << bits)
        for day in known { days[day.date.slot(bits: bits)] = day }
    }
}
