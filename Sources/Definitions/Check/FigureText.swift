import Crypto
import Expressions
import Tables

/// A figure's definition written out with everything it reaches, in one spelling: what its hash is made of.
///
/// Comments, layout, names and notes are not in it; columns, populations and relations are as far as they are used, and
/// settings with their dated values.
struct FigureText {
    private let tables: [TableDefinition]
    private let references: [ReferenceTable]
    private let settings: [SettingDefinition]
    private var lines: [String] = []
    private var written: Set<String> = []
    private var usedSettings: Set<String> = []

    /// `parts` are the two figures that a difference or a ratio is made of.
    init(
        _ figure: FigureDefinition, parts: [FigureDefinition], tables: [TableDefinition],
        references: [ReferenceTable], settings: [SettingDefinition]
    ) {
        self.tables = tables
        self.references = references
        self.settings = settings
        lines.append("kpi \(figure.id) table \(figure.table) period \(figure.period)")
        add(figure.among, as: "among", of: figure.table)
        if let due = figure.due { add(due, as: "due", of: figure.table) }
        lines.append("missing \(figure.missing.rawValue)")
        add(figure.measure, of: figure.table)
        if figure.times != 1 { lines.append("times \(figure.times)") }
        if let immature = figure.immature { add(immature, as: "immature", of: figure.table) }
        if let triangle = figure.triangle {
            add(triangle.until, as: "triangle up to \(triangle.upTo) until", of: figure.table)
        }
        if let compare = figure.compare { lines.append("compare \(compare)") }
        lines.append("unit \(figure.unit.word) better \(figure.better.rawValue) standard \(figure.standard ?? "none")")
        lines.append("by \(figure.by.joined(separator: " "))")
        for part in parts {
            lines += FigureText(part, parts: [], tables: tables, references: references, settings: settings).lines
        }
        if let resolution = figure.needsResolution { lines.append("needs \(resolution)") }
        if !figure.needsTables.isEmpty {
            lines.append("needs tables \(figure.needsTables.sorted().joined(separator: " "))")
        }
        if let range = figure.range { lines.append("range \(range.lowerBound) \(range.upperBound)") }
        addColumn(figure.period, of: figure.table)
        for name in figure.by {
            guard let (owner, dimension) = dimension(name, of: figure.table) else { continue }
            add(dimension.expression, as: "by \(name)", of: owner)
        }
        for name in usedSettings.sorted() {
            for value in settings.first(where: { $0.name == name })?.values ?? [] {
                lines.append("setting \(name) from \(value.from?.description ?? "the beginning") is \(value.value)")
            }
        }
    }

