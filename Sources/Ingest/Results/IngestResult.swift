package import Tables

/// What reading all exports gave: tables for the engine, and the account of every record.
package struct IngestResult: Sendable {
    package let tables: [SourceTable]
    package let names: Names
    /// One per file found, in the order of source and date, files not read included.
    package let files: [FileAccount]
    package let ruleCounts: [RuleCount]
    /// Columns that figures may not read, and why: unmapped, too coarse, too many unknown values.
    package let unusable: [UnusableColumn]
    /// Columns that read as empty because no source maps them. No figure can be placed in time by one.
    package let empty: [UnusableColumn]
    /// Canonical tables that no source supplies.
    package let notSupplied: [String]
    /// Warnings and notes for the reader, at most a capped number per kind.
    package let findings: [Diagnostic]
    /// Sources left out because a gate stopped them and `on_gate: leave_out`.
    package let leftOut: [LeftOutSource]
    /// What the clock of this attempt gives away, such as when files arrived: for the attempt's status only, because the
    /// same inputs must give the same files at any time.
    package let ofAttempt: [Diagnostic]

    package init(
        tables: [SourceTable], names: Names, files: [FileAccount], ruleCounts: [RuleCount],
        unusable: [UnusableColumn], empty: [UnusableColumn] = [], notSupplied: [String], findings: [Diagnostic],
        leftOut: [LeftOutSource],
        ofAttempt: [Diagnostic] = []
    ) {
        self.tables = tables
        self.names = names
        self.files = files
        self.ruleCounts = ruleCounts
        self.unusable = unusable
        self.empty = empty
        self.notSupplied = notSupplied
        self.findings = findings
        self.leftOut = leftOut
        self.ofAttempt = ofAttempt
    }

    /// The account of every record, and no row.
    package var withoutRows: IngestResult {
        IngestResult(
            tables: tables.map(\.withoutRows), names: Names(), files: files, ruleCounts: ruleCounts, unusable: unusable,
            empty: empty, notSupplied: notSupplied, findings: findings, leftOut: leftOut, ofAttempt: ofAttempt)
    }
}

/// How often a rule failed, by source and column.
package struct RuleCount: Sendable, Hashable {
    package let rule: String
    package let source: String
    package let column: String
    /// `reject`, `blank`, `set`, `warn` or `count`.
    package let action: String
    package let count: Int
    /// Rows for which the rule was checked.
    package let checked: Int

    package init(rule: String, source: String, column: String, action: String, count: Int, checked: Int) {
        self.rule = rule
        self.source = source
        self.column = column
        self.action = action
        self.count = count
        self.checked = checked
    }
}
