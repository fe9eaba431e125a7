import Compute
import Definitions
import PipelineRunner
import RunStore
import Tables
import Testing

/// Ninety nights of real exports through the real pipeline: what it remembers and explains is what the simulation did.
@Suite("Ninety nights")
struct NinetyNightsTests {
    @Test("history and diff reproduce every night to the row")
    func ninetyNights() async throws {
        var force = try SimulatedForce()
        try await force.simulate(seed: 8)
        try checkHistory(force)
        try checkAttempts(force)
        try await checkDiffs(force)
        try await checkLostExport(force)
    }

    /// What was said of each month, night by night, is what the ledger says, and no more often.
    private func checkHistory(_ force: SimulatedForce) throws {
        let history = try #require(try History.look(state: "\(force.folder.path)/state"))
        for month in force.months {
            var expected: [String] = []
            var last: SimulatedForce.Count?
            for night in force.ledger.indices where month.first <= force.day(night) {
                let rules = force.ledger[night]
                let count = force.count(month, rows: rules, rules: rules)
                if count != last { expected.append("\(force.day(night)) \(count.numerator) of \(count.denominator)") }
                last = count
            }
            var said: [String] = []
            var before: [Int]?
            for one in try history.said(of: "C01", period: month.id) {
                let count = [Int(one.figure.numerator ?? -1), one.figure.denominator ?? -1]
                if count != before { said.append("\(one.asOf) \(count[0]) of \(count[1])") }
                before = count
            }
            #expect(said == expected, "\(month.id)")
        }
    }

    private func checkAttempts(_ force: SimulatedForce) throws {
        let history = try #require(try History.look(state: "\(force.folder.path)/state"))
        let attempts = try history.attempts(last: 1000)
        #expect(attempts.count == SimulatedForce.nights)
        #expect(attempts.allSatisfy { $0.outcome == "published" && $0.exitCode == 0 && $0.ended != nil })
        #expect(attempts.reversed().map(\.run) == force.runs.map { $0.run })
        #expect(try history.runs().map(\.run) == force.runs.map { $0.run })
    }

    /// Pairs of nights on both sides of each change, and pairs by chance.
    private func checkDiffs(_ force: SimulatedForce) async throws {
        let changes = [
            SimulatedForce.settingsChange, SimulatedForce.standardsChange, SimulatedForce.missingExport,
            SimulatedForce.definitionChange,
        ]
        var pairs = changes.map { ($0 - 1, $0) } + [(30, 89), (37, 64)]
        var random = Chance(seed: 99)
        for _ in 0..<8 {
            let older = random.below(SimulatedForce.nights - 1)
            pairs.append((older, older + 1 + random.below(SimulatedForce.nights - 1 - older)))
        }
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/nightly")
        for (older, newer) in pairs {
            let diff = try await diffRuns(
                from: force.runs[older], to: force.runs[newer], in: force.publication, definition: definition,
                request: force.request, kpi: "C01", most: 1000)
            #expect(diff.unexplained == [], "\(older) to \(newer)")
            try check(diff, from: older, to: newer, in: force)
        }
    }

    private func check(_ diff: RunDiff, from older: Int, to newer: Int, in force: SimulatedForce) throws {
        let old = force.ledger[older]
        let new = force.ledger[newer]
        let name = "\(older) to \(newer)"
        for movement in diff.movements {
            #expect(movement.steps.first?.before == movement.before, "\(name)")
            #expect(movement.steps.last?.after == movement.after, "\(name)")
            for (one, next) in zip(movement.steps, movement.steps.dropFirst()) { #expect(one.after == next.before) }
            #expect(movement.steps.flatMap(\.causes) == movement.steps.flatMap(\.causes).sorted(), "\(name)")
        }
        for month in force.months where month.first <= force.day(older) {
            let before = force.count(month, rows: old, rules: old)
            let after = force.count(month, rows: new, rules: new)
            guard let movement = diff.movements.first(where: { $0.key.period == month.id }) else {
                #expect(before == after, "\(name) \(month.id)")
                continue
            }
            var settings = old
            settings.target = new.target
            let expected: [(DiffCause, SimulatedForce.Count, SimulatedForce.Count)] = [
                (.rows, before, force.count(month, rows: new, rules: old)),
                (.settings, force.count(month, rows: new, rules: old), force.count(month, rows: new, rules: settings)),
                (.definitions, force.count(month, rows: new, rules: settings), after),
            ]
            for (cause, from, to) in expected {
                let step = try #require(movement.steps.first { $0.causes == [cause] })
                #expect(counts(step.before) == [from.numerator, from.denominator], "\(name) \(month.id) \(cause)")
                #expect(counts(step.after) == [to.numerator, to.denominator], "\(name) \(month.id) \(cause)")
            }
            #expect(movement.steps.allSatisfy { $0.causes != [.program] || !$0.isChange }, "\(name)")
            try checkRows(movement, month, old: old, new: new, force, "\(name) \(month.id)")
        }
    }

    /// Every row that differs is named once, under what happened to it.
    private func checkRows(
        _ movement: ExplainedMovement, _ month: Period, old: SimulatedForce.Night, new: SimulatedForce.Night,
        _ force: SimulatedForce, _ name: String
    ) throws {
        var late: [String] = []
        var changed: [String] = []
        var removed: [String] = []
        for id in Set(old.calls.keys).union(new.calls.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let call = old.calls[id] ?? new.calls[id], force.isIn(month, call),
                force.part(old.calls[id], old) != force.part(new.calls[id], old)
            else { continue }
            if old.calls[id] == nil {
                late.append(id)
            } else if new.calls[id] == nil {
                removed.append(id)
            } else {
                changed.append(id)
            }
        }
        let rows = try #require(movement.rows)
        #expect(rows.late.keys == late, "\(name)")
        #expect(rows.changed.keys == changed, "\(name)")
        #expect(rows.removed.keys == removed, "\(name)")
        let step = try #require(movement.steps.first { $0.causes == [.rows] })
        let parts = [rows.late, rows.changed, rows.removed]
        let sum = [parts.reduce(0) { $0 + $1.numerator }, parts.reduce(0) { $0 + $1.denominator }]
        #expect(sum == zip(counts(step.after), counts(step.before)).map { $0 - $1 }, "\(name)")
    }

    /// An export that is gone cannot be explained row by row any more, which is said; the parts still add up.
    private func checkLostExport(_ force: SimulatedForce) async throws {
        let name = "calls_\("\(force.day(30))".filter { $0 != "-" }).csv"
        try FileTree.remove("\(force.folder.path)/in/\(name)")
        let definition = try loadPipeline(folder: "\(force.folder.path)/Pipelines/nightly")
        let diff = try await diffRuns(
            from: force.runs[30], to: force.runs[89], in: force.publication, definition: definition,
            request: force.request, kpi: "C01", most: 1000)
        #expect(diff.unexplained == ["the exports of run \(force.runs[30].run) are gone or altered: \(name)"])
        try #require(!diff.movements.isEmpty)
        for movement in diff.movements {
            #expect(movement.rows == nil)
            #expect(movement.steps.map(\.causes) == [[.rows], [.settings], [.definitions], [.program]])
            #expect(movement.steps.last?.after == movement.after)
        }
    }

    private func counts(_ numbers: FigureNumbers?) -> [Int] {
        [numbers?.numerator.map { Int($0) } ?? 0, numbers?.denominator ?? 0]
    }
}
