/// The instants of one time column of a chunk while its rows are still being read.
struct TimeColumn {
    /// UTC milliseconds, not yet floored to the column's resolution.
    var instants: [Int64]
    /// Rows whose local reading occurred twice, ascending, with the second instant; `instants` holds the first.
    var doubled: [(row: Int, second: Int64)] = []
    /// Whether any value has a second other than zero, or a clock other than midnight: evidence about the resolution.
    var hasSeconds = false
    var hasClock = false
    /// Values read.
    var known = 0
}
