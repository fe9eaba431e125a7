package import Tables

/// Where a figure's definition comes from: ours as we have it, and what the force says otherwise.
package struct FigureOrigin: Sendable, Hashable {
    /// One key with our text and theirs.
    package struct Field: Sendable, Hashable {
        package let key: String
        /// On one line; nothing when we do not have the key.
        package let ours: String?
        /// Nothing when the force leaves it as it is.
        package let theirs: String?
    }

    package let id: String
    /// Where it is defined, and where the force changes it.
    package let location: Diagnostic.Location
    package let changeLocation: Diagnostic.Location?
    /// Every key, those that `like` and `defaults` bring included.
    package let fields: [Field]
    /// The hash of our definition with our settings: what `base` of a change begins.
    package let ourHash: String?
}

/// The origin of a figure of a loaded definition; nothing when there is no such figure. Also of one that is left out.
package func origin(of id: String, in definition: PipelineDefinition) -> FigureOrigin? {
    origins(of: [id], in: definition).first
}

/// The origins of several figures, in the order asked for: the files are read once for all of them.
package func origins(of ids: [String], in definition: PipelineDefinition) -> [FigureOrigin] {
    guard !ids.isEmpty, let texts = DefinitionTexts(definition) else { return [] }
    let findings = Findings()
    let drafts = readDrafts(texts, findings: findings)
    let resolved = applyChanges(drafts, findings: findings).figures
    let hashes = ourHashes(of: Set(ids), drafts, base: texts.base)
    return ids.compactMap { id in
        guard let written = drafts.figures.first(where: { $0.id == id }) else { return nil }
        return FigureOrigin(written, resolved.first { $0.figure.id == id }, ourHash: hashes[id])
    }
}

extension FigureOrigin {
    fileprivate init(_ written: Drafts.Figure, _ resolved: ResolvedFigure?, ourHash: String?) {
        let changed = resolved?.change.map { Set($0.fields) } ?? []
        var fields = written.entries.filter { $0.key != "id" }.map { entry in
            let theirs = changed.contains(entry.key) ? value(of: entry.key, resolved?.figure) : nil
            return Field(
                key: entry.key, ours: written.isLocal ? nil : entry.value.oneLine,
                theirs: written.isLocal ? entry.value.oneLine : theirs)
        }
        for key in resolved?.change?.fields ?? [] where !fields.contains(where: { $0.key == key }) {
            fields.append(.init(key: key, ours: nil, theirs: value(of: key, resolved?.figure)))
        }
        self.init(
            id: written.id, location: written.location, changeLocation: resolved?.changeLocation, fields: fields,
            ourHash: written.isLocal ? nil : ourHash)
    }
}

private func value(of key: String, _ figure: Drafts.Figure?) -> String? {
    figure?.entries.first { $0.key == key }?.value.oneLine
}

/// The hashes of our definitions with our settings, by id; at least those asked for.
private func ourHashes(of ids: Set<String>, _ drafts: Drafts, base: String) -> [String: String] {
    let quiet = Findings()
    let settings = resolveSettings(drafts.settings.filter { !$0.isLocal }, findings: quiet)
    let schemas = buildSchemas(drafts.schemas, findings: quiet)
    let references = buildReferenceTables(drafts.references, force: "", base: base, findings: quiet)
    var typing = Typing(
        settings: Dictionary(settings.map { ($0.name, $0.type) }, uniquingKeysWith: { first, _ in first }),
        sources: Set(schemas.map(\.name)), findings: quiet)
    typing.add(references, written: drafts.references)
    let tables = buildTables(
        drafts.tables, schemas: schemas, typing: &typing, findings: quiet)
    let context = FigureContext(
        typing: typing, tables: tables, references: references, settings: settings, force: "", base: base,
        findings: quiet)
    return ourFigures(ids, drafts, context: context).mapValues(\.figure.hash)
}

extension DefinitionTexts {
    /// The files that a definition was loaded from.
    fileprivate init?(_ definition: PipelineDefinition) {
        let names = Set(definition.files.compactMap { $0.path.split(separator: "/").first.map(String.init) })
        guard
            let force = names.first(where: { name in definition.files.contains { $0.path == name + "/pipeline.yaml" } }
            ),
            let base = names.first(where: { $0 != force })
        else { return nil }
        let texts = definition.files.filter { $0.path.hasSuffix(".yaml") || $0.path.hasSuffix(".yml") }.map {
            DefinitionText(path: $0.path, shown: $0.path, bytes: $0.bytes)
        }
        self.init(force: force, base: base, texts: texts)
    }
}

extension YamlValue {
    /// The value on one line, as YAML.
    var oneLine: String {
        switch kind {
        case .text(let text, _): text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .list(let items): "[\(items.map(\.oneLine).joined(separator: ", "))]"
        case .mapping(let entries): "{ \(entries.map { "\($0.key): \($0.value.oneLine)" }.joined(separator: ", ")) }"
        }
    }
}
