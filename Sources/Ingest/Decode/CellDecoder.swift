import Definitions

/// How the cells of one column become values: a column's form with everything compiled.
enum CellDecoder: Sendable {
    case text
    case identifier
    case flag(TokenTable)
    case integer
    case number(decimals: Int)
    case category(TokenTable)
    case date([TimeFormat])
    case time([TimeFormat])
    case timeOfDay([TimeFormat], days: [TimeFormat], follows: String?)
    case duration(ColumnForm.DurationForm)
    case pseudonym(Pseudonymiser)
    case computed
}