    /// The first twelve hexadecimal digits of the text's SHA-256.
    var hash: String {
        let digest = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
        return digest.prefix(6).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    private func table(_ name: String) -> TableDefinition? {
        tables.first { $0.name == name }
    }

    /// The dimension, and the table that declares it: this one or one that it is from.
    private func dimension(_ name: String, of table: String) -> (String, TableDefinition.Column)? {
        guard let found = self.table(table) else { return nil }
        if let dimension = found.dimensions.first(where: { $0.name == name }) { return (table, dimension) }
        if case .table(let from) = found.from { return dimension(name, of: from) }
        return nil
    }

    private mutating func add(_ measure: Measure, of table: String) {
        switch measure {
        case .count: lines.append("count")
        case .countPerHour: lines.append("count each hour")
        case .share(let value): add(value, as: "share", of: table)
        case .mean(let value): add(value, as: "mean", of: table)
        case .sum(let value): add(value, as: "sum", of: table)
        case .quantiles(of: let value, let quantiles):
            let list = quantiles.map { "\($0.name) \($0.numerator)/\($0.denominator)" }
            add(value, as: "quantiles \(list.joined(separator: " ")) of", of: table)
        case .bands(of: let value, let edges, let isLeftClosed):
            let list = edges.map(String.init).joined(separator: " ")
            add(value, as: "bands \(list) closed \(isLeftClosed ? "left" : "right") of", of: table)
        case .mix(let value): add(value, as: "mix", of: table)
        case .per(key: let key, let summaries):
            add(key, as: "per \(summaries.map(\.text).joined(separator: " ")) of", of: table)
        case .survival(let from, let until):
            add(from, as: "survival from", of: table)
            add(until, as: "survival until", of: table)
        case .ratioOf(top: let top, bottom: let bottom): lines.append("ratio of \(top) by \(bottom)")
        case .difference(of: let first, minus: let second): lines.append("difference \(first) less \(second)")
        }
    }

    private mutating func add(_ selection: Selection, as label: String, of table: String) {
        for condition in selection.conditions { add(condition, as: label, of: table) }
        for exclusion in selection.exclusions {
            add(exclusion.condition, as: "\(label) but \(exclusion.reason)", of: table)
        }
    }

    private mutating func add(_ expression: TypedExpression, as label: String, of table: String) {
        lines.append("\(label) \(expressionText(expression))")
        let used = expression.references
        usedSettings.formUnion(used.settings)
        addTable(table)
        for name in used.columns.sorted() { addColumn(name, of: table) }
        for name in used.populations.sorted() { addPopulation(name, of: table) }
        for name in used.relations.sorted() {
            guard let relation = self.table(table)?.relations.first(where: { $0.name == name }) else { continue }
            add(relation, of: table)
            for related in used.relatedColumns.filter({ $0.relation == name }).map(\.name).sorted() {
                addColumn(related, of: relation.to.name, in: relation.to)
            }
            for related in used.relatedPopulations.filter({ $0.relation == name }).map(\.name).sorted() {
                addPopulation(related, of: relation.to.name)
            }
        }
    }

    private mutating func addTable(_ name: String) {
        guard let table = table(name), written.insert("table \(name)").inserted else { return }
        lines.append("table \(name) from \(table.from.text) time \(table.time ?? "none")")
        if let expansion = table.expansion { add(expansion, of: table) }
        if let filter = table.filter { add(filter, as: "where of \(name)", of: table.from.name) }
        if case .table(let from) = table.from { addTable(from) }
    }

    private mutating func add(_ expansion: Expansion, of table: TableDefinition) {
        let from = table.from.name
        switch expansion {
        case .points(from: let start, let until, let every, as: let name):
            lines.append("\(table.name) has points \(name)")
            add(start, as: "from", of: from)
            if let until { add(until, as: "until", of: from) }
            add(every, as: "every", of: from)
        case .open(from: let start, let until, let ended, at: let instants, as: let name):
            lines.append("\(table.name) is open at each \(instants.rawValue) \(name)")
            add(start, as: "from", of: from)
            if let until { add(until, as: "until", of: from) }
            if let ended { add(ended, as: "ended", of: from) }
        case .hours(from: let start, let until, as: let name, let amount):
            lines.append("\(table.name) has hours \(name) of \(amount)")
            add(start, as: "from", of: from)
            add(until, as: "until", of: from)
        }
    }

    private mutating func addColumn(_ name: String, of table: String, in origin: TableDefinition.Origin? = nil) {
        if case .source = origin { return }
        if case .reference = origin { return addReferenceColumn(name, of: table) }
        guard let definition = self.table(table), written.insert("\(table).\(name)").inserted else { return }
        if let column = definition.columns.first(where: { $0.name == name }) {
            add(column.expression, as: "\(table).\(name) is", of: table)
        } else if let chain = definition.chain, chain.column == name {
            lines.append("\(table).\(name) follows \(chain.parent) to \(chain.id) for \(chain.hops)")
        } else if case .table(let from) = definition.from {
            addColumn(name, of: from)
        }
    }

    private mutating func addPopulation(_ name: String, of table: String) {
        guard let definition = self.table(table) else { return }
        guard let population = definition.populations.first(where: { $0.name == name }) else {
            if case .table(let from) = definition.from { addPopulation(name, of: from) }
            return
        }
        guard written.insert("population \(table).\(name)").inserted else { return }
        add(population.selection, as: "\(table).\(name) holds", of: table)
    }

    private mutating func add(_ relation: TableDefinition.Relation, of table: String) {
        guard written.insert("relation \(table).\(relation.name)").inserted else { return }
        if case .table(let target) = relation.to { addTable(target) }
        let match = relation.match.map { "\($0.mine)=\($0.theirs)" }.joined(separator: " ")
        lines.append(
            "relation \(table).\(relation.name) to \(relation.to.text) match \(match) order "
                + relation.order.joined(separator: " ") + (relation.validAt.map { " valid at \($0)" } ?? ""))
        if let day = relation.validAt { addColumn(day, of: table) }
        if case .reference(let name) = relation.to { addReferenceKeys(name) }
        for pair in relation.match {
            addColumn(pair.mine, of: table)
            addColumn(pair.theirs, of: relation.to.name, in: relation.to)
        }
        for order in relation.order { addColumn(order, of: relation.to.name, in: relation.to) }
    }

    /// The days of a reference table's rows; its keys are added as the columns that the relation matches.
    private mutating func addReferenceKeys(_ name: String) {
        guard let table = references.first(where: { $0.name == name }), let validity = table.validity else { return }
        addReferenceColumn(validity.from, of: name)
        addReferenceColumn(validity.until, of: name)
    }

    /// The cells of one column, each with the key of its row and the day it begins; the order of the rows means nothing.
    private mutating func addReferenceColumn(_ column: String, of name: String) {
        guard let table = references.first(where: { $0.name == name }),
            let place = table.columns.firstIndex(where: { $0.name == column }),
            written.insert("reference \(name).\(column)").inserted
        else { return }
        let keys = (table.key + (table.validity.map { [$0.from] } ?? [])).compactMap { key in
            table.columns.firstIndex { $0.name == key }
        }
        lines += table.rows.map { row in
            "\(name) \(keys.map { text(row[$0]) }.joined(separator: " ")) \(column) \(text(row[place]))"
        }.sorted()
    }

    private func text(_ cell: ReferenceTable.Cell) -> String {
        switch cell {
        case .missing: "null"
        case .text(let text): "'\(text)'"
        case .integer(let value): String(value)
        }
    }
}

extension Measure.Summary {
    fileprivate var text: String {
        switch self {
        case .quantile(let quantile): "\(quantile.name) \(quantile.numerator)/\(quantile.denominator)"
        case .mean(let name): "\(name) mean"
        }
    }
}
