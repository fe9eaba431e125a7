import Expressions
import Tables

/// Reads the rows of a reference table and sees to it that a key, and a day where rows are dated, finds at most one.
struct ReferenceRows {
    let head: ReferenceHead
    let table: String
    let findings: Findings

    private struct Row {
        let cells: [ReferenceTable.Cell]
        let location: Diagnostic.Location
    }

    func read(_ fields: Fields) -> [[ReferenceTable.Cell]] {
        guard fields.required("rows") != nil else { return [] }
        let rows = fields.list("rows").compactMap(row)
        complainOfKeys(rows)
        return rows.map(\.cells)
    }

    private func row(_ value: YamlValue) -> Row? {
        let names = head.columns.map(\.name)
        guard case .list(let items) = value.kind else {
            findings.error(
                .wrongShape, "a row of `\(table)` must be a list, not \(value.shape)", at: value.location,
                help: "write its cells in the order [\(names.joined(separator: ", "))]")
            return nil
        }
        guard items.count == names.count else {
            findings.error(
                .referenceTable,
                "the row has \(items.count) \(items.count == 1 ? "cell" : "cells"), but `\(table)` has \(names.count) "
                    + (names.count == 1 ? "column" : "columns"),
                at: value.location, help: "write its cells in the order [\(names.joined(separator: ", "))]")
            return nil
        }
        let cells = zip(items, head.columns).map { cell($0, $1) }
        guard !cells.contains(nil) else { return nil }
        return Row(cells: cells.compactMap { $0 }, location: value.location)
    }

    /// Nothing, with the fault, when the cell cannot be read.
    private func cell(_ value: YamlValue, _ column: ReferenceTable.Column) -> ReferenceTable.Cell? {
        if value.isNull || value.text == "" {
            guard head.key.contains(column.name) else { return .missing }
            findings.error(
                .referenceTable, "`\(column.name)` is part of the key of `\(table)` and cannot be empty",
                at: value.location)
            return nil
        }
        if let text = value.text {
            if column.type.isText { return .text(text) }
            if column.type == .flag, let flag = ["yes": 1, "true": 1, "no": 0, "false": 0][text.lowercased()] {
                return .integer(Int64(flag))
            }
            if let number = parseLiteral(text, as: column.type) { return .integer(number) }
        }
        findings.error(
            .badValue,
            "`\(column.name)` is \(value.text.map(quoted) ?? value.shape), but must be \(example(of: column.type))",
            at: value.location, help: "write null where there is none")
        return nil
    }

    private func example(of type: ValueType) -> String {
        switch type {
        case .flag: "yes or no"
        case .date: "a day such as 2026-04-01"
        case .duration: "a duration such as 15 min"
        case .integer: "a whole number"
        case .number(let decimals): "a number with at most \(decimals) decimals"
        default: phrase(type)
        }
    }

    private func complainOfKeys(_ rows: [Row]) {
        let places = head.key.compactMap { name in head.columns.firstIndex { $0.name == name } }
        var order: [[ReferenceTable.Cell]] = []
        var groups: [[ReferenceTable.Cell]: [Row]] = [:]
        for row in rows {
            let key = places.map { row.cells[$0] }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        for key in order {
            let same = groups[key] ?? []
            if let validity = head.validity {
                complainOfSpans(same, validity, key: key)
            } else if let first = same.first {
                for again in same.dropFirst() {
                    findings.error(
                        .referenceTable, "`\(table)` has a row for \(words(key)) already\(line(first))",
                        at: again.location, help: "keep one of them")
                }
            }
        }
    }

    /// Half-open spans of days, in order of their first: none may reach into another, and days between are uncovered.
    private func complainOfSpans(_ rows: [Row], _ validity: ReferenceTable.Validity, key: [ReferenceTable.Cell]) {
        var spans: [(row: Row, from: Int64, until: Int64)] = []
        for row in rows {
            let from = day(validity.from, of: row) ?? Int64.min
            let until = day(validity.until, of: row) ?? Int64.max
            if from < until {
                spans.append((row, from, until))
            } else {
                findings.error(
                    .referenceTable, "the row is in force on no day: it ends before it begins", at: row.location,
                    help: "`\(validity.until)` is the first day on which it no longer holds")
            }
        }
        let ordered = spans.enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        guard var widest = ordered.first else { return }
        for span in ordered.dropFirst() {
            if span.from < widest.until {
                let (earlier, later) = isBefore(widest.row, span.row) ? (widest.row, span.row) : (span.row, widest.row)
                findings.error(
                    .referenceTable,
                    "two rows for \(words(key)) are in force at once, \(text(span.from)): this one and the one\(line(earlier))",
                    at: later.location, help: "end one of them with the day on which the other begins")
            } else if span.from > widest.until {
                findings.warning(
                    .referenceTable,
                    "no row for \(words(key)) is in force from \(CivilDate(days: Int(widest.until))) to "
                        + "\(CivilDate(days: Int(span.from - 1)))",
                    at: span.row.location, help: "begin the row where the one before ends, unless none applied then")
            }
            if span.until > widest.until { widest = span }
        }
    }

    private func day(_ column: String, of row: Row) -> Int64? {
        guard let place = head.columns.firstIndex(where: { $0.name == column }),
            case .integer(let day) = row.cells[place]
        else { return nil }
        return day
    }

    private func text(_ day: Int64) -> String {
        day == Int64.min ? "from the beginning" : "from \(CivilDate(days: Int(day)))"
    }

    private func isBefore(_ left: Row, _ right: Row) -> Bool {
        (left.location.line ?? 0, left.location.column ?? 0) < (right.location.line ?? 0, right.location.column ?? 0)
    }

    private func line(_ row: Row) -> String {
        row.location.line.map { " (line \($0))" } ?? ""
    }

    private func words(_ key: [ReferenceTable.Cell]) -> String {
        let columns = head.key.compactMap { name in head.columns.first { $0.name == name } }
        let parts = zip(columns, key).map { column, cell in
            switch cell {
            case .missing: "nothing"
            case .text(let text): text
            case .integer(let value):
                column.type == .flag ? (value == 1 ? "yes" : "no") : literalText(value, column.type)
            }
        }
        return "`\(parts.joined(separator: ", "))`"
    }
}
