import Tables

/// The way from files to a checked definition, each step a function from value to value.
func assemble(
    _ texts: DefinitionTexts, references: ReferenceFiles, folder: String, overrides: FolderOverrides,
    findings: Findings
) throws(Diagnostics) -> PipelineDefinition {
    let drafts = readDrafts(texts, findings: findings)
    let keys = PipelineKeys(
        drafts.pipeline, name: texts.force, base: texts.base, folder: folder, overrides: overrides, findings: findings)
    let resolved = applyChanges(drafts, findings: findings)
    let settings = resolveSettings(drafts.settings, findings: findings)
    let standards = resolveStandards(drafts.standards, findings: findings)
    let holidays = buildHolidays(drafts.holidays, chosen: keys.calendar, findings: findings)
    let schemas = buildSchemas(drafts.schemas, findings: findings)

    var typing = Typing(
        settings: Dictionary(settings.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first }),
        sources: Set(schemas.map(\.name)), findings: findings)
    let rowTables = buildReferenceTables(
        drafts.references, force: keys.force, base: texts.base, findings: findings)
    typing.add(rowTables, written: drafts.references)
    let tables = buildTables(
        drafts.tables, schemas: schemas, typing: &typing, findings: findings)
    let context = FigureContext(
        typing: typing, tables: tables, references: rowTables, settings: settings, force: keys.force, base: texts.base,
        findings: findings)
    let built = context.build(resolved.figures + resolved.leftOut.map(\.figure))
    let figures = resolved.figures.compactMap { built[$0.figure.id] }
    let leftOut = resolved.leftOut.map { figure, because in
        let id = figure.figure.id
        return PipelineDefinition.LeftOutFigure(
            id: id, name: built[id]?.figure.name ?? id, because: because, figure: built[id]?.figure)
    }
    let rules = buildRules(drafts.rules, schemas: schemas, tables: tables, typing: typing, findings: findings)
    let lists = ListReader(typing: typing, tables: tables, force: keys.force, findings: findings).read(drafts.lists)
    let sources = buildSources(
        drafts.sources, schemas: schemas, references: references, timeZone: keys.timeZone, findings: findings)

    let names = FigureNames(known: drafts.figures.map(\.id), findings: findings)
    let frameworks = buildFrameworks(drafts.frameworks, figures: names, findings: findings)
    let inspections = buildInspections(
        drafts.inspections, figures: names, frameworks: frameworks, findings: findings)

    let releases = buildReleases(texts, figures: drafts.figures.map(\.id), findings: findings)
    let commentary = buildCommentary(drafts.commentary, figures: names, findings: findings)

    let checked = Checked(
        tables: tables, references: rowTables, typing: typing, settings: settings, standards: standards,
        figures: figures, rules: rules, lists: lists, holidays: holidays,
        knownFigures: Set(drafts.figures.map(\.id)))
    for check in definitionChecks { check(checked, findings) }
    warnOfChangedBases(resolved.figures, context: context, drafts: drafts, findings: findings)

    let calendar = buildCalendar(drafts.calendar, figures: drafts.figures.map(\.id), findings: findings)
    checkCalendar(calendar, figures: figures.map(\.figure), findings: findings)

    let found = findings.sorted
    guard !findings.hasErrors else { throw Diagnostics(found) }
    let finished = figures.map { $0.figure.leavingOut(calendar.excluded, period: $0.table.columns[$0.figure.period]) }
    let files = (texts.texts + references.read).map {
        PipelineDefinition.DefinitionFile(path: $0.path, bytes: $0.bytes)
    }
    return PipelineDefinition(
        folder: folder, force: keys.force, marking: keys.marking, folders: keys.folders, timeZone: keys.timeZone,
        csvByteOrderMark: keys.csvByteOrderMark, schemas: schemas, sources: sources, rules: rules, settings: settings,
        standards: levelled(standards, figures: finished), tables: tables, figures: finished,
        leftOut: leftOut, warnings: found,
        files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, pseudonymKey: keys.pseudonymKey,
        references: rowTables, calendar: calendar, holidays: holidays, inspections: inspections,
        frameworks: frameworks, commentary: commentary, releases: releases, lists: lists, keep: keys.keep)
}
