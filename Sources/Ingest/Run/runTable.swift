import Definitions
import Tables

/// What a run knows about itself, as rows that figures can be of: the account of each file that was read, and how often
/// each rule failed. Rules over derived tables are added when figures are computed.
func runTable(
    _ schema: SchemaDefinition, files: [FileAccount], ruleCounts: [RuleCount], names: inout Names
) -> SourceTable {
    var builder = RunTableBuilder(schema)
    switch RunTable(rawValue: schema.name) {
    case .ledger:
        for account in files where account.state == .read {
            let ledger = account.ledger
            builder.append([
                "source": .text(account.source), "file": .text(account.file), "physical": .integer(ledger.physical),
                "header": .integer(ledger.header), "accepted": .integer(ledger.accepted),
                "rejected": .integer(ledger.rejected), "superseded": .integer(ledger.superseded),
                "removed": .integer(ledger.removed), "duplicate": .integer(ledger.duplicate),
                "skipped": .integer(ledger.skipped), "after_as_of": .integer(ledger.afterAsOf),
            ])
        }
    case .ruleHits:
        for count in ruleCounts {
            builder.append([
                "rule": .text(count.rule), "source": .text(count.source), "field": .text(count.column),
                "hits": .integer(count.count), "checked": .integer(count.checked),
            ])
        }
    case nil: break
    }
    return builder.table(names: &names)
}
