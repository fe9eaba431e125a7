package import Definitions
import Synchronization
package import Tables

/// Counts the figures of tables while their rows are read, so that memory does not grow with them.
///
/// Only tables whose rows can be counted one by one are: those that nothing looks into and that look into nothing. Trailing
/// windows are counted last, from the few columns that they need.
package final class RunningCounts: Sendable {
    private let folds: [TableFold]
    /// The texts of dimensions, in the order in which tasks met them.
    private let names = Mutex(Names())

    /// - Parameter scratch: a folder for what does not fit into memory; nothing keeps all in memory.
    package init(
        _ definition: PipelineDefinition, asOf: AsOf, zone: ZoneTable, jobs: Int, scratch: String?
    ) async throws {
        let input = ComputeInput(
            definition: definition, tables: definition.schemas.map { SourceTable(ofNoRows: $0) }, names: Names(),
            asOf: asOf, zone: zone, jobs: 1)
        var folds: [TableFold] = []
        for schema in definition.schemas {
            guard let separable = SeparableTable(schema, in: definition) else { continue }
            folds.append(try await TableFold(separable, input, jobs: jobs, scratch: scratch))
        }
        self.folds = folds
    }

    /// What reading hands rows to.
    package var sink: RowSink {
        RowSink(
            tables: Dictionary(uniqueKeysWithValues: folds.map { ($0.table.schema.name, $0.table.windowKey) }),
            take: { [self] rows, names in
                let codes = self.names.withLock { $0.codes(of: names) }
                try await folds.first { $0.table.schema.name == rows.name }?.add(rows, names, codes)
            })
    }

    /// What was counted of the tables whose rows were handed on; nothing of it stays here. A table may have been held after
    /// all, and what was counted of it then says nothing. Texts are numbered in the run's `names`, which get those that they
    /// lack in the order of their bytes: tasks met them in any order.
    package func finished(
        _ read: [SourceTable], names: Names, jobs: Int
    ) async throws -> (tables: [CountedTable], names: Names) {
        var names = names
        let met = self.names.withLock { $0 }
        let texts = met.codes.map { (code: $0, bytes: Array(met.bytes(of: $0))) }
        var codes = [Int32](repeating: Missing.code, count: met.count)
        for text in texts.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            codes[Int(text.code)] = names.code(of: text.bytes[...])
        }
        let handedOn = Set(read.filter { $0.counted != nil }.map(\.name))
        var tables: [CountedTable] = []
        for fold in folds where handedOn.contains(fold.table.schema.name) {
            tables.append(try await fold.finished(names: met, codes, jobs: jobs))
        }
        return (tables, names)
    }
}

extension SourceTable {
    /// A table that may have any of its schema's columns.
    fileprivate init(ofNoRows schema: SchemaDefinition) {
        self.init(
            name: schema.name,
            fields: schema.columns.map { column in
                Field(
                    name: column.name, type: column.type, isPlanned: column.isPlanned,
                    isSensitive: column.isSensitive, column: .empty(of: column.type))
            }, rejected: [], rowFiles: RowFiles(), rowOffsets: .listed([]), files: [], key: schema.key)
    }
}
