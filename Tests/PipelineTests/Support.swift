import Compute
import Definitions
import RunStore
import Synchronization
import Tables

/// A folder of its own for one test, gone when the test is.
final class TemporaryFolder: Sendable {
    private static let count = Mutex(0)

    let path: String

    init() throws {
        let number = TemporaryFolder.count.withLock { count in
            count += 1
            return count
        }
        path = "\(System.environment("TMPDIR") ?? "/tmp")/pipeline-tests-\(System.processID)-\(number)"
        try FileTree.remove(path)
        try FileTree.make(path, mode: 0o700)
    }

    deinit { try? FileTree.remove(path) }

    func write(_ name: String, _ text: String) throws {
        try write(name, Array(text.utf8))
    }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        if let folder = FileTree.parent(of: "\(path)/\(name)") { try FileTree.make(folder, mode: 0o700) }
        try FileTree.remove("\(path)/\(name)")
        try System.create("\(path)/\(name)", bytes, mode: 0o600)
    }

    /// A force that extends our real definitions, with its inputs, output and state in this folder.
    func writePipeline(_ name: String, force: String) throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        try write(
            "Pipelines/\(name)/pipeline.yaml",
            """
            force: \(force)
            extends: /\(root)/Pipelines/peel
            inputs: ../../in
            output: ../../out
            state: ../../state
            marking: OFFICIAL
            time_zone: Europe/London

            """)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try System.read("\(path)/\(name)"), as: UTF8.self)
    }

    /// Every file below, with its bytes: two of these are equal when nothing was written between them.
    func contents() throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for name in FileTree.files(in: path) { found[name] = try System.read("\(path)/\(name)") }
        return found
    }
}

let september = Period(.month, containing: CivilDate(year: 2026, month: 9, day: 1))

/// A share of 999 calls against the national standard, with its counts.
func shareRow(
    _ hits: Int, of total: Int, _ verdict: FigureRow.Verdict?, standard: Double? = 90, rule: String = ">=",
    status: String = "national"
) -> FigureRow {
    var row = FigureRow(kpi: "C01", statistic: "share", period: september, dimension: "all", member: "all")
    row.value = total == 0 ? nil : Double(hits) * 100 / Double(total)
    row.numerator = Double(hits)
    row.denominator = total
    row.considered = total
    row.missing = 0
    row.notDue = 0
    row.excluded = 0
    row.notEvidenced = 0
    row.standard = standard.map { .init(name: "999-answer", rule: rule, value: $0, upper: nil, status: status) }
    row.verdict = verdict
    return row
}

/// A figure with everything that these tests do not look at left plain.
func figure(
    _ id: String = "C01", name: String = "999 answered in under 10 seconds", unit: Unit = .percent,
    table: String = "contacts", measure: Measure = .count, times: Int = 1
) -> FigureDefinition {
    FigureDefinition(
        id: id, name: name, isHeadline: true, table: table, period: "offered_at",
        among: Selection(conditions: [], exclusions: []), amongText: "calls_999", due: nil, missing: .leaveOut,
        measure: measure, measureText: "share: wait < 10 s", unit: unit, better: .higher, standard: "999-answer",
        by: [],
        clock: "first offer to first human", basis: nil, note: nil, question: nil, findings: [], variantOf: nil,
        needsResolution: nil, owner: "peel", hash: "5f21ab", change: nil, examples: [],
        location: .init(file: "kpis/calls.yaml", line: 3, column: 3), times: times)
}
