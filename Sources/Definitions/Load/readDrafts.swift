import Tables

/// Sorts the documents of all files into kinds, complaining of files and keys that mean nothing.
func readDrafts(_ texts: DefinitionTexts, findings: Findings) -> Drafts {
    var drafts = Drafts()
    for (folder, isLocal) in [(texts.base, false), (texts.force, true)] {
        var files: [FigureFile] = []
        for (path, text) in texts.below(folder) where path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            guard let kind = isLocal ? FileKind.ofForce(path) : FileKind.ofBase(path) else {
                let known = isLocal ? FileKind.forceNames : FileKind.baseNames
                findings.error(
                    .unknownFile, "`\(path)` is not a file that definitions have", at: .init(file: text.shown),
                    help: suggestion(path, known))
                continue
            }
            let documents = parseYaml(text, findings: findings)
            if kind == .figures {
                files += documents.compactMap { FigureFile($0, isLocal: isLocal, findings: findings) }
            } else {
                for document in documents {
                    drafts.add(document, kind: kind, isLocal: isLocal, findings: findings)
                }
            }
        }
        drafts.figures += expandFigures(files, ours: drafts.figures, findings: findings)
        drafts.changes += files.flatMap(\.changes)
    }
    if drafts.pipeline == nil, !findings.hasErrors {
        findings.error(
            .missingKey, "pipeline.yaml is empty",
            at: texts.below(texts.force).first { $0.path == "pipeline.yaml" }.map {
                .init(file: $0.text.shown)
            }, help: "write `force`, `extends: peel` and `inputs`")
    }
    return drafts
}

extension Drafts {
    fileprivate mutating func add(_ document: YamlValue, kind: FileKind, isLocal: Bool, findings: Findings) {
        switch kind {
        case .pipeline:
            if !isLocal {
                findings.error(
                    .badExtends, "a pipeline that forces extend cannot extend another: one level only",
                    at: document.location)
            }
            pipeline = Fields(document, "pipeline.yaml", keys: Keys.pipeline, findings: findings) ?? pipeline
        case .schema:
            if let fields = Fields(document, "a schema", keys: Keys.schema, findings: findings) {
                schemas.append(fields)
            }
        case .table:
            addTable(document, isLocal: isLocal, findings: findings)
        case .source:
            if let fields = Fields(document, "a source", keys: Keys.source, findings: findings) {
                sources.append(fields)
            }
        case .rules:
            rules += items(document, "rules", Keys.ruleFile, "a rule", Keys.rule, findings)
        case .standards:
            let entries = items(document, "standards", Keys.standardFile, "a standard", Keys.standard, findings)
            standards += entries.map { Owned(fields: $0, isLocal: isLocal) }
        case .settings:
            let entries = items(document, "settings", Keys.settingFile, "a setting", nil, findings)
            settings += entries.map { Owned(fields: $0, isLocal: isLocal) }
        case .calendar:
            calendar = only(document, "calendar.yaml", Keys.calendarFile, beside: calendar, findings)
        case .inspections:
            inspections = only(document, "inspections.yaml", Keys.inspectionFile, beside: inspections, findings)
        case .lists:
            lists += items(document, "lists", Keys.listFile, "a list of rows", Keys.list, findings)
        case .framework:
            if let fields = Fields(document, "a framework", keys: Keys.framework, findings: findings) {
                frameworks.append(fields)
            }
        case .holidays:
            if let fields = Fields(document, "a calendar of holidays", keys: Keys.holidays, findings: findings) {
                holidays.append(Owned(fields: fields, isLocal: isLocal))
            }
        case .commentary:
            commentary = only(document, "commentary.yaml", Keys.commentaryFile, beside: commentary, findings)
        case .figures:
            break
        }
    }

    /// The one document of a file.
    private func only(
        _ document: YamlValue, _ file: String, _ keys: [String], beside first: Fields?, _ findings: Findings
    ) -> Fields? {
        if first != nil {
            findings.error(
                .wrongShape, "\(file) holds two documents", at: document.location,
                help: "write everything in one, without a line of `---`")
        }
        return first ?? Fields(document, file, keys: keys, findings: findings)
    }

    /// A document with rows or a key of its own is a reference table, any other is made from exports or from a table.
    private mutating func addTable(_ document: YamlValue, isLocal: Bool, findings: Findings) {
        guard let written = Fields(document, "a table", keys: nil, findings: findings) else { return }
        let isMade = written.entry("from") != nil || written.entry("expand") != nil
        let isReference = !isMade && ["rows", "key", "valid"].contains { written.entry($0) != nil }
        if isReference {
            let fields = Fields(document, "a reference table", keys: Keys.referenceTable, findings: findings)
            references += fields.map { [Owned(fields: $0, isLocal: isLocal)] } ?? []
        } else if isLocal {
            let name = written["table"]?.text.map { " `\($0)`" } ?? ""
            findings.error(
                .referenceTable, "a force has reference tables only, and the table\(name) has no `rows`",
                at: document.location, help: "write its `key`, `columns` and `rows`; tables made from others are ours")
        } else if let fields = Fields(document, "a table", keys: Keys.table, findings: findings) {
            tables.append(fields)
        }
    }

    /// The mappings of the one list that a file holds.
    private func items(
        _ document: YamlValue, _ key: String, _ fileKeys: [String], _ what: String, _ keys: [String]?,
        _ findings: Findings
    ) -> [Fields] {
        guard let file = Fields(document, "\(key).yaml", keys: fileKeys, findings: findings) else { return [] }
        return file.list(key).compactMap { Fields($0, what, keys: keys, findings: findings) }
    }
}
