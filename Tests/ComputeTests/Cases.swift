import Definitions
import Tables

/// Cases with an end, an owner and an outcome, and arrests: what the measures over crimes are made of.
enum Cases {
    static let schema = """
        schema: cases
        key: [case_id]
        time: opened_at
        columns:
          case_id: { type: id, required: true }
          opened_at: { type: time, required: true }
          ended_at: { type: time, absent: null }
          team: { type: text, absent: null }
          officer_hash: { type: pseudonym, absent: null }
          outcome: { type: text, absent: null }
          is_hard: { type: flag, absent: null }
          in_scope: { type: flag, absent: null }
          left_out: { type: flag, absent: null }
          arrests: { type: int, absent: null, range: [0, 10] }
        ---
        schema: arrests
        key: [arrest_id]
        time: made_at
        columns:
          arrest_id: { type: id, required: true }
          made_at: { type: time, required: true }
          team: { type: text, absent: null }
        """
    static let tables = """
        table: cases
        from: source.cases
        time: opened_at
        populations:
          chosen: { where: in_scope, all_but: [ { left_out: left_out } ] }
        dimensions:
          team: team
        ---
        table: open_cases
        expand:
          rows: cases
          where: in_scope
          open: { from: opened_at, until: ended_at, at: month_end, as: taken_at }
        ---
        table: arrests
        from: source.arrests
        time: made_at
        dimensions:
          team: team
        """
    static let kpis = """
        defaults: { table: cases, period: opened_at, better: none, unit: percent, by: [team] }
        kpis:
        - { id: M01, among: chosen, name: Outcomes, mix: outcome }
        - { id: M02, among: chosen, name: Hard or not, mix: is_hard }
        - { id: M03, among: chosen, name: Outcomes in words, mix: "case when outcome = '16' then 'withdrawn' else outcome end" }
        - { id: T01, among: chosen, name: Days to an end, unit: days, survival: { from: opened_at, until: ended_at } }
        - { id: N01, among: chosen, name: Arrests for each hundred, unit: per 100, mean: arrests, times: 100 }
        - id: P01
          name: Open cases of an officer
          table: open_cases
          period: taken_at
          among: in_scope
          unit: cases
          per: { key: officer_hash, take: count, then: { median: 0.5, largest: 1, average: mean } }
        - { id: P02, among: chosen, name: Cases of a team, unit: cases, per: { key: team, take: count, then: { median: 0.5 } }, by: [] }
        - { id: K01, among: chosen, name: Cases, unit: cases, count: rows }
        - { id: K02, name: Arrests, table: arrests, period: made_at, unit: arrests, count: rows }
        - { id: Q01, name: Arrests for cases, ratio_of: { top: K02, bottom: K01 }, times: 100, unit: per 100 }
        """

    static func fixture(kpis more: String = "", standards: String? = nil) throws -> Fixture {
        let all = more.isEmpty ? kpis : kpis + "\n" + more
        return try Fixture(schema: schema, tables: tables, kpis: all, standards: standards)
    }

    /// So many rows of each kind, with ids of their own; opened at noon on 2 March 2026 unless they say.
    static func rows(_ groups: [(count: Int, columns: [String: String])]) -> [[String: String]] {
        groups.flatMap { Array(repeating: $0.columns, count: $0.count) }.enumerated().map { place, columns in
            ["case_id": "\(place)", "opened_at": "2026-03-02 12:00:00", "in_scope": "yes", "left_out": "no"]
                .merging(columns) { $1 }
        }
    }
}
