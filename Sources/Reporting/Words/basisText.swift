package import Compute
package import Definitions
import Expressions

/// What a value rests on, in the words of its measure: `3 of 10`, `34 for 512`, `838 of 1,250 ended`, `n = 168`.
package func basisText(_ row: FigureRow, _ figure: FigureDefinition) -> String? {
    guard let denominator = row.denominator else { return nil }
    let rows = "n = \(groupedText(denominator))"
    if let hits = hits(row) { return "\(groupedText(hits)) of \(groupedText(denominator))" }
    guard let count = row.numerator.flatMap({ Int(exactly: $0) }) else { return rows }
    switch figure.measure {
    case .per(let key, _): return "of \(groupedText(count)), one for each \(keyName(key)); \(rows)"
    case .survival: return "\(groupedText(count)) of \(groupedText(denominator)) ended"
    case .ratioOf: return "\(groupedText(count)) for \(groupedText(denominator))"
    case .mean where figure.times > 1: return "\(groupedText(count)) for \(groupedText(denominator))"
    case .count, .countPerHour, .share, .mean, .sum, .quantiles, .bands, .difference, .mix: return rows
    }
}

/// A survival median as a sentence's clause: how many days until half had ended, and how many had not.
func survivalText(_ row: FigureRow, value: String?) -> String? {
    guard row.statistic == "survival_median", let ended = row.numerator, let denominator = row.denominator,
        denominator > 0
    else { return nil }
    let open = denominator - Int(ended)
    let half = value.map { "half had ended within \($0)" } ?? "fewer than half have ended"
    return "\(half); \(groupedText(open)) of \(groupedText(denominator)) have not ended yet"
}

/// The value or band that one of several shares is about: `16`, `10 s to under 60 s`.
func partName(_ row: FigureRow) -> String? {
    row.statistic.hasPrefix("share:") ? String(row.statistic.dropFirst("share:".count)) : nil
}

/// What rows are counted by, as a reader says it: `officer` for `officer_hash`.
private func keyName(_ key: TypedExpression) -> String {
    guard case .column(let name, of: .own) = key.node else { return "key" }
    let ending = ["_hash", "_id"].first { name.hasSuffix($0) && name.count > $0.count } ?? ""
    return name.dropLast(ending.count).split(separator: "_").joined(separator: " ")
}
