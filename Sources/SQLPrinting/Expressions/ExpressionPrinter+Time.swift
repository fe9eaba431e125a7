import Expressions
import Tables

/// Local readings of instants: UTC milliseconds plus an offset that the tables hold, and whole-number arithmetic.
extension ExpressionPrinter {
    func call(
        _ function: TypedExpression.Function, _ arguments: [TypedExpression], _ type: ValueType
    ) throws -> (text: String, isSimple: Bool) {
        let first = arguments[0]
        switch function {
        case .coalesce: return (try plain("coalesce", arguments), true)
        case .least, .greatest: return (try extreme(function, arguments, type), true)
        case .abs: return (try plain("abs", arguments), true)
        case .elapsed:
            let (from, until) = (try operand(first), try operand(arguments[1]))
            // Unknown where negative. A subquery is written once: `greatest` passes over an unknown difference.
            guard isColumn(first), isColumn(arguments[1]) else {
                return ("nullif(greatest(\(until) - \(from), -1), -1)", true)
            }
            return ("case when \(until) >= \(from) then \(until) - \(from) end", true)
        case .days: return ("\(try localDay(arguments[1])) - \(try localDay(first))", false)
        case .date: return (try localDay(first), true)
        case .month:
            let calendar = quoted(KeptTable.calendar)
            return (
                "(select c.\(quoted("month_number")) from \(calendar) c where c.\(quoted("day")) = \(try localDay(first)))",
                true
            )
        case .workingDays: return ("\(try workingDays(to: arguments[1])) - \(try workingDays(to: first))", false)
        case .addWorkingDays: return (try addWorkingDays(first, arguments[1]), true)
        // The first of January 1970 was a Thursday: three days, or 72 hours, after Monday.
        case .weekday: return ("(\(try localDay(first)) + 3) % 7", false)
        case .hourStart: return ("\(try operand(first)) - \(try local(first)) % 3600000", false)
        case .hourOfWeek:
            return ("((\(dialect.divideWhole(try local(first), "3600000"))) + 72) % 168", false)
        case .hour: return (dialect.divideWhole("(\(try local(first)) % 86400000)", "3600000"), false)
        case .minute: return (dialect.divideWhole("(\(try local(first)) % 3600000)", "60000"), false)
        case .second: return (dialect.divideWhole("(\(try local(first)) % 60000)", "1000"), false)
        }
    }

    /// The working days up to and including a day; unknown outside the years that the calendar covers.
    private func workingDays(to day: TypedExpression) throws -> String {
        "(select w.\"n\" from \(quoted(KeptTable.workingDays)) w where w.\"day\" = \(try localDay(day)))"
    }

    /// The first of several days with the same number is the working day itself.
    private func addWorkingDays(_ start: TypedExpression, _ count: TypedExpression) throws -> String {
        let (day, count) = (try localDay(start), try operand(count))
        let days = quoted(KeptTable.workingDays)
        return "case when \(count) = 0 then (select w.\"day\" from \(days) w where w.\"day\" = \(day))"
            + " when \(count) > 0 then (select min(v.\"day\") from \(days) w cross join \(days) v"
            + " where w.\"day\" = \(day) and v.\"n\" = w.\"n\" + \(count)) end"
    }

    private func isColumn(_ expression: TypedExpression) -> Bool {
        if case .column = expression.node { true } else { false }
    }

    private func plain(_ name: String, _ arguments: [TypedExpression]) throws -> String {
        "\(name)(\(try arguments.map(print).joined(separator: ", ")))"
    }

    /// The engines pass over nulls, as the language does. Ordered categories go by their places and back.
    private func extreme(
        _ function: TypedExpression.Function, _ arguments: [TypedExpression], _ type: ValueType
    ) throws -> String {
        guard case .category(let values, _) = type else { return try plain(function.rawValue, arguments) }
        let places = try arguments.map { try place($0, values) }.joined(separator: ", ")
        let back = values.enumerated().map { "when \($0) then \(literal($1))" }.joined(separator: " ")
        return "case \(function.rawValue)(\(places)) \(back) end"
    }

    /// The local day of a time; a date is one.
    func localDay(_ expression: TypedExpression) throws -> String {
        if expression.type == .date { return try operand(expression) }
        return "(\(dialect.divideWhole(try local(expression), "86400000")))"
    }

    func localDay(ofColumn name: String) throws -> String {
        let type = try catalogue.column(name, of: own.table).type
        return try localDay(TypedExpression(.column(name, of: .own), type))
    }

    /// Milliseconds on the local clock, in parentheses.
    private func local(_ time: TypedExpression) throws -> String {
        if case .column(let name, let row) = time.node {
            let row = self.row(row)
            if try catalogue.column(name, of: row.table).isSourceTime {
                return "(\(try column(name, of: row)) + \(row.alias).\(quoted(ColumnName.offset(name))) * 1000)"
            }
        }
        let instant = try operand(time)
        let offset =
            "(select o.\(quoted("offset_s")) from \(quoted(KeptTable.offsets)) o"
            + " where \(instant) >= o.\(quoted("from_ms")) and \(instant) < o.\(quoted("until_ms")))"
        return "(\(instant) + \(offset) * 1000)"
    }
}
