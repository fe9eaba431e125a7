package import Definitions
package import Tables

/// Everything the engine computes figures from. Same input, same figures, for any number of jobs.
package struct ComputeInput: Sendable {
    package let definition: PipelineDefinition
    package private(set) var tables: [SourceTable]
    package let names: Names
    package let unusable: [UnusableColumn]
    /// Columns that read as empty because no source maps them.
    package let empty: [UnusableColumn]
    package let notSupplied: [String]
    package let leftOut: [LeftOutSource]
    package let asOf: AsOf
    package let zone: ZoneTable
    /// How many child tasks may run at once.
    package let jobs: Int
    /// The tables whose rows were counted while they were read.
    package let counted: [CountedTable]

    /// The texts that the definition mentions.
    let texts: [String]

    package init(
        definition: PipelineDefinition, tables: [SourceTable], names: Names, unusable: [UnusableColumn] = [],
        empty: [UnusableColumn] = [], notSupplied: [String] = [], leftOut: [LeftOutSource] = [], asOf: AsOf,
        zone: ZoneTable, jobs: Int,
        counted: [CountedTable] = []
    ) {
        self.definition = definition
        self.tables = tables
        self.names = names
        self.unusable = unusable
        self.empty = empty
        self.notSupplied = notSupplied
        self.leftOut = leftOut
        self.asOf = asOf
        self.zone = zone
        self.jobs = jobs
        self.counted = counted
        texts = definition.texts
    }

    /// The same definitions over the rows of one table, which may look into tables that have been read.
    init(_ other: ComputeInput, over rows: SourceTable, _ names: Names, lookingInto read: [CountedTable] = []) {
        definition = other.definition
        tables = [rows]
        self.names = names
        unusable = []
        empty = []
        notSupplied = []
        leftOut = []
        asOf = other.asOf
        zone = other.zone
        jobs = 1
        counted = read
        texts = other.texts
    }

    /// The same without the rows of some tables, whose names stay.
    func withoutRows(of schemas: Set<String>) -> ComputeInput {
        var rest = self
        rest.tables = tables.map { schemas.contains($0.name) ? $0.withoutRows : $0 }
        return rest
    }

    /// What was counted of the rows behind a table, where they are not here.
    func counted(behind table: String) -> CountedTable? {
        definition.rootSchema(of: table).flatMap { root in counted.first { $0.schema == root } }
    }
}
