import Expressions
import Tables

/// Reads what a source declares about the freshness and completeness of its export.
struct FreshnessReader {
    let fields: Fields
    let findings: Findings

    func read() -> Freshness {
        guard let value = fields["freshness"],
            let freshness = Fields(value, "`freshness`", keys: Keys.freshness, findings: findings)
        else { return Freshness() }
        return Freshness(
            expectedBy: clock(freshness),
            newestRecord: limit("newest_record", freshness, isCeiling: true, age),
            arrival: limit("arrival", freshness, isCeiling: true, age),
            minimumRows: limit("minimum_rows", freshness, isCeiling: false) { $0.integer($1, in: 1...Int(Int32.max)) },
            sameWeekday: limit("same_weekday", freshness, isCeiling: false, share),
            daysMissing: limit("days_missing", freshness, isCeiling: true) { $0.integer($1, in: 1...28) })
    }

    /// `06:30` as minutes after midnight.
    private func clock(_ freshness: Fields) -> Int? {
        guard let value = freshness["expected_by"], let text = freshness.text("expected_by") else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { (1...2).contains($0.count) && $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard parts.count == 2, isDigits, parts[1].count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]),
            hour < 24, minute < 60
        else {
            findings.error(
                .badValue, "`expected_by` is \(quoted(text)), but must be a time of the day such as 06:30",
                at: value.location)
            return nil
        }
        return hour * 60 + minute
    }

    private func age(_ limits: Fields, _ key: String) -> Int64? {
        guard let value = limits[key], let text = limits.text(key) else { return nil }
        if let duration = parseDuration(text), duration > 0 { return duration }
        findings.error(
            .badValue, "`\(key)` is \(quoted(text)), but must be a duration such as 26 h", at: value.location)
        return nil
    }

    private func share(_ limits: Fields, _ key: String) -> Double? {
        guard let share = limits.share(key) else { return nil }
        if share > 0 { return share }
        findings.error(
            .badValue, "`\(key)` is 0, below which no day can lie", at: limits[key]?.location,
            help: "write a share above 0, such as 20%, or leave it out")
        return nil
    }

    /// A warning comes before a failure: at a lower age, or at a higher count.
    private func limit<Value: Comparable & Sendable>(
        _ key: String, _ freshness: Fields, isCeiling: Bool, _ read: (Fields, String) -> Value?
    ) -> Freshness.Limit<Value> {
        guard let value = freshness[key],
            let limits = Fields(value, "`\(key)`", keys: Keys.freshnessLimit, findings: findings)
        else { return .init() }
        if limits["warn"] == nil, limits["fail"] == nil {
            findings.error(
                .missingKey, "`\(key)` of `freshness` says neither when to warn nor when to fail", at: value.location,
                help: "write `warn`, `fail` or both")
        }
        let found = Freshness.Limit(warn: read(limits, "warn"), fail: read(limits, "fail"))
        if let warn = found.warn, let fail = found.fail, isCeiling ? warn > fail : warn < fail {
            findings.error(
                .gate, "`\(key)` of `freshness` fails before it warns", at: limits.location,
                help: "`warn` must be the \(isCeiling ? "lower" : "higher") of the two")
        }
        return found
    }
}
