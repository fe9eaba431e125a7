import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore

/// `pipeline list`: every KPI in a line, or the questions of a framework.
struct ListVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Name every KPI, those the force changed, what cannot be measured, or a framework's questions.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .customLong("changed"), help: "Only what the force changed, left out or added, with its reasons.")
    var isChanged = false

    @Flag(name: .customLong("unmeasurable"), help: "Only what the exports cannot give, and what no export shows.")
    var isUnmeasurable = false

    @Option(help: "The questions of a framework of inspections, by its id, with the KPIs that bear on each.")
    var framework: String?

    @Flag(name: .customLong("gaps"), help: "With --framework: only what nothing measures, and what would evidence it.")
    var isGaps = false

    mutating func validate() throws {
        if isGaps, framework == nil { throw ValidationError("--gaps goes with --framework.") }
        if [isChanged, isUnmeasurable, framework != nil].count(where: { $0 }) > 1 {
            throw ValidationError("Give one of --changed, --unmeasurable and --framework.")
        }
    }

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        if let framework {
            let found = try findFramework(framework, in: definition)
            return try Terminal.say(
                isGaps ? gapLines(found) : frameworkLines(found, try published(definition), definition))
        }
        if isUnmeasurable {
            try Terminal.say(try await unmeasurable(definition))
        } else {
            try Terminal.say(isChanged ? changed(definition) : try all(definition))
        }
    }

    private func all(_ definition: PipelineDefinition) throws -> [String] {
        let states = try published(definition)
        let rows = definition.figures.map { figure in
            [
                figure.id, figure.name, figure.unit.word, figure.standard ?? "-", figure.owner,
                states[figure.id].map { stateText($0, figure) } ?? "no run yet",
            ]
        }
        let left = definition.leftOut.map { [$0.id, $0.name, "-", "-", "-", "left out: \($0.because)"] }
        return textTable(header: ["KPI", "Name", "Unit", "Standard", "Owner", "State"], rows: rows + left)
    }

    /// How the figures stand in the latest published run.
    private func published(_ definition: PipelineDefinition) throws -> [String: FigureRow] {
        let publication = Publication(output: definition.folders.output)
        guard let latest = publication.latest else { return [:] }
        return try newestStates(inRun: publication.folder(asOf: latest.asOf, run: latest.run))
    }

    private func changed(_ definition: PipelineDefinition) -> [String] {
        let changes = definition.figures.compactMap { figure -> [String]? in
            if let change = figure.change {
                let fields = change.fields.joined(separator: ", ")
                return [
                    figure.id, figure.name, "changed (\(fields)) by \(change.by) on \(change.on): \(change.because)",
                ]
            }
            return figure.id.hasPrefix("L") ? [figure.id, figure.name, "added by \(figure.owner)"] : nil
        }
        let left = definition.leftOut.map { [$0.id, $0.name, "left out: \($0.because)"] }
        guard !changes.isEmpty || !left.isEmpty else { return ["\(definition.force) changes nothing of ours."] }
        return textTable(header: ["KPI", "Name", "What"], rows: changes + left)
    }

    private func unmeasurable(_ definition: PipelineDefinition) async throws -> [String] {
        let data = try await readPipelineData(definition, try common.request())
        let names = Dictionary(definition.figures.map { ($0.id, $0.name) }) { first, _ in first }
        let left = Dictionary(definition.leftOut.map { ($0.id, $0.name) }) { first, _ in first }
        let rows = notComputed(data.input).figures.map {
            [$0.kpi, names[$0.kpi] ?? left[$0.kpi] ?? "", "\($0.state.words): \($0.because)"]
        }
        let lines =
            rows.isEmpty
            ? ["Every KPI can be computed from these exports."] : textTable(header: ["KPI", "Name", "Why"], rows: rows)
        let gaps = gapLines(definition.frameworks)
        return gaps.isEmpty ? lines : lines + ["", "What no export shows, whatever the frameworks ask:"] + gaps
    }
}
