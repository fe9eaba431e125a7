import Definitions
import Reporting
import Tables
import Testing

@testable import Compute
@testable import PipelineRunner

/// Incidents that look into their events and resources: these are added up by incident while they are read, and the incidents
/// counted while they are. One more table of incidents that looks into them makes the same definitions hold every row, and
/// the same figures must come out.
@Suite("Related rows added up while they are read")
struct FoldedTableTests {
    private static let columns = """
          last_sent: last(dispatches r).arrived_at
          first_arrival_sent: first(arrivals r).dispatched_at
          first_changed: first(events e where e.event_type <> 'note').event_at
          sent_twice: last(by_both r where r.dispatched_at is not null).dispatched_at
          of_grade: case when grade in ('1', '2') then 'urgent' else 'other' end
        """
    private static let kpis = """
        - { id: J09, name: To the last one sent, mean: "elapsed(opened_at, last_sent)", unit: seconds }
        - { id: J10, name: To when the first arrival was sent, mean: "elapsed(opened_at, first_arrival_sent)", unit: seconds }
        - { id: J11, name: To the first change, quantiles: { of: "elapsed(opened_at, first_changed)", median: 0.5 }, unit: seconds }
        - { id: J12, name: To the last of both, mean: "elapsed(opened_at, sent_twice)", unit: seconds, by: [urgency] }
        - { id: J13, name: Events of the night, table: night_events, period: event_at, count: rows, unit: events, better: none, by: [] }

        """
    private static let nights = """
        ---
        table: night_events
        from: source.events
        where: hour(event_at) < 6
        time: event_at

        """

    private func force(
        isHeld: Bool, _ exports: [(name: String, text: String)], adding added: [String: String] = [:]
    ) throws -> BenchmarkForce {
        let kpis = ["base/kpis/incidents.yaml": FoldedTableTests.kpis]
        let force = try BenchmarkForce("incidents", adding: kpis.merging(added) { $1 }, exports)
        let name = "definitions/base/tables/incidents.yaml"
        var text = try force.folder.text(name)
        func add(_ more: String, after line: String) {
            text = text.split(separator: "\n", omittingEmptySubsequences: false).map { found in
                found.contains(line) ? "\(found)\n\(more)" : String(found)
            }.joined(separator: "\n")
        }
        add(FoldedTableTests.columns, after: "resources: count(dispatches r)")
        add(
            "  by_both:    { to: source.resources, match: incident_id, order: [arrived_at, dispatched_at] }",
            after: "order: arrived_at }")
        add("  urgency: of_grade", after: "  grade: grade")
        text += FoldedTableTests.nights
        if isHeld {
            text += """
                ---
                table: again
                from: source.incidents
                time: opened_at
                relations: { incidents: { to: incidents, match: incident_id } }

                """
        }
        try force.folder.write(name, text)
        return force
    }

    /// Incidents of a year and what belongs to them, with what real exports hold: rows without a key or a time, ones whose
    /// incident is not there, equal times, times after the as-of, labels nobody knows.
    private struct Exports {
        var state: UInt64

        init(seed: UInt64) { state = seed }

        private mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }

        private func clock(_ seconds: Int64) -> String { clockText(seconds * 1000, separator: " ") }

        private static let start = Int64(CivilDate(year: 2025, month: 10, day: 2).days) * 86_400

        private mutating func time(_ incident: Int) -> Int64 {
            Exports.start + Int64(incident) * 14_400 + Int64(next(60) * 60)
        }

        /// Few incidents have a stem of their own, so that some ids are numbered by page and others one by one.
        private func id(_ incident: Int) -> String {
            incident % 7 == 0 ? "X\(incident)/\(incident % 5)" : "I2025" + String(100_000 + incident)
        }

        private mutating func incident(_ count: Int) -> String {
            switch next(30) {
            case 0: ""
            case 1: "I2024" + String(100_000 + next(count))
            default: id(next(count))
            }
        }

