/// The spelling of a column's cells: its type with everything that decoding needs.
package enum ColumnForm: Sendable, Hashable {
    case text
    case id
    /// Yes and no as the export spells them, besides Y/N, yes/no, true/false, T/F and 1/0.
    case flag(yes: [String], no: [String])
    case integer
    case number(decimals: Int)
    /// The values allowed after mapping; every other is unknown and counted (DQ06).
    case category([String], ordered: Bool)
    case date(formats: [String])
    /// Local times unless the format has an offset. Resolution in milliseconds.
    case time(formats: [String], resolution: Int64)
    /// A clock reading on the day of another header, the next day when it would lie before another column's time.
    case timeOfDay(formats: [String], dayHeader: [String], dayFormats: [String], rollsOverAfter: String?)
    case duration(DurationForm)
    /// Texts that mean the caller is not known, such as `Withheld`.
    case pseudonym(withheld: [String])
    /// A 15-digit or shorter spreadsheet serial, days since 1899-12-30.
    case excelSerial

    package enum DurationForm: String, Sendable, Hashable, CaseIterable {
        case seconds, minutes, hours, milliseconds
        /// `h:mm:ss`, also past 24 hours.
        case hoursMinutesSeconds = "hh:mm:ss"
        /// `m:ss`.
        case minutesSeconds = "mm:ss"
        /// A fraction of a day, as spreadsheets store times.
        case dayFraction = "day_fraction"
    }
}
