package import Definitions

extension PipelineDefinition {
    /// The same definitions with some sources only, to look at those.
    package func with(sources: [SourceDefinition]) -> PipelineDefinition {
        let others = self.sources.filter { source in !sources.contains { $0.name == source.name } }
        return PipelineDefinition(
            folder: folder, force: force, marking: marking, folders: folders, timeZone: timeZone,
            csvByteOrderMark: csvByteOrderMark, schemas: schemas, sources: sources, rules: rules, settings: settings,
            standards: standards, tables: tables, figures: figures, leftOut: leftOut, warnings: warnings, files: files,
            pseudonymKey: pseudonymKey, references: references, calendar: calendar, holidays: holidays,
            inspections: inspections, frameworks: frameworks, releases: releases, setAside: Set(others.map(\.schema)))
    }
}
