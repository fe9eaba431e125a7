import Definitions
import RunStore
import Tables

/// A small pipeline, with the columns, tables and KPIs of a test.
func definition(columns: String = "", tables: String = "", kpis: String = "") throws -> PipelineDefinition {
    let files = [
        ("case/pipeline.yaml", "force: Testshire\nextends: peel\ninputs: in\nmarking: OFFICIAL"),
        ("peel/schema/calls.yaml", schema), ("peel/calendars/england-and-wales.yaml", easter),
        ("peel/settings.yaml", "settings:\n- { short: 5 s, authority: us }\n- { patience: 1 min, authority: us }"),
        ("case/settings.yaml", "settings:\n- { patience: 2 min, from: 2026-04-01, authority: they }"),
        ("peel/tables/calls.yaml", table + columns + (tables.isEmpty ? "" : "\n---\n" + tables)),
        ("peel/kpis/calls.yaml", "kpis:\n" + (kpis.isEmpty ? kpi : kpis)),
    ]
    return try loadPipeline(
        files: files.map { .init(path: $0.0, bytes: Array($0.1.utf8)) }, folder: "case")
}

private let schema = """
    schema: calls
    key: [call_id]
    time: offered_at
    columns:
      call_id: { type: id, required: true }
      parent: { type: id, absent: null }
      offered_at: { type: time, required: true }
      answered_at: { type: time, absent: null }
      told_on: { type: date, absent: null }
      talk: { type: duration, absent: null }
      legs: { type: int, absent: null }
      is_test: { type: flag, absent: null }
      queue: { type: text, absent: null }
      grade: { type: category, ordered: true, values: ["1", "2"], absent: null }
      codes: { type: list, of: text, separator: ";", absent: null }
    """

private let easter = """
    calendar: england-and-wales
    from: 2026-03-30
    to: 2026-04-07
    authority: test
    holidays: [2026-04-03, 2026-04-06]
    """

private let table = """
    table: contacts
    from: source.calls
    time: offered_at
    relations:
      one: { to: source.calls, match: { parent: call_id } }
      codes: { to: source.calls_codes, match: call_id, order: pos }
      others: { to: source.calls, match: parent, order: offered_at }
    columns:
      wait: elapsed(offered_at, answered_at)

    """

private let kpi =
    "- { id: C01, name: Tests, table: contacts, period: offered_at, share: is_test, unit: percent, better: none }"

func london() throws -> ZoneTable {
    try ZoneTable(name: "Europe/London", file: try System.read("/usr/share/zoneinfo/Europe/London"))
}
