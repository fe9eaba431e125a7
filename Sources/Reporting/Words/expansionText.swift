package import Definitions
import Expressions

/// Which rows an expanded table has, in words: "one row for each hour's end at which a row of responses is open, from …".
package func expansionText(_ table: TableDefinition) -> String? {
    guard let expansion = table.expansion else { return nil }
    let what = "a row of \(table.from.name)" + (table.filter.map { " with \(expressionText($0))" } ?? "")
    switch expansion {
    case .points(let from, let until, let every, as: _):
        let end = until.map { ", before \(expressionText($0))" } ?? ""
        return "one row for each point at which \(what) is due: every \(expressionText(every)) after "
            + "\(expressionText(from))\(end)"
    case .open(let from, let until, let ended, at: let instants, as: _):
        let end = until.map { " until \(expressionText($0))" } ?? ""
        let doubt = ended.map { "; in doubt once \(expressionText($0)) and nothing says when" } ?? ""
        return
            "one row for each \(words(instants)) at which \(what) is open: from \(expressionText(from))\(end)\(doubt)"
    case .hours(let from, let until, as: _, amount: _):
        return "one row for each local hour that \(what) touches, from \(expressionText(from)) until "
            + "\(expressionText(until)), with the part of it in that hour"
    }
}

private func words(_ instants: Expansion.Instants) -> String {
    switch instants {
    case .hour: "hour's end"
    case .day: "day's end"
    case .monthEnd: "month's end"
    case .periodEnd: "week's and month's end"
    case .asOf: "run's as-of"
    }
}