        mutating func all(_ count: Int) -> [(name: String, text: String)] {
            var incidents = ["Incident,Opened,Grade,Team,Closed"]
            for number in (0..<count).map(id).sorted() {
                let opened = clock(time(incidents.count))
                let grade = next(30) == 0 ? "9" : "\(1 + next(5))"
                incidents.append(
                    next(40) == 0
                        ? "\(number),soon,\(grade),Team 1,"
                        : "\(number),\(opened),\(grade),\(next(9) == 0 ? "" : "Team \(next(4))"),")
            }
            var events = ["Event,Incident,At,Type"]
            for number in 0..<count * 3 {
                let at = next(25) == 0 ? "" : clock(time(next(count)))
                let type = next(20) == 0 ? "HUH" : ["NOTE", "UPD", "SUP", "RGR", "CAN", "NOTE", "NOTE"][next(7)]
                events.append("E\(1_000_000 + number),\(incident(count)),\(at),\(type)")
            }
            var resources = ["Resource,Incident,Dispatched,Arrived"]
            for number in 0..<count * 2 {
                let sent = time(next(count))
                let dispatched = next(30) == 0 ? "" : next(40) == 0 ? "2026-11-01 10:00:00" : clock(sent)
                resources.append(
                    "R\(1_000_000 + number),\(incident(count)),\(dispatched),"
                        + (next(5) == 0 ? "" : clock(sent + Int64(next(4)) * 600)))
            }
            func split(_ lines: [String], _ name: String) -> [(name: String, text: String)] {
                let half = lines.count / 2
                return [
                    ("\(name)_20260301.csv", lines[..<half].joined(separator: "\n") + "\n"),
                    ("\(name)_20260930.csv", lines[0] + "\n" + lines[half...].joined(separator: "\n") + "\n"),
                ]
            }
            return split(incidents, "incidents") + split(events, "events") + split(resources, "resources")
        }
    }

    private func expectSame(
        _ exports: [(name: String, text: String)], adding added: [String: String] = [:], exitCode: Int32 = 0
    ) async throws {
        let held = try force(isHeld: true, exports, adding: added)
        let expected = await held.run(jobs: 2, chunkBytes: 1 << 20)
        #expect(expected.exitCode == exitCode, "\(expected.failure)")
        let figures = try held.figures()
        #expect(figures["links"]?.isEmpty == false)
        for (jobs, chunkBytes) in [(1, 1 << 20), (2, 3000), (4, 701)] {
            let counted = try force(isHeld: false, exports, adding: added)
            let report = await counted.run(jobs: jobs, chunkBytes: chunkBytes)
            #expect(report.exitCode == exitCode, "\(report.failure)")
            let found = try counted.figures()
            #expect(found.keys.sorted() == figures.keys.sorted())
            for (name, bytes) in figures where found[name] != bytes {
                Issue.record("\(name) differs with \(jobs) tasks and chunks of \(chunkBytes) bytes")
            }
        }
    }

    @Test(
        "Children come before the tables that look into them, and none are where a table is held",
        arguments: [true, false])
    func order(isHeld: Bool) throws {
        let force = try force(isHeld: isHeld, [])
        let definition = try loadPipeline(folder: "\(force.folder.path)/definitions/force", overrides: .init())
        let tables = separableTables(of: definition).map(\.schema.name)
        #expect(tables.last == (isHeld ? nil : "incidents"))
        #expect(tables.sorted() == (isHeld ? [] : ["events", "incidents", "resources"]))
    }

    @Test("give what held rows give, whatever the chunks and tasks", arguments: [1, 2, 3] as [UInt64])
    func same(seed: UInt64) async throws {
        var exports = Exports(seed: seed)
        try await expectSame(exports.all(800))
    }

    @Test(
        "A table whose keys come back is held, and those that look into it, but none that it does not need",
        arguments: ["incidents", "events", "resources"])
    func repeatedKeys(table: String) async throws {
        var exports = Exports(seed: 7)
        var all = exports.all(300)
        let old = try #require(all.firstIndex { $0.name == "\(table)_20260301.csv" })
        let new = try #require(all.firstIndex { $0.name == "\(table)_20260930.csv" })
        let again = all[old].text.split(separator: "\n").suffix(4).joined(separator: "\n") + "\n"
        all[new].text += again
        try await expectSame(all)
    }

    @Test("A table that no source supplies takes its figures away, and no others")
    func missing() async throws {
        var exports = Exports(seed: 11)
        try await expectSame(
            exports.all(300).filter { !$0.name.hasPrefix("resources") },
            adding: ["base/schema/resources.yaml": "optional: true\n"])
    }

    @Test("A table that a gate leaves out is as if it had not been there for those that look into it")
    func leftOut() async throws {
        var exports = Exports(seed: 5)
        var all = exports.all(300)
        let resources = try #require(all.firstIndex { $0.name == "resources_20260930.csv" })
        // Too few cells, often enough for the gate.
        all[resources].text += (0..<40).map { "X\($0)\n" }.joined()
        let gates = "on_gate: leave_out\ngates: { file: { stop: { count: 20, share: 1% } } }\n"
        try await expectSame(
            all, adding: ["force/sources/resources.yaml": gates, "base/schema/resources.yaml": "optional: true\n"],
            exitCode: 3)
    }
}
