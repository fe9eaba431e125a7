package import Definitions
import Synchronization
package import Tables

/// Counts the figures of tables while their rows are read, so that memory does not grow with them.
///
/// Only tables whose rows can be counted one by one are: those that look into none, or into tables that are read before them
/// and added up by key meanwhile. Trailing windows are counted last, from the few columns that they need.
package final class RunningCounts: Sendable {
    /// In the order in which their tables are to be read.
    private let folds: [TableFold]
    /// The texts of dimensions and of keys, in the order in which tasks met them.
    private let names = Mutex(Names())
    /// What is seen of the tables that have been read.
    private let folded = Mutex<[String: FoldedTable]>([:])
    private let texts: [String]

    /// - Parameter scratch: a folder for what does not fit into memory; nothing keeps all in memory.
    package init(
        _ definition: PipelineDefinition, asOf: AsOf, zone: ZoneTable, jobs: Int, scratch: String?
    ) async throws {
        let input = ComputeInput(
            definition: definition, tables: definition.schemas.map { SourceTable(ofNoRows: $0) }, names: Names(),
            asOf: asOf, zone: zone, jobs: 1)
        texts = input.texts
        var folds: [TableFold] = []
        // Those that look first: they say what they want of others.
        for table in separableTables(of: definition).reversed() {
            let wanted = folds.flatMap(\.wanted).filter {
                definition.root(ofTable: $0.key.groups.target) == table.schema.name
            }
            folds.append(
                try await TableFold(
                    table, input, seen: Dictionary(wanted.map { ($0.key, $0.value) }) { $0.union($1) }, jobs: jobs,
                    scratch: scratch))
        }
        self.folds = folds.reversed()
    }

    /// What reading hands rows to.
    package var sink: RowSink {
        RowSink(
            tables: folds.map {
                RowSink.Table(
                    name: $0.table.schema.name, words: $0.table.windowKey, lookedInto: $0.table.lookedInto)
            },
            take: { [self] rows, names, place in
                guard let fold = folds.first(where: { $0.table.schema.name == rows.name }) else { return }
                let names = names.including(texts)
                let codes = self.names.withLock { $0.codes(of: names) }
                try await fold.add(rows, names, codes, place: place, lookingInto: Array(folded(for: fold).values))
            },
            forget: { [self] name in folds.first { $0.table.schema.name == name }?.forget() })
    }

    /// What a table sees of those that it looks into, by their names; all of them have been read.
    private func folded(for fold: TableFold) -> [String: FoldedTable] {
        if fold.table.lookedInto.isEmpty { return [:] }
        return folded.withLock { folded in
            for other in folds where fold.table.lookedInto.contains(other.table.schema.name) {
                let name = other.table.schema.name
                if folded[name] == nil { folded[name] = other.folded() }
            }
            return folded.filter { fold.table.lookedInto.contains($0.key) }
        }
    }

    /// What was counted of the tables whose rows were handed on; nothing of it stays here. A table may have been held after
    /// all. Texts are numbered in the run's `names`, which get those that they
    /// lack in the order of their bytes: tasks met them in any order.
    package func finished(
        _ read: [SourceTable], names: Names, jobs: Int
    ) async throws -> (tables: [CountedTable], names: Names) {
        let met = self.names.withLock { names in
            defer { names = Names() }
            return names
        }
        let handedOn = Set(read.filter { $0.counted != nil }.map(\.name))
        var tables: [CountedTable] = []
        for fold in folds where handedOn.contains(fold.table.schema.name) {
            tables.append(try await fold.finished(names: met, jobs: jobs))
        }
        var names = names
        var codes: [Int32: Int32] = [:]
        let texts = Set(tables.flatMap(\.texts)).map { (code: $0, bytes: Array(met.bytes(of: $0))) }
        for text in texts.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            codes[text.code] = names.code(of: text.bytes[...])
        }
        for place in tables.indices { tables[place].recode(codes) }
        let held = folds.filter { fold in read.contains { $0.name == fold.table.schema.name && $0.counted == nil } }
        if held.contains(where: { !$0.table.lookedInto.isDisjoint(with: handedOn) }) {
            show(&tables, to: held, met, &names)
        }
        folded.withLock { $0 = [:] }
        return (tables, names)
    }

    /// Keeps what tables that are held see of those that were handed on.
    private func show(_ tables: inout [CountedTable], to held: [TableFold], _ met: Names, _ names: inout Names) {
        var codes: [Int32] = []
        for (mine, code) in names.codes(of: met).enumerated() where code != Missing.code {
            let missing = Int(code) + 1 - codes.count
            if missing > 0 { codes += repeatElement(Missing.code, count: missing) }
            codes[Int(code)] = Int32(mine)
        }
        codes += repeatElement(Missing.code, count: names.count - codes.count)
        for fold in held {
            let seen = folded(for: fold)
            for place in tables.indices {
                tables[place].folded = seen[tables[place].schema] ?? tables[place].folded
                tables[place].folded?.codes = codes
            }
        }
    }
}

extension PipelineDefinition {
    /// The canonical table behind one of the engine's.
    fileprivate func root(ofTable name: String) -> String? {
        schemas.first { EngineTable.name(of: .source($0.name)) == name }?.name ?? rootSchema(of: name)
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
