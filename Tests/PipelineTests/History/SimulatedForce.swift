import PipelineRunner
import Reporting
import RunStore
import Tables

/// A force whose nights are made up, with a ledger of its own of what every night's figure is and why.
///
/// One figure, C01: calls of a channel answered within a target. The exports are snapshots, one for each night.
struct SimulatedForce {
    struct Call: Hashable {
        let id: String
        /// Days since the first night's.
        let day: Int
        let isUrgent: Bool
        /// In seconds.
        var wait: Int
        /// The night from which exports have it.
        let arrives: Int
    }

    /// What a night was computed with.
    struct Night: Hashable {
        var calls: [String: Call]
        /// In seconds, from the force's settings.
        var target: Int
        /// Whether the definition counts urgent calls only.
        var isUrgentOnly: Bool
        var level: Int
    }

    struct Count: Hashable {
        var numerator = 0
        var denominator = 0
    }

    static let first = CivilDate(year: 2026, month: 1, day: 5)
    static let nights = 90
    static let settingsChange = 38
    static let standardsChange = 52
    static let missingExport = 45
    static let definitionChange = 63

    let folder: TemporaryFolder
    /// The ledger: every night as it was.
    private(set) var ledger: [Night] = []
    private(set) var runs: [(asOf: String, run: String)] = []

    init() throws {
        folder = try TemporaryFolder()
        for (name, text) in SimulatedForce.definitions { try folder.write("Pipelines/\(name)", text) }
        try write(target: 10, isUrgentOnly: true, level: 60)
    }

    /// Goes through all nights: rows come, late ones too, are corrected and deleted; then the run.
    mutating func simulate(seed: UInt64) async throws {
        var random = Chance(seed: seed)
        var made: [String: Call] = [:]
        var gone: Set<String> = []
        var state = Night(calls: [:], target: 10, isUrgentOnly: true, level: 60)
        for night in 0..<SimulatedForce.nights {
            for number in 0..<(3 + random.below(4)) {
                let isLate = random.below(10) == 0
                let call = Call(
                    id: "c\(night)-\(number)", day: night, isUrgent: random.below(3) > 0, wait: 1 + random.below(24),
                    arrives: night + (isLate ? 1 + random.below(40) : 0))
                made[call.id] = call
            }
            for id in made.keys.sorted() where random.below(60) == 0 { made[id]?.wait = 1 + random.below(24) }
            for id in made.keys.sorted() where random.below(250) == 0 { gone.insert(id) }
            if night == SimulatedForce.settingsChange { state.target = 15 }
            if night == SimulatedForce.standardsChange { state.level = 75 }
            if night == SimulatedForce.definitionChange { state.isUrgentOnly = false }
            try write(target: state.target, isUrgentOnly: state.isUrgentOnly, level: state.level)
            if night != SimulatedForce.missingExport {
                state.calls = made.filter { $0.value.arrives <= night && !gone.contains($0.key) }
                try folder.write("in/calls_\(digits(day(night))).csv", export(state.calls))
            }
            ledger.append(state)
            let report = await run(night)
            guard report.exitCode == 0, let latest = publication.latest else { throw Unexpected(lines: report.failure) }
            runs.append(latest)
        }
    }

    struct Unexpected: Error { let lines: [String] }

    func day(_ night: Int) -> CivilDate { SimulatedForce.first.adding(days: night) }

    var publication: Publication { Publication(output: "\(folder.path)/out") }

    var request: RunRequest { RunRequest(folder: "\(folder.path)/Pipelines/nightly", jobs: 2) }

    private func run(_ night: Int) async -> RunReport {
        await runPipeline(RunRequest(folder: "\(folder.path)/Pipelines/nightly", asOf: day(night), jobs: 2))
    }

    // What the ledger says.

    /// A call's part in C01 under one night's rules.
    func part(_ call: Call?, _ rules: Night) -> Count {
        guard let call, call.isUrgent || !rules.isUrgentOnly else { return Count() }
        return Count(numerator: call.wait < rules.target ? 1 : 0, denominator: 1)
    }

    func isIn(_ month: Period, _ call: Call) -> Bool { month.range.contains(SimulatedForce.first.days + call.day) }

    /// C01 of a month: the rows of one night under the rules of another.
    func count(_ month: Period, rows: Night, rules: Night) -> Count {
        rows.calls.values.filter { isIn(month, $0) }.reduce(into: Count()) { sum, call in
            let part = part(call, rules)
            sum.numerator += part.numerator
            sum.denominator += part.denominator
        }
    }

    var months: [Period] {
        (1...4).map { Period(.month, containing: CivilDate(year: 2026, month: $0, day: 1)) }
    }

    private func export(_ calls: [String: Call]) -> String {
        let rows = calls.values.sorted { $0.id < $1.id }.map { call in
            let start = Int64(SimulatedForce.first.days + call.day) * 86_400_000 + 43_200_000
            let times = [start, start + Int64(call.wait) * 1000].map { clockText($0, separator: " ") }
            return "\(call.id),\(call.isUrgent ? 999 : 101),\(times[0]),\(times[1])\n"
        }
        return "Id,Line,Offered,Answered\n" + rows.joined()
    }

    private func digits(_ day: CivilDate) -> String { "\(day)".filter { $0 != "-" } }

    private func write(target: Int, isUrgentOnly: Bool, level: Int) throws {
        try folder.write(
            "Pipelines/nightly/settings.yaml",
            "settings:\n- { target: \(target) s, from: 2020-01-01, authority: the test }\n")
        try folder.write(
            "Pipelines/base/standards.yaml",
            "standards:\n- { id: answer, rule: \">=\", value: \(level) %, authority: the test, status: national }\n")
        try folder.write(
            "Pipelines/base/kpis/calls.yaml",
            """
            kpis:
            - id: C01
              name: answered in time
              headline: true
              table: contacts
              period: offered_at
              among: \(isUrgentOnly ? "urgent" : "answered")
              share: wait < setting.target
              better: higher
              standard: answer

            """)
    }

    private static let definitions = [
        "nightly/pipeline.yaml": """
        force: Nightly Police
        extends: base
        inputs: ../../in
        output: ../../out
        state: ../../state
        marking: OFFICIAL
        time_zone: Europe/London

        """,
        "nightly/sources/calls.yaml": """
        source: phones
        table: calls
        files: "calls_{yyyyMMdd}.csv"
        exports: snapshot
        columns:
          call_id: { from: Id }
          channel: { from: Line }
          offered_at: { from: Offered, format: "yyyy-MM-dd HH:mm:ss" }
          answered_at: { from: Answered, format: "yyyy-MM-dd HH:mm:ss" }

        """,
        "base/schema/calls.yaml": """
        schema: calls
        key: [call_id]
        time: offered_at
        columns:
          call_id: { type: id, required: true }
          channel: { type: category, values: ["999", "101"], required: true }
          offered_at: { type: time, required: true }
          answered_at: { type: time }

        """,
        "base/tables/calls.yaml": """
        table: contacts
        from: source.calls
        time: offered_at
        columns:
          wait: elapsed(offered_at, answered_at)
        populations:
          answered: answered_at is not null
          urgent: { within: answered, where: channel = '999' }
        dimensions:
          channel: channel

        """,
        "base/settings.yaml": """
        settings:
        - { target: 10 s, authority: the test }
        - { small_n: 30, authority: the test }

        """,
        "base/rules.yaml": """
        rules:
        - { id: DQ05, name: readable, built_in: true, else: reject }

        """,
    ]
}

/// The same numbers for the same seed.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }
}
