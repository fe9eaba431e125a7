import Expressions
import Tables

/// Builds the columns of a source, computed ones after those that they read.
struct SourceColumns {
    let fields: Fields
    let schema: SchemaDefinition
    let references: ReferenceFiles
    let findings: Findings

    func build() -> [ColumnMapping] {
        var plain: [ColumnMapping] = []
        var typing = Typing(settings: [:], sources: [], findings: findings)
        let origin = TableDefinition.Origin.source(schema.name)
        var types = TableTypes(name: fields["source"]?.text ?? schema.name)
        var computed: [String: (reader: MappingReader, tree: SyntaxTree?, type: ValueType?)] = [:]
        var names: [String] = []
        for entry in fields.mapping("columns") {
            guard isGoodName(entry.key, of: "a column", at: entry.location, findings: findings),
                let keys = Fields(entry.value, "a mapped column", keys: Keys.mapping, findings: findings)
            else { continue }
            let placed = Fields("a mapped column", at: entry.location, entries: keys.entries, findings: findings)
            let reader = MappingReader(
                column: entry.key, fields: placed, schema: schema, references: references, findings: findings)
            let type = reader.type()
            let from = reader.origin()
            if placed["is"] != nil {
                names.append(entry.key)
                computed[entry.key] = (reader, placed.expression("is"), type)
                types.failed.insert(entry.key)
            } else if let type {
                types.columns[entry.key] = type
                if let from { plain.append(reader.read(origin: from, type: type)) }
            } else {
                types.failed.insert(entry.key)
            }
        }
        typing.tables[origin] = types
        let (order, cycles) = inOrder(names) { name in
            wordsIn(computed[name]?.tree?.text ?? "").own.filter { computed[$0] != nil }.sorted()
        }
        for cycle in cycles {
            findings.error(
                .cycle, "columns are computed from each other: \(cycle.joined(separator: " → "))",
                at: computed[cycle[0]]?.reader.fields.location)
        }
        let circular = Set(cycles.flatMap { $0 })
        for name in order where !circular.contains(name) {
            guard let (reader, tree, type) = computed[name], let tree,
                let typed = typing.typed(tree, in: origin, expecting: expected(type))
            else { continue }
            typing.tables[origin]?.failed.remove(name)
            typing.tables[origin]?.columns[name] = type ?? typed.type
            plain.append(reader.read(origin: .computed(typed), type: type ?? typed.type))
        }
        complainOfRolls(plain)
        return plain
    }

    /// A local category has the values that its expression gives.
    private func expected(_ type: ValueType?) -> ValueType? {
        if case .category(let values, _)? = type, values.isEmpty { return nil }
        return type
    }

    /// What a clock reading is compared with must be a time of the same source, and not a computed one: those are known
    /// only after all clocks have been read.
    private func complainOfRolls(_ columns: [ColumnMapping]) {
        let times = columns.filter { column in
            switch (column.origin, column.form) {
            case (.computed, _): false
            case (_, .time), (_, .timeOfDay), (_, .excelSerial): true
            default: false
            }
        }.map(\.column)
        for column in columns {
            guard case .timeOfDay(_, _, _, let after?) = column.form else { continue }
            let others = times.filter { $0 != column.column }
            guard !others.contains(after) else { continue }
            findings.error(
                .mapping,
                "`rolls_over_after` of `\(column.column)` names `\(after)`, which is not another time that this source "
                    + "reads", at: column.location, help: suggestion(after, others))
        }
    }
}
