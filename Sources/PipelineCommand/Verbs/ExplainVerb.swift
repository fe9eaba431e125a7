import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// `pipeline explain`: the answer to one figure in words, then the rows behind it.
struct ExplainVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Answer for one figure: how many, out of how many, what was left out, says who; then list its rows.",
        discussion: "Rows show the key and what decides the figure, never a sensitive column, and where they stand.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "A KPI's id, in any case.")
    var kpi: String

    @Option(help: "The period, such as 2026-09, FY2026-27 or 2025-10..2026-06.")
    var period: String

    @Option(name: .customLong("where"), help: "One member of a dimension: queue=101.")
    var member: String?

    @Option(name: .customLong("run"), help: "A published run, by its id: only if its inputs and definitions are these.")
    var runID: String?

    @Option(name: .customLong("as-of"), help: "The last day that counts, yyyy-MM-dd.")
    var asOf: String?

    @Option(name: .customLong("csv"), help: "Write the rows to this new file, readable by you alone.")
    var csv: String?

    @Flag(name: .customLong("numerator"), help: "List the rows that were counted.")
    var isNumerator = false

    @Flag(name: .customLong("missed"), help: "List the rows in the denominator that were not.")
    var isMissed = false

    @Flag(name: .customLong("not-evidenced"), help: "List the rows counted against for lack of a value.")
    var isNotEvidenced = false

    @Flag(name: .customLong("missing"), help: "List the rows left out for lack of a value.")
    var isMissing = false

    @Flag(name: .customLong("not-due"), help: "List the rows that are not yet due.")
    var isNotDue = false

    @Option(name: .customLong("excluded"), help: "List the rows left out for this reason.")
    var excluded: String?

    mutating func validate() throws {
        let count = [isNumerator, isMissed, isNotEvidenced, isMissing, isNotDue, excluded != nil].count { $0 }
        if count > 1 {
            throw ValidationError(
                "Give one of --numerator, --missed, --not-evidenced, --missing, --not-due and --excluded REASON.")
        }
        if csv != nil, count == 0 { throw ValidationError("--csv needs to know which rows: --numerator, --missed, …") }
    }

    func run() async throws {
        let current = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let publication = Publication(output: current.folders.output)
        let published = try runID.map { try findRun($0, in: publication) }
        // A published run is explained by its own definitions, whatever has been edited since.
        let definition = try published.map { try loadPublished($0, in: publication, like: current) } ?? current
        let figure = try findFigure(kpi, in: definition)
        let asked = try readPeriod(period)
        let choice = try member.map { text in
            let (dimension, member) = try readMember(text, of: figure, in: definition)
            return MemberChoice(dimension: dimension, member: member)
        }
        if let excluded { try checkReason(excluded, figure) }
        let line = common.progressLine()
        let request = try common.request(asOf: asOf ?? published?.asOf, progress: line)
        let data = try await readPipelineData(definition, request)
        line?.clear()
        if let published { try checkRun(published.run, is: data) }
        let explanation = try await explain(
            data.input, kpi: figure.id, period: asked, member: choice, rows: selection)
        guard !explanation.figures.isEmpty else { throw try await noSuchMember(choice, figure, asked, data) }
        var lines = answerLines(explanation, figure, data)
        if let selection {
            lines += [""] + (try listRows(explanation.rows, selection, data))
        }
        try Terminal.say(lines)
    }

    private var selection: RowSelection? {
        if isNumerator { return .numerator }
        if isMissed { return .missed }
        if isNotEvidenced { return .notEvidenced }
        if isMissing { return .missing }
        if isNotDue { return .notDue }
        return excluded.map { .excluded($0) }
    }

    private func noSuchMember(
        _ choice: MemberChoice?, _ figure: FigureDefinition, _ asked: Period, _ data: PipelineData
    ) async throws -> Diagnostic {
        let dimension = choice?.dimension ?? ""
        let rows = try await Compute.figures(data.input, kpis: [figure.id], periods: .one(asked), by: dimension)
        let nearest = nearestName(to: choice?.member ?? "", among: rows.map(\.member))
        return Diagnostic(
            code: "E0116", "\(figure.id) has no row with \(member ?? "") in \(period)",
            help: (nearest.map { "did you mean \(dimension)=\($0)? " } ?? "")
                + "pipeline figures \(figure.id) --period \(period) --by \(dimension) lists the members")
    }

    private func checkReason(_ reason: String, _ figure: FigureDefinition) throws {
        let reasons = figure.among.exclusions.map(\.reason)
        guard !reasons.contains(reason) else { return }
        let nearest = nearestName(to: reason, among: reasons).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
            code: "E0116", "\(figure.id) leaves nothing out for '\(reason)'",
            help: nearest
                + (reasons.isEmpty ? "it leaves nothing out" : "its reasons are \(reasons.joined(separator: ", "))"))
    }

    private func listRows(_ rows: [ExplainedRow], _ selection: RowSelection, _ data: PipelineData) throws -> [String] {
        let table = try rowTable(rows, data)
        guard let csv else {
            let title = "\(groupedText(rows.count)) rows"
            return rows.isEmpty ? ["No rows."] : [title] + textTable(header: table.header, rows: table.rows)
        }
        var writer = CSVWriter(header: table.header)
        for row in table.rows {
            for cell in row { writer.text(cell) }
            writer.endRecord()
        }
        try System.create(csv, writer.bytes, mode: Modes.stateFile)
        return ["\(groupedText(rows.count)) rows written to \(csv)"]
    }
}
