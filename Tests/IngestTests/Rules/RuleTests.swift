import Definitions
import Expressions
import Ingest
import Tables
import Testing

@Suite("Quality rules")
struct RuleTests {
    private let rows = """
        id,chan,at,answered,note
        a,999,2026-03-01 10:00,2026-03-01 10:01,x
        b,999,2026-03-01 10:00,2026-03-01 09:59,x
        c,101,2026-03-01 10:00,2026-03-01 09:50,=1+1
        d,101,2026-03-01 10:00,,x

        """

    @Test("a rule fails only when it is false; a rejected row meets no later rule")
    func reject() async throws {
        let force = try TestForce()
        force.rules = [
            try TestForce.rule("DQ08a", "answered_at >= offered_at - 5 min", .reject),
            try TestForce.rule("DQ08b", "answered_at >= offered_at", .warn),
        ]
        try force.put("calls_20260310.csv", rows)
        let result = try await force.run()
        #expect(result.rows(["call_id"]) == ["a", "b", "c rejected", "d"])
        #expect(result.count("DQ08a") == [1, 4])
        #expect(result.count("DQ08b") == [1, 3])
        #expect(
            result.findings.map(\.description).contains(
                "rules.yaml:3:3: warning: acd: DQ08b (rule DQ08b) failed for 1 of 3 rows [E0408]"))
    }

    @Test("later rules see what earlier ones have set and blanked; all values are computed before any is stored")
    func change() async throws {
        let force = try TestForce()
        let offered = try TestForce.expression("offered_at", .time)
        let answered = try TestForce.expression("answered_at", .time)
        force.rules = [
            try TestForce.rule("S1", "answered_at >= offered_at - 5 min", .blank(["answered_at"])),
            try TestForce.rule("S2", "answered_at is not null", .count),
            try TestForce.rule(
                "S3", "answered_at >= offered_at",
                .set([.init(column: "answered_at", value: offered), .init(column: "offered_at", value: answered)])),
            try TestForce.rule("S4", "answered_at >= offered_at", .reject),
        ]
        try force.put("calls_20260310.csv", rows)
        let result = try await force.run()
        #expect(
            result.rows(["call_id", "offered_at", "answered_at"]) == [
                "a 1772359200000 1772359260000", "b 1772359140000 1772359200000", "c 1772359200000 -",
                "d 1772359200000 -",
            ])
        #expect(result.count("S1", "answered_at") == [1, 4])
        #expect(result.count("S2") == [2, 4])
        #expect(result.count("S3", "answered_at, offered_at") == [1, 4])
        #expect(result.count("S4") == [0, 4])
    }

    @Test("dated settings are those of the row's local day")
    func settings() async throws {
        let force = try TestForce()
        force.settings = [
            SettingDefinition(
                name: "short_abandon", type: .duration,
                values: [
                    .init(from: nil, value: 60_000, authority: "habit", isVerified: false, isLocal: false),
                    .init(
                        from: CivilDate(year: 2026, month: 3, day: 2), value: 120_000, authority: "CM/14",
                        isVerified: true,
                        isLocal: true),
                ], location: .init(file: "settings.yaml"))
        ]
        force.rules = [try TestForce.rule("S1", "answered_at - offered_at < setting.short_abandon", .count)]
        try force.put(
            "calls_20260310.csv",
            "id,chan,at,answered\na,999,2026-03-01 23:59,2026-03-02 00:00\nb,999,2026-03-02 00:00,2026-03-02 00:01\n")
        #expect(try await force.run().count("S1") == [1, 2])
    }

    @Test("limits warn, and take columns away from the figures")
    func limits() async throws {
        let force = try TestForce()
        force.rules = [TestForce.builtIn("DQ06", warnAbove: 0.01, stopKPIsAbove: 0.1)]
        try force.put(
            "calls_20260310.csv",
            "id,chan,at\na,999,2026-03-01 10:00\nb,WhatsApp,2026-03-01 10:00\nc,999,2026-03-01 10:00\n")
        let result = try await force.run()
        #expect(result.count("DQ06", "channel") == [1, 3])
        #expect(
            result.unusable.contains(
                UnusableColumn(
                    table: "calls", column: "channel", because: "fails DQ06 in 33.3% of its rows, more than 10%")))
        #expect(
            result.findings.map(\.description).contains(
                "rules.yaml:3:3: warning: acd: DQ06 (rule DQ06) failed for 1 of 3 rows in channel, more than 1% [E0408]"
            ))
    }

    @Test("a rule that stops a file, and one that fails the run")
    func stops() async throws {
        let force = try TestForce()
        force.rules = [
            try TestForce.rule("S1", "answered_at >= offered_at", .stopFile),
            try TestForce.rule("S2", "channel = '999'", .count, failAbove: 0.4),
        ]
        try force.put("calls_20260310.csv", rows)
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv:3: error: S1 (rule S1) failed for 2 of 4 records, and it allows none [E0406]
                    help: ask the supplier of the export for a corrected file
                """,
                """
                rules.yaml:3:3: error: acd: S2 (rule S2) failed for 2 of 4 rows, more than 40% [E0407]
                    help: mend the export or its mapping; the limit is `fail_above` of the rule
                """,
            ])
    }

    @Test("every built-in rule is counted, also when nothing fails")
    func builtIn() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", rows)
        let result = try await force.run()
        for rule in ["DQ01", "DQ02", "DQ03", "DQ28"] { #expect(result.count(rule).count == 2, "\(rule)") }
        #expect(result.count("DQ01") == [0, 1])
        #expect(result.count("DQ03") == [0, 5])
        #expect(result.count("DQ04", "call_id") == [0, 4])
        #expect(result.count("DQ24", "answered_at") == [0, 3])
        #expect(result.count("DQ27", "note") == [1, 4])
        #expect(result.count("DQ28") == [0, 4])
    }
}
