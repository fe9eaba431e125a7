import Definitions
import Tables

/// A small pipeline in memory, of which a test replaces the files it is about.
struct Fixture {
    private var texts: [String: String] = Fixture.whole
    private var places: [String: [Character: (line: Int, column: Int)]] = [:]

    init(_ replaced: [String: String] = [:]) {
        for (path, text) in replaced {
            let marked = MarkedText(text)
            texts[path] = marked.text
            places[path] = marked.places
        }
    }

    var files: [PipelineDefinition.DefinitionFile] {
        texts.sorted { $0.key < $1.key }.map { .init(path: $0.key, bytes: Array($0.value.utf8)) }
    }

    func load() throws -> PipelineDefinition {
        try loadPipeline(files: files, folder: "Pipelines/force")
    }

    /// Everything that is wrong, as a reader sees it.
    func faults() -> [String] {
        do {
            return try load().warnings.map(\.description)
        } catch let error as Diagnostics {
            return error.all.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    /// `path:line:column` of a mark.
    func place(_ mark: Character, in path: String) -> String {
        let place = places[path]?[mark] ?? (0, 0)
        return "\(path):\(place.line):\(place.column)"
    }

    static let whole: [String: String] = [
        "force/pipeline.yaml": """
        force: Testshire
        extends: base
        inputs: in
        """,
        "force/sources/calls.yaml": source,
        "base/schema/calls.yaml": """
        schema: calls
        key: [call_id]
        time: offered_at
        columns:
          call_id: { type: id, required: true }
          channel: { type: category, values: ["999", "101"], required: true }
          queue: { type: text, absent: null }
          offered_at: { type: time, required: true }
          answered_at: { type: time }
          wait_s: { type: duration, absent: null, range: [0 s, 1 h] }
          caller: { type: pseudonym, absent: null }
          count: { type: int, absent: 1 }
        """,
        "base/tables/calls.yaml": table,
        "base/kpis/calls.yaml": kpis,
        "base/settings.yaml": settings,
        "base/standards.yaml": """
        standards:
        - { id: answer, rule: ">=", value: 90 %, authority: us, status: national }
        """,
        "base/rules.yaml": """
        rules:
        - { id: DQ05, name: readable, built_in: true, else: reject }
        """,
    ]

    static let settings = """
        settings:
        - { short: 5 s, authority: us }
        - { repeats: 3, authority: us }
        """

    static let table = """
        table: contacts
        from: source.calls
        time: offered_at
        relations:
          others: { to: source.calls, match: caller, order: offered_at }
        columns:
          wait: elapsed(offered_at, answered_at)
          answered: answered_at is not null
          repeated: any(others o where o.offered_at > offered_at)
        populations:
          urgent: { where: channel = '999', all_but: [ short: wait < setting.short ] }
          busy: { within: urgent, where: queue = 'a', all_but: [ unknown: caller is null ] }
        dimensions:
          queue: queue
        """

    static let kpis = """
        kpis:
        - id: C01
          name: answered in 10 s
          table: contacts
          period: offered_at
          among: urgent and answered
          share: wait < 10 s
          better: higher
          standard: answer
          by: [queue]
        - id: C02
          like: C01
          name: mean wait
          standard: null
          mean: wait
          unit: s
        """

    static let source = """
        source: acd
        table: calls
        files: "calls_{yyyyMMdd}.csv*"
        columns:
          call_id: { from: UCID }
          channel: { from: VDN, values: { A: "999" } }
          offered_at: { from: Start, format: "dd/MM/yyyy HH:mm:ss" }
        """
}
