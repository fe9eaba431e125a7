package import Tables

/// What evaluating an expression over one batch of rows needs from outside the expression.
///
/// Closures are called once per distinct node and batch, never per row. Whoever builds the value decides what a relation
/// or a trailing window means; ingest, which sees one row at a time, refuses both.
package struct Evaluation {
    package let count: Int
    package let zone: ZoneTable
    /// The as-of instant, UTC milliseconds.
    package let asOf: Int64
    /// What `working_days` and `add_working_days` count by; without them both are unknown.
    package let workingDays: WorkingDays
    /// The code of a text literal; `Missing.code - 1` for a text that no row holds, which equals nothing.
    package let code: (String) -> Int32
    package let column: (String, TypedExpression.Row) throws -> Vector
    /// The value of a setting for each row, as its type stores it; a single one is that of all rows.
    package let setting: (String) throws -> Vector
    /// Lookups, related rows, trailing counts, populations, `supplied`: everything that looks beyond the row.
    package let beyond: (TypedExpression) throws -> Vector

    package init(
        count: Int, zone: ZoneTable, asOf: Int64, workingDays: WorkingDays = WorkingDays(),
        code: @escaping (String) -> Int32,
        column: @escaping (String, TypedExpression.Row) throws -> Vector,
        setting: @escaping (String) throws -> Vector, beyond: @escaping (TypedExpression) throws -> Vector
    ) {
        self.count = count
        self.zone = zone
        self.asOf = asOf
        self.workingDays = workingDays
        self.code = code
        self.column = column
        self.setting = setting
        self.beyond = beyond
    }
}
