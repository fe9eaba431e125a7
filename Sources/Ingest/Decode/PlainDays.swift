/// The plain dates met before, each with the instant of its midnight: times of a column go to and fro between a few days, and
/// only the first of each is read step by step.
struct PlainDays {
    typealias Day = (date: PlainDate, midnight: Int64)

    private static let bits = 6
    private var days = [Day](repeating: (PlainDate(), 0), count: 1 << PlainDays.bits)

    /// The date that a cell may begin with, if any.
    @inline(never)
    func day(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) -> Day? {
        PlainDate.slot(text, Int(cell.start), Int(cell.end), bits: PlainDays.bits).map { days[$0] }
    }

    /// Remembers a date with the instant of its midnight, which has to be that of any clock of the day.
    mutating func note(_ day: Day) {
        days[day.date.slot(bits: PlainDays.bits)] = day
    }
}
