import ArgumentParser
import Compute
import Definitions
import RunStore
import Tables

/// Writes cases that two engines must agree on: hard tables under the force's own definitions, then random definitions
/// over random small tables. The same seed gives the same cases.
@main
struct SQLCases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql-cases", abstract: "Write cases for Tests/Oracle/duckdb/check.py --cases.")

    @Option(help: "A new folder for the cases.")
    var out: String

    @Option(help: "The definitions that the hard tables are put under.")
    var pipeline = "Pipelines/loamshire"

    @Option(help: "How many random definitions.")
    var count = 300

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    func run() async throws {
        try System.makeFolder(out, mode: Modes.stateFolder)
        let zone = try ZoneTable(
            name: "Europe/London", file: try System.read("/usr/share/zoneinfo/Europe/London"))
        try await writeHard(zone)
        try await writeRandom(zone)
    }

    private func writeHard(_ zone: ZoneTable) async throws {
        let definition = try loadPipeline(folder: pipeline)
        // An ordinary day, and the ends of a month and of the short day, on which nothing later is known.
        for (day, when) in [("2026-04-12", ""), ("2026-03-31", ", end of a month"), ("2026-03-29", ", short day")] {
            guard let day = CivilDate(day) else { continue }
            let asOf = AsOf(endOf: day, in: zone)
            for (place, hard) in adversarialPools(zone, asOf: asOf).enumerated() where when.isEmpty || hard.isAtAnyAsOf
            {
                var chance = Chance(seed: seed &+ UInt64(place))
                var names = Names()
                for text in definition.texts { _ = names.code(of: text) }
                var pool = hard.pool
                pool.times.removeAll { $0 >= asOf.instant }
                let tables = definition.schemas.map { madeTable($0, rows: hard.rows, pool, &chance, &names) }
                let input = ComputeInput(
                    definition: definition, tables: tables, names: names, asOf: asOf, zone: zone, jobs: 1)
                try await writeCase("hard, \(hard.name)\(when)", input, definition: "# \(pipeline)\n", to: out)
            }
        }
    }

    /// A definition that the checker refuses, such as one that compares two literals, is written anew.
    private func writeRandom(_ zone: ZoneTable) async throws {
        var (written, attempt) = (0, UInt64(0))
        while written < count {
            attempt += 1
            var chance = Chance(seed: seed &* 1_000_003 &+ attempt)
            let text = RandomDefinition.write(&chance)
            guard attempt < UInt64(count * 20) else { throw CleanExit.message("only \(written) definitions hold") }
            guard let definition = try? loadPipeline(files: text.files, folder: "case") else { continue }
            written += 1
            let input = randomInput(definition, zone, &chance)
            let name = "random \(padded(written, 4)), seed \(attempt)"
            try await writeCase(name, input, definition: text.joined, to: out)
        }
        print("\(written) random definitions of \(attempt) written")
    }

    private func randomInput(
        _ definition: PipelineDefinition, _ zone: ZoneTable, _ chance: inout Chance
    ) -> ComputeInput {
        let first = CivilDate(year: 2025, month: chance.pick([1, 9, 12]), day: 20)
        let asOf = AsOf(endOf: CivilDate(year: 2026, month: 4, day: chance.pick([1, 5, 30])), in: zone)
        let start = zone.start(of: first)
        let hour: Int64 = 3_600_000
        let spring = zone.start(of: CivilDate(year: 2026, month: 3, day: 29))
        var times = (0..<12).map { _ in start + Int64(chance.below(Int((asOf.instant - start) / 1000))) * 1000 }
        times += (0..<4).map { spring + Int64($0) * hour }
        times += times.prefix(6).flatMap { [$0 + 10_000, $0 + hour] }
        times = times.filter { $0 < asOf.instant }
        var pool = Pool(times: times)
        pool.empty = chance.pick([0, 0.1, 0.4])
        let rows = chance.pick([0, 1, 2, 8, 8, 25, 25, 25, 60, 60, 60, 60])
        var names = Names()
        let tables = definition.schemas.map { madeTable($0, rows: rows, pool, &chance, &names) }
        return ComputeInput(definition: definition, tables: tables, names: names, asOf: asOf, zone: zone, jobs: 1)
    }
}
