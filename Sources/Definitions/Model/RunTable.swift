/// The tables that every run makes of what it knows about itself (LANGUAGE X24): schemas with `supplied_by: run`.
package enum RunTable: String, Sendable, CaseIterable {
    /// A row for each file that was read: where its records went.
    case ledger
    /// A row for each rule and source, or derived table, that it was checked for.
    case ruleHits = "rule_hits"
}
