import Ingest

/// `run.schema.json`: what every member of `run.json` is; a misspelt one is none.
package func runSchema() -> RenderedFile {
    SchemaPieces.file(
        "run.schema.json", title: "What went into a run, by which definitions, and what was found",
        SchemaPieces.object([
            ("schema", SchemaPieces.integer), ("run", SchemaPieces.run), ("force", SchemaPieces.words),
            ("marking", SchemaPieces.words), ("as_of", SchemaPieces.date), ("profile", SchemaPieces.words),
            ("program", SchemaPieces.object([("name", SchemaPieces.words), ("version", SchemaPieces.words)])),
            ("time_zone", SchemaPieces.object([("name", SchemaPieces.words), ("sha256", SchemaPieces.sum)])),
            ("pseudonym_key_id", SchemaPieces.orNull(SchemaPieces.words)), ("inputs", SchemaPieces.list(of: input)),
            ("ledger", ledger),
            (
                "definitions",
                SchemaPieces.list(
                    of: SchemaPieces.object([("path", SchemaPieces.words), ("sha256", SchemaPieces.sum)]))
            ),
            ("figures", SchemaPieces.list(of: figure)), ("rules", SchemaPieces.list(of: rule)),
            ("links", SchemaPieces.list(of: link)), ("gates", SchemaPieces.list(of: gate)),
            ("not_supplied", SchemaPieces.list(of: SchemaPieces.words)),
            (
                "unusable_columns",
                SchemaPieces.list(
                    of: SchemaPieces.object([
                        ("table", SchemaPieces.words), ("column", SchemaPieces.words), ("because", SchemaPieces.words),
                    ]))
            ),
            (
                "uncomputed",
                SchemaPieces.list(
                    of: SchemaPieces.object([
                        ("kpi", SchemaPieces.words), ("state", SchemaPieces.words), ("because", SchemaPieces.text),
                    ]))
            ),
            (
                "left_out",
                SchemaPieces.list(
                    of: SchemaPieces.object([
                        ("kpi", SchemaPieces.words), ("name", SchemaPieces.text), ("because", SchemaPieces.text),
                    ]))
            ),
            ("warnings", SchemaPieces.list(of: finding)),
        ]))
}

private let input = SchemaPieces.object([
    ("source", SchemaPieces.words), ("file", SchemaPieces.words), ("sha256", SchemaPieces.sum),
    ("bytes", SchemaPieces.count), ("export_date", SchemaPieces.orNull(SchemaPieces.date)),
    ("state", SchemaPieces.words), ("newest_record", SchemaPieces.orNull(SchemaPieces.words)), ("ledger", ledger),
])

private let ledger = SchemaPieces.object(Ledger().counts.map { ($0.name, SchemaPieces.count) })

private let figure = SchemaPieces.object(
    [("kpi", SchemaPieces.words), ("hash", SchemaPieces.words), ("owner", SchemaPieces.words)],
    optional: ["changed", "because", "by", "on"].map { ($0, SchemaPieces.text) })

/// A rule is about a source, a derived table or a published file.
private let rule = SchemaPieces.object(
    [
        ("rule", SchemaPieces.words), ("column", SchemaPieces.text), ("action", SchemaPieces.words),
        ("count", SchemaPieces.count), ("checked", SchemaPieces.orNull(SchemaPieces.count)),
    ], optional: ["source", "table", "file"].map { ($0, SchemaPieces.words) })

private let link = SchemaPieces.object([
    ("table", SchemaPieces.words), ("relation", SchemaPieces.words), ("target", SchemaPieces.words),
    ("rows", SchemaPieces.count), ("without_key", SchemaPieces.count), ("unmatched", SchemaPieces.count),
])

private let limit = SchemaPieces.object([("count", SchemaPieces.count), ("share", SchemaPieces.number)])
private let limits = SchemaPieces.object([("warn", limit), ("stop", limit)])

private let gate = SchemaPieces.object([
    ("source", SchemaPieces.words), ("on_gate", SchemaPieces.words),
    ("outcome", SchemaPieces.one(of: ["passed", "left_out"])), ("because", SchemaPieces.orNull(SchemaPieces.words)),
    ("file", limits), ("last_7_days", limits),
])

private let finding = SchemaPieces.object(
    [
        ("severity", SchemaPieces.one(of: ["note", "warning", "error"])), ("code", SchemaPieces.words),
        ("message", SchemaPieces.words),
    ],
    optional: [
        ("file", SchemaPieces.words), ("line", SchemaPieces.orNull(SchemaPieces.count)),
        ("column", SchemaPieces.orNull(SchemaPieces.count)),
    ])
