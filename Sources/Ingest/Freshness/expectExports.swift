package import Definitions
package import Tables

/// Looks, before anything is read, whether the exports that are expected by now are there. One for each source that says
/// when it expects its export; folders that cannot be listed are left for reading to complain of.
///
/// An export covers the as-of when the date in its name is the as-of's or later; without a date, when it was written after
/// the as-of was over.
package func expectExports(
    _ definition: PipelineDefinition, asOf: AsOf, zone: ZoneTable, now: Int64
) -> [ExpectedExport] {
    let today = zone.day(now)
    return definition.sources.compactMap { source in
        guard let due = source.freshness.due(after: asOf.day, in: zone) else { return nil }
        let isOptional =
            source.isOptional || definition.schemas.first { $0.name == source.schema }?.isOptional == true
        let found = try? discoverFiles(of: source, inputs: definition.folders.inputs, mayBeMissing: isOptional)
        let isThere = found.map { files in
            files.contains { file in
                file.exportDate.map { $0 >= asOf.day && $0 <= today } ?? (file.modified >= asOf.instant)
            }
        }
        return ExpectedExport(
            source: source.name, table: source.schema, files: source.files, expectedBy: due,
            state: isThere == false ? (now < due ? .waiting : .late) : .there, newestFile: found?.last?.name,
            isOptional: isOptional, onGate: source.onGate, location: source.location)
    }
}
