import Definitions
import Tables

extension IngestResult {
    /// Puts together what the sources gave; those that failed a gate are left out, as they asked.
    init(
        of sources: inout [SourceRows], unread: [FileAccount], definition: PipelineDefinition, zone: ZoneTable,
        names: consuming Names, late: [LeftOutSource] = []
    ) throws(Diagnostic) {
        var files: [FileAccount] = []
        for source in definition.sources {
            var mine = unread.filter { $0.source == source.name }
            for rows in sources where rows.definition.name == source.name {
                mine += try rows.accounts(
                    state: rows.isStale ? .stale : rows.failures.isEmpty ? .read : .leftOut)
            }
            files += mine.sorted { left, right in
                let days = (left.exportDate?.days ?? Int.min, right.exportDate?.days ?? Int.min)
                return days.0 == days.1 ? left.file.utf8.lexicographicallyPrecedes(right.file.utf8) : days.0 < days.1
            }
        }
        var tables: [SourceTable] = []
        let notSupplied = definition.schemas.filter { schema in
            schema.listOf == nil && !schema.isOfRun && !sources.contains { $0.schema.name == schema.name }
                && !late.contains { $0.table == schema.name }
        }.map(\.name)
        var empty: [UnusableColumn] = []
        var unusable: [UnusableColumn] = []
        for schema in definition.schemas where schema.listOf == nil && !schema.isOfRun {
            let members = sources.indices.filter {
                sources[$0].schema.name == schema.name && sources[$0].failures.isEmpty
            }
            if members.isEmpty { continue }
            for (column, found) in unmappedColumns(of: schema, members.map { sources[$0] }) {
                if column.absence.isUsable(without: notSupplied) { empty.append(found) } else { unusable.append(found) }
            }
            unusable += members.flatMap { sources[$0].unusable }
            tables.append(assembleTable(schema, of: &sources, at: members))
        }
        for schema in definition.schemas {
            guard let origin = schema.listOf, let parent = tables.first(where: { $0.name == origin.schema }) else {
                continue
            }
            let separators = sources.filter { $0.schema.name == parent.name && $0.failures.isEmpty }
                .flatMap { $0.separators(of: origin.column) }
            tables.append(listTable(schema, of: origin.column, in: parent, separators: separators, names: &names))
            unusable += unusableColumns(of: schema, origin, unusable)
        }
        let ruleCounts = sources.flatMap(\.ruleCounts)
        for schema in definition.schemas where schema.isOfRun {
            tables.append(runTable(schema, files: files, ruleCounts: ruleCounts, names: &names))
        }
        self.init(
            tables: tables, names: names, files: files, ruleCounts: ruleCounts, unusable: unusable, empty: empty,
            notSupplied: notSupplied, findings: sources.flatMap { $0.findings + $0.failures.map(\.asWarning) },
            leftOut: late + sources.compactMap(\.leftOut), ofAttempt: sources.flatMap(\.ofAttempt))
    }
}

extension SourceRows {
    /// What stands between the values of a list, file by file.
    fileprivate func separators(of column: String) -> [String] {
        let mapped = definition.columns.first { $0.column == column }?.separator
        let separator = mapped ?? schema.column(named: column)?.list?.separator ?? ""
        return Array(repeating: separator, count: files.count)
    }
}

/// Columns without a value in any row because no source of a table maps them. Where only some map it, rows of the others
/// have no value, and figures count them as missing.
private func unmappedColumns(
    of schema: SchemaDefinition, _ members: [SourceRows]
) -> [(column: SchemaDefinition.Column, found: UnusableColumn)] {
    let sources = members.map(\.definition.name).joined(separator: ", ")
    return schema.columns.filter { column in members.allSatisfy { ($0.absent + $0.empty).contains(column.name) } }.map {
        column in
        var because = "not mapped by \(sources)"
        if case .readsEmptyBeside(let table) = column.absence { because += ", and no source supplies \(table)" }
        return (column, UnusableColumn(table: schema.name, column: column.name, because: because))
    }
}

extension SchemaDefinition.Absence {
    /// Whether figures may read a column that no source maps.
    fileprivate func isUsable(without notSupplied: [String]) -> Bool {
        switch self {
        case .notComputable: false
        case .reads: true
        case .readsEmptyBeside(let table): !notSupplied.contains(table)
        }
    }
}

extension SourceRows {
    fileprivate var ruleCounts: [RuleCount] {
        tallies.map {
            RuleCount(
                rule: $0.rule, source: definition.name, column: $0.column, action: $0.action, count: $0.count,
                checked: $0.checked)
        }
    }

    fileprivate var leftOut: LeftOutSource? {
        failures.first.map { LeftOutSource(source: definition.name, table: schema.name, because: $0.message) }
    }
}

extension Diagnostic {
    /// The same finding where it does not stop the run.
    var asWarning: Diagnostic {
        Diagnostic(.warning, code: code, message, at: location, help: help)
    }
}
