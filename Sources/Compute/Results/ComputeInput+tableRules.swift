import Definitions
import Tables

extension ComputeInput {
    /// The same with the table of rule hits completed by the rules over derived tables, which are counted here.
    func adding(_ counts: [ComputeResult.TableRuleCount]) -> ComputeInput {
        guard let place = tables.firstIndex(where: { $0.name == RunTable.ruleHits.rawValue }) else { return self }
        var tables = tables
        tables[place] = tables[place].adding(counts, names: names)
        return ComputeInput(
            definition: definition, tables: tables, names: names, unusable: unusable, empty: empty,
            notSupplied: notSupplied, leftOut: leftOut, asOf: asOf, zone: zone, jobs: jobs, counted: counted)
    }

    /// The figures that the force leaves out, with its reasons.
    var leftOutFigures: [UncomputedFigure] {
        definition.leftOut.map { UncomputedFigure(kpi: $0.id, state: .leftOut, because: $0.because) }
    }

    /// The same with what some figures need to be whole.
    func whole(for figures: [FigureDefinition]) async throws -> ComputeInput {
        figures.contains { definition.isOfRun($0) } ? try await withTableRules() : self
    }

    /// The same with every rule over derived tables counted, for a reader of tables or of figures of the run itself.
    package func withTableRules() async throws -> ComputeInput {
        let rules = definition.rules.filter { isComputable($0, self) }
        let engine = try await buildEngine(self, for: [], rules: rules)
        return adding(try await countTableRules(rules, in: engine) + checkMonthlyRows(self).counts)
    }
}

extension SourceTable {
    fileprivate func adding(_ counts: [ComputeResult.TableRuleCount], names: Names) -> SourceTable {
        func code(_ text: String) -> Int64 { names.existingCode(of: text).map(Int64.init) ?? Missing.integer }
        let fields = fields.map { field in
            let added: [Int64] = counts.map { count in
                switch field.name {
                case "rule": code(count.rule)
                case "source": code(count.table)
                case "hits": Int64(count.count)
                case "checked": Int64(count.checked)
                default: Missing.integer
                }
            }
            let more: Column =
                field.type.isText
                ? .codes(added.map { $0 == Missing.integer ? Missing.code : Int32($0) }) : .integers(added)
            return Field(name: field.name, type: field.type, column: field.column.joined(with: more))
        }
        let first = Int64(rowCount)
        return SourceTable(
            name: name, fields: fields, rejected: rejected + Array(repeating: 0, count: counts.count),
            rowFiles: rowFiles + Array(repeating: 0, count: counts.count),
            rowOffsets: rowOffsets.listed(rowCount) + counts.indices.map { first + Int64($0) }, files: files, key: key)
    }
}
