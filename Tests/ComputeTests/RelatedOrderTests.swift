import Tables
import Testing

@testable import Compute

@Suite("Rows of which a later order column is missing")
struct RelatedOrderTests {
    private static let schema = """
        schema: visits
        key: [visit_id]
        time: made_at
        columns:
          visit_id: { type: id, required: true }
          person: { type: text }
          made_at: { type: time, required: true }
          step: { type: int, absent: null }
        """
    private static let tables = """
        table: calls_made
        from: source.visits
        time: made_at
        relations:
          others: { to: source.visits, match: person, order: [made_at, step] }
        columns:
          again: any(others o where o.made_at > made_at)
          later: count(others o where o.made_at > made_at)
          next_at: first(others o where o.made_at > made_at).made_at
        """
    private static let kpis = """
        defaults: { table: calls_made, period: made_at }
        kpis:
        - { id: Q91, name: Came again, share: again, unit: percent }
        - { id: Q92, name: Came later, sum: later, unit: visits }
        - { id: Q93, name: Next is placed, share: next_at is not null, unit: percent }
        """

    @Test("any and count see them, first never comes to one")
    func seen() async throws {
        let fixture = try Fixture(schema: Self.schema, tables: Self.tables, kpis: Self.kpis)
        let input = try fixture.input([
            (
                "visits",
                [
                    ["visit_id": "a", "person": "p", "made_at": "2026-03-02 10:00:00", "step": "1"],
                    ["visit_id": "b", "person": "p", "made_at": "2026-03-02 11:00:00", "step": ""],
                ]
            )
        ])
        #expect(try await fixture.row(input, "Q91", nil, "2026-03")?.numerator == 1)
        #expect(try await fixture.row(input, "Q92", nil, "2026-03")?.value == 1)
        #expect(try await fixture.row(input, "Q93", nil, "2026-03")?.numerator == 0)
    }
}
