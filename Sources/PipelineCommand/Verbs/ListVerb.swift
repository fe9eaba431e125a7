import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting

/// `pipeline list`: every KPI in a line.
struct ListVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Name every KPI, those the force changed, or those its exports cannot give.")

    @OptionGroup var common: CommonOptions

    @Flag(name: .customLong("changed"), help: "Only what the force changed, left out or added, with its reasons.")
    var isChanged = false

    @Flag(name: .customLong("unmeasurable"), help: "Only what the exports cannot give, with why.")
    var isUnmeasurable = false

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        if isUnmeasurable {
            try Terminal.say(try await unmeasurable(definition))
        } else {
            try Terminal.say(isChanged ? changed(definition) : all(definition))
        }
    }

    private func all(_ definition: PipelineDefinition) -> [String] {
        textTable(
            header: ["KPI", "Name", "Unit", "Standard", "Owner"],
            rows: definition.figures.map { [$0.id, $0.name, $0.unit.word, $0.standard ?? "-", $0.owner] })
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
        let rows = try await compute(data.input).uncomputed.map {
            [$0.kpi, names[$0.kpi] ?? left[$0.kpi] ?? "", "\($0.state.words): \($0.because)"]
        }
        guard !rows.isEmpty else { return ["Every KPI can be computed from these exports."] }
        return textTable(header: ["KPI", "Name", "Why"], rows: rows)
    }
}
