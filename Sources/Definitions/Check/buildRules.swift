import Tables

/// Our data-quality rules, each with an id of its own.
func buildRules(
    _ drafts: [Fields], schemas: [SchemaDefinition], tables: [TableDefinition], typing: Typing, findings: Findings
) -> [RuleDefinition] {
    var rules: [RuleDefinition] = []
    for draft in drafts {
        let builder = RuleBuilder(
            fields: draft, schemas: schemas, tables: tables, typing: typing, findings: findings)
        guard let rule = builder.build() else { continue }
        if rules.contains(where: { $0.id == rule.id }) {
            findings.error(.duplicateName, "there are two rules `\(rule.id)`", at: draft["id"]?.location)
        } else {
            rules.append(rule)
        }
    }
    return rules
}
