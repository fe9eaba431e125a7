/// One record of an export, cell by cell, with what is meant to become of it.
struct Row {
    enum Fate {
        case accepted, rejected, superseded, removed, duplicate, afterAsOf
    }

    var cells: [Field: String]
    /// Seconds, for the order of records.
    let time: Int
    /// The contact and segment it shows, by place in the month.
    let call: Int
    let leg: Int
    var fate = Fate.accepted
    /// How many records a reader finds in it: two when a line break tears it.
    var records = 1
    /// Cells written without quotes whatever they hold.
    var bare: Set<Field> = []

    subscript(field: Field) -> String {
        get { cells[field] ?? "" }
        set { cells[field] = newValue }
    }
}
