import Tables

/// The force's sources, each with a name of its own.
func buildSources(
    _ drafts: [Fields], schemas: [SchemaDefinition], references: ReferenceFiles, timeZone: String, findings: Findings
) -> [SourceDefinition] {
    var sources: [SourceDefinition] = []
    for draft in drafts {
        let builder = SourceBuilder(
            fields: draft, schemas: schemas, references: references, timeZone: timeZone, findings: findings)
        guard let source = builder.build() else { continue }
        if sources.contains(where: { $0.name == source.name }) {
            findings.error(
                .duplicateName, "there are two sources named `\(source.name)`", at: draft["source"]?.location)
        } else {
            sources.append(source)
        }
    }
    return sources
}
