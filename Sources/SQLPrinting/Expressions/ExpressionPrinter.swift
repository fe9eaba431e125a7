import Definitions
import Expressions
import Tables

/// Prints expressions over the row of one table (LANGUAGE section 2, each construct's SQL).
struct ExpressionPrinter {
    /// The row that an expression reads: its table, and the alias that the query gives it.
    struct Row {
        let table: String
        let alias: String
    }

    let catalogue: Catalogue
    let dialect: SQLDialect
    private(set) var own: Row
    /// What a relation to the own table reads while that table's view is still being put together.
    let ownRows: String?
    /// The related row, inside the condition of an aggregate.
    var related: Row?

    init(_ catalogue: Catalogue, _ dialect: SQLDialect, over table: String, as alias: String, ownRows: String? = nil) {
        self.catalogue = catalogue
        self.dialect = dialect
        own = Row(table: table, alias: alias)
        self.ownRows = ownRows
    }

    /// The same row, seen as one of a table that its own comes from.
    func over(_ table: String) -> ExpressionPrinter {
        var printer = self
        printer.own = Row(table: table, alias: own.alias)
        return printer
    }

    /// The expression, in parentheses unless it needs none anywhere.
    func operand(_ expression: TypedExpression) throws -> String {
        let (text, isSimple) = try spelled(expression)
        return isSimple ? text : "(\(text))"
    }

    /// The expression where nothing binds to it.
    func print(_ expression: TypedExpression) throws -> String {
        try spelled(expression).text
    }

    private func spelled(_ expression: TypedExpression) throws -> (text: String, isSimple: Bool) {
        switch expression.node {
        case .null: return ("cast(null as \(dialect.type(of: expression.type)))", true)
        case .flag(let value): return (value ? "true" : "false", true)
        case .integer(let value): return (number(value, expression.type), value >= 0)
        case .text(let text): return (literal(text), true)
        case .column(let name, let row): return (try column(name, of: self.row(row)), true)
        case .lookup(let relation, let column): return (try lookup(column, through: relation), true)
        case .setting(let name): return (try setting(name), true)
        case .asOf: return ("(select \(quoted("as_of_ms")) from \(quoted(KeptTable.facts)))", true)
        case .population(let name, let row):
            let row = self.row(row)
            let home = try catalogue.home(ofPopulation: name, of: row.table)
            return ("\(row.alias).\(quoted(ColumnName.population(name, of: home)))", true)
        case .supplied(let schema):
            let table = quoted(KeptTable.supplied)
            return ("exists (select 1 from \(table) where \(quoted("table")) = \(literal(schema)))", true)
        case .not(let part):
            if case .isNull(let inner) = part.node { return ("\(try operand(inner)) is not null", false) }
            return ("not \(try operand(part))", false)
        case .and(let terms): return (try terms.map(operand).joined(separator: " and "), false)
        case .or(let terms): return (try terms.map(operand).joined(separator: " or "), false)
        case .compare(let sign, let left, let right): return (try compare(sign, left, right), false)
        case .inList(let value, let items):
            return ("\(try operand(value)) in (\(try items.map(operand).joined(separator: ", ")))", false)
        case .isNull(let part): return ("\(try operand(part)) is null", false)
        case .arithmetic(let sign, let left, let right):
            return ("\(try operand(left)) \(sign.rawValue) \(try operand(right))", false)
        case .negate(let part): return ("-\(try operand(part))", false)
        case .choose(let branches, let otherwise):
            let parts = try branches.map { "when \(try print($0.condition)) then \(try print($0.value))" }
            let rest = try otherwise.map { " else \(try print($0))" } ?? ""
            return ("case \(parts.joined(separator: " "))\(rest) end", true)
        case .call(let function, let arguments): return try call(function, arguments, expression.type)
        case .related(let related): return (try aggregate(related), true)
        case .trailingCount(let count): return (try trailingCount(count), true)
        }
    }

    func row(_ row: TypedExpression.Row) -> Row {
        switch row {
        case .own: own
        case .related: related ?? own
        }
    }

    func column(_ name: String, of row: Row) throws -> String {
        let type = try catalogue.column(name, of: row.table).type
        return "\(row.alias).\(quoted(ColumnName.stored(name, type)))"
    }

    private func number(_ value: Int64, _ type: ValueType) -> String {
        switch type {
        case .duration, .date, .number: "\(value) \(remark(literalText(value, type)))"
        default: String(value)
        }
    }

    /// The places of an ordered category's values; texts are never compared by their letters.
    private func compare(
        _ sign: TypedExpression.Comparison, _ left: TypedExpression, _ right: TypedExpression
    ) throws -> String {
        if case .category(let values, ordered: true) = left.type, sign != .equal, sign != .notEqual {
            return "\(try place(left, values)) \(sign.rawValue) \(try place(right, values))"
        }
        return "\(try operand(left)) \(sign.rawValue) \(try operand(right))"
    }

    ///
    /// Places are taken inside calls, cases and subqueries: engines work the operand of a `case` out once for each of its
    /// branches, so that nested ones would grow without bound.
    func place(_ expression: TypedExpression, _ values: [String]) throws -> String {
        func place(of text: String) -> String {
            "case \(text) \(values.enumerated().map { "when \(literal($1)) then \($0)" }.joined(separator: " ")) end"
        }
        switch expression.node {
        case .null: return "cast(null as \(dialect.bigInteger))"
        case .text(let text):
            guard let place = values.firstIndex(of: text) else { return "cast(null as \(dialect.bigInteger))" }
            return "\(place) \(remark(text))"
        case .call(let function, let arguments) where [.least, .greatest, .coalesce].contains(function):
            let places = try arguments.map { try self.place($0, values) }
            return "\(function.rawValue)(\(places.joined(separator: ", ")))"
        case .choose(let branches, let otherwise):
            let parts = try branches.map { "when \(try print($0.condition)) then \(try self.place($0.value, values))" }
            let rest = try otherwise.map { " else \(try self.place($0, values))" } ?? ""
            return "case \(parts.joined(separator: " "))\(rest) end"
        case .lookup(let relation, let column): return try lookup(column, through: relation, as: place)
        case .related(let related): return try aggregate(related, as: place)
        default: return place(of: try operand(expression))
        }
    }

    /// A named constant as its literal; a dated one by the local day of the table's time.
    private func setting(_ name: String) throws -> String {
        guard let setting = catalogue.settings[name], let first = setting.values.first else {
            throw PrintingFault.notPrintable("setting.\(name)")
        }
        func text(_ value: Int64) -> String {
            if setting.type == .flag { return value == 1 ? "true" : "false" }
            return String(value)
        }
        func spelled(_ value: Int64) -> String { remark("setting.\(name): \(literalText(value, setting.type))") }
        guard setting.values.count > 1, let time = catalogue.time(of: own.table) else {
            return "\(text(first.value)) \(spelled(first.value))"
        }
        let day = try localDay(ofColumn: time)
        var cases = setting.values.dropFirst().reversed().map { value in
            let from = value.from.map { "\($0.days) \(remark("\($0)"))" } ?? "0"
            return "when \(day) >= \(from) then \(text(value.value)) \(spelled(value.value))"
        }
        cases.append("when \(day) is not null then \(text(first.value)) \(spelled(first.value))")
        return "case \(cases.joined(separator: " ")) end"
    }
}
