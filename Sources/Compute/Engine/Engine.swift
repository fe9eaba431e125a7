import Definitions
import Expressions
import Tables

/// All tables of a run with everything that evaluation needs. Built once by one task, then read by many.
struct Engine: Sendable {
    private(set) var input: ComputeInput
    var tables: [String: EngineTable] = [:]
    /// Groups, indexes and folds shared by relations that lead to the same rows.
    var groups: [RelationGroups.Key: RelationGroups] = [:]
    var folds: [RelatedFold.Key: RelatedFold] = [:]
    var indexes: [RelationIndex.Key: RelationIndex] = [:]
    /// The columns that are read of the rows which each fold chooses.
    var readOfFolds: [RelatedFold.Key: Set<String>] = [:]
    /// Tables that are being built: what they read cannot look back into them.
    var unfinished: Set<String> = []
    /// Columns whose expressions have been prepared.
    var prepared: Set<String> = []
    /// The run's texts and those that definitions mention, so that a literal no row holds is a value like any other.
    let names: Names
    /// The numbers that the run gives to the texts of `names`, where these are a chunk's own; else empty.
    var runCodes: [Int32] = []
    let settings: [String: SettingDefinition]
    let workingDays: WorkingDays

    /// Rows evaluated at a time: large enough to spread the cost of a batch, small enough to stay in cache.
    static let batchRows = 8192

    init(_ input: consuming ComputeInput) {
        names = input.names.including(input.texts)
        settings = Dictionary(uniqueKeysWithValues: input.definition.settings.map { ($0.name, $0) })
        workingDays = WorkingDays(input.definition.holidays)
        for folded in input.counted.compactMap(\.folded) {
            for (key, pages) in folded.groups { groups[key] = RelationGroups(pages, codes: folded.codes) }
            folds.merge(folded.folds) { _, new in new }
        }
        self.input = input
    }

    /// Gives up the rows of some canonical tables and of those made from them, once they are counted; what columns and
    /// dimensions are stays known.
    mutating func forget(tablesOf schemas: Set<String>) {
        let definition = input.definition
        func isGivenUp(_ table: String) -> Bool {
            let prefix = "source."
            let root =
                table.hasPrefix(prefix) ? String(table.dropFirst(prefix.count)) : definition.rootSchema(of: table)
            return root.map(schemas.contains) ?? false
        }
        for (name, table) in tables where isGivenUp(name) { tables[name] = table.withoutRows }
        groups = groups.filter { !isGivenUp($0.key.target) }
        folds = folds.filter { !isGivenUp($0.key.groups.target) }
        indexes = indexes.filter { !isGivenUp($0.key.groups.target) }
        input = input.withoutRows(of: schemas)
    }

    /// A table that definitions name; the checker has made sure that it exists.
    func table(_ name: String) throws -> EngineTable {
        guard let table = tables[name] else { throw EngineFault.noTable(name) }
        return table
    }
}

/// A contradiction between checked definitions and the engine: a fault of ours.
enum EngineFault: Error, CustomStringConvertible {
    case noTable(String)
    case noColumn(String, table: String)
    case noRelation(String, table: String)
    case notPrepared(String)
    case lostRows
    case forgotten(String)

    var description: String {
        switch self {
        case .noTable(let name): "the engine has no table \(name)"
        case .noColumn(let name, let table): "the engine has no column \(table).\(name)"
        case .noRelation(let name, let table): "the engine has no relation \(table).\(name)"
        case .notPrepared(let what): "the engine was not prepared for \(what)"
        case .forgotten(let name): "the engine gave up the rows of \(name) too early"
        case .lostRows: "rows that were put aside on the disk cannot be read back"
        }
    }
}

extension Names {
    /// These texts and those that a definition mentions. A run's names have them from the start, so that nothing is copied.
    func including(_ texts: [String]) -> Names {
        var all = self
        for text in texts where all.existingCode(of: text) == nil { _ = all.code(of: text) }
        return all
    }
}
