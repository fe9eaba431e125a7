import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// `pipeline check`: are the definitions sound, what do the exports hold, and which KPIs do they support?
struct CheckVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the definitions and their examples; profile the exports and say which KPIs they support.")

    @OptionGroup var common: CommonOptions

    @Option(help: "Profile this source only.")
    var source: String?

    @Option(name: .customLong("as-of"), help: "The last day that counts, yyyy-MM-dd.")
    var asOf: String?

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let faults = try await checkExamples(definition, zone: try readZone(definition.timeZone))
        if !faults.isEmpty { throw Diagnostics(faults) }
        try Terminal.say(definitionLines(definition))
        let examined = try source.map { try only($0, in: definition) } ?? definition
        guard System.kind(of: definition.folders.inputs + "/.") == .folder else {
            return try Terminal.say([
                "", "inputs: there is no folder \(definition.folders.inputs), so only definitions were checked",
            ])
        }
        let line = common.progressLine()
        let data = try await readPipelineData(examined, try common.request(asOf: asOf, progress: line))
        line?.clear()
        try Terminal.say(profileLines(data))
        if source == nil {
            try Terminal.say(coverageLines(data, try await compute(data.input)) + (try await listLines(data)))
        }
    }

    private func definitionLines(_ definition: PipelineDefinition) -> [String] {
        let examples = definition.figures.reduce(0) { $0 + $1.examples.count }
        let counts =
            [
                "\(definition.figures.count) KPIs", "\(definition.tables.count) tables",
                "\(definition.sources.count) sources",
                "\(definition.rules.count) rules", "\(definition.settings.count) settings",
                "\(definition.standards.count) standards", "\(examples) examples",
            ] + calendarCounts(definition.calendar)
        return ["definitions of \(definition.force): \(counts.joined(separator: ", ")), no faults"]
            + definition.warnings.map { "\($0)" }
    }

    private func calendarCounts(_ calendar: CalendarDefinition) -> [String] {
        let (breaks, excluded) = (calendar.breaks.count, calendar.excluded.count)
        var counts: [String] = []
        if breaks > 0 { counts.append("\(breaks) \(breaks == 1 ? "break" : "breaks")") }
        if excluded > 0 { counts.append("\(excluded) excluded \(excluded == 1 ? "period" : "periods")") }
        return counts
    }

    private func only(_ name: String, in definition: PipelineDefinition) throws -> PipelineDefinition {
        let found = definition.sources.filter { $0.name.lowercased() == name.lowercased() }
        guard !found.isEmpty else {
            let names = definition.sources.map(\.name)
            let nearest = nearestName(to: name, among: names).map { "did you mean \($0)? " } ?? ""
            throw Diagnostic(
                code: "E0115", "there is no source '\(name)'",
                help: nearest + "there is \(names.joined(separator: ", "))")
        }
        return definition.with(sources: found)
    }

    private func coverageLines(_ data: PipelineData, _ computed: ComputeResult) -> [String] {
        let total = data.definition.figures.count
        let missing = computed.uncomputed.filter { obstacle in
            data.definition.figures.contains { $0.id == obstacle.kpi }
        }
        let title = "KPIs: \(total - missing.count) of \(total) can be computed from these exports"
        let left = data.definition.leftOut.map { [$0.id, $0.name, "left out by the force: \($0.because)"] }
        let names = Dictionary(data.definition.figures.map { ($0.id, $0.name) }) { first, _ in first }
        let rows = missing.map { [$0.kpi, names[$0.kpi] ?? "", "\($0.state.words): \($0.because)"] } + left
        return ["", title] + (rows.isEmpty ? [] : textTable(header: ["KPI", "Name", "Why not"], rows: rows))
    }

    /// What each list of the force would hold; no row of it.
    private func listLines(_ data: PipelineData) async throws -> [String] {
        let lists = try await makeLists(data.input)
        guard !lists.isEmpty else { return [] }
        let rows = lists.map { list in
            [
                list.definition.id, list.definition.name,
                list.obstacle.map { "not made: \($0)" } ?? "\(groupedText(list.rows.count)) rows \(daysText(list))",
            ]
        }
        return ["", "lists of rows: \(lists.count)"] + textTable(header: ["List", "Name", "Rows"], rows: rows)
    }
}
