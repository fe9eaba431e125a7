import Definitions

/// A small pipeline written at random: two canonical tables, a reference table, derived tables of every form, KPIs of
/// every measure.
struct RandomDefinition {
    private(set) var texts: [(path: String, text: String)] = []

    var files: [PipelineDefinition.DefinitionFile] {
        texts.map { .init(path: $0.path, bytes: Array($0.text.utf8)) }
    }

    /// All files as one text, for a reader of a disagreement.
    var joined: String { texts.map { "# \($0.path)\n\($0.text)\n" }.joined(separator: "---\n") }

    static func write(_ chance: inout Chance) -> RandomDefinition {
        var made = RandomDefinition()
        made.texts = [
            ("case/pipeline.yaml", "force: Case\nextends: peel\ninputs: in\nmarking: OFFICIAL"),
            ("case/settings.yaml", "settings:\n- { patience: 2 h, from: 2026-02-01, authority: test }"),
            (
                "peel/settings.yaml",
                "settings:\n- { short: 10 s, authority: test }\n- { patience: 1 h, authority: test }\n"
                    + "- { immature_above: 10 %, authority: test }"
            ),
            ("case/calendar.yaml", calendar), ("peel/calendars/england-and-wales.yaml", holidays),
            ("peel/schema/things.yaml", things), ("peel/schema/parts.yaml", parts),
        ]
        let (tables, shapes) = writeTables(&chance)
        made.texts.append(("peel/tables/all.yaml", tables))
        made.texts.append(("peel/kpis/all.yaml", writeFigures(shapes, &chance)))
        return made
    }

    private static let things = """
        schema: things
        key: [thing_id]
        time: made_at
        columns:
          thing_id: { type: id, required: true }
          of_id: { type: id, absent: null }
          made_at: { type: time, required: true }
          done_at: { type: time, absent: null }
          due_at: { type: time, planned: true, absent: null }
          told_on: { type: date, absent: null }
          length: { type: duration, absent: null, range: [0 s, 1 h] }
          amount: { type: int, absent: null, range: [0, 20] }
          is_sound: { type: flag, absent: null }
          label: { type: text, absent: null }
          sort: { type: category, values: [x, y, z], absent: null }
          level: { type: category, ordered: true, values: ["1", "2", "3"], absent: null }
          codes: { type: list, of: text, separator: ";", absent: null }
        """

    /// Days that do not count for some figures, whether or not others do.
    private static let calendar = """
        excluded:
        - { id: out-one, from: 2026-01-28, to: 2026-02-03, figures: ["C1*", D01, Q01], reason: test, authority: test }
        - { id: out-two, from: 2026-03-29, to: 2026-03-29, figures: ["C*", D01, D02], reason: test, authority: test }
        """

    /// Fewer years than the rows lie in: outside of them working days are unknown.
    private static let holidays = """
        calendar: england-and-wales
        from: 2025-03-01
        to: 2026-04-20
        authority: test
        holidays: [2025-04-18, 2025-04-21, 2025-12-25, 2025-12-26, 2026-01-01, 2026-04-03, 2026-04-06]
        """

    private static let parts = """
        schema: parts
        key: [part_id]
        time: put_at
        columns:
          part_id: { type: id, required: true }
          thing_id: { type: id, absent: null }
          put_at: { type: time, absent: null }
          seq: { type: int, absent: null }
          took: { type: duration, absent: null }
          seen_on: { type: date, absent: null }
          is_good: { type: flag, absent: null }
          mark: { type: text, absent: null }
          degree: { type: category, ordered: true, values: ["1", "2", "3"], absent: null }
        """
}
