import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import Reporting
import Tables

/// `pipeline figures`: any figure of any period, for a question that was not foreseen.
struct FiguresVerb: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Compute KPIs for one period, or for every period of a kind between two days.",
        discussion:
            "Nothing is published. The figures are as of the latest published run's day unless --as-of says otherwise.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "KPI ids, in any case.")
    var kpis: [String]

    @Option(help: "One period: 2026-09-14, 2026-W37, 2026-09, 2026-Q3, FY2026-27, R12-2026-09, 2025-10..2026-06.")
    var period: String?

    @Option(help: "The first period, with --every.")
    var from: String?

    @Option(help: "The last period, with --every.")
    var to: String?

    @Option(help: "day, week, month, quarter, financial_year, calendar_year or rolling_12_months.")
    var every: String?

    @Option(help: "A dimension whose members are told apart, such as queue.")
    var by: String?

    @Option(name: .customLong("as-of"), help: "The last day that counts, yyyy-MM-dd.")
    var asOf: String?

    @Option(help: "text, csv or json.")
    var format = Format.text

    mutating func validate() throws {
        if period != nil, from != nil || to != nil || every != nil {
            throw ValidationError("Give either --period, or --from, --to and --every.")
        }
        if period == nil, from == nil || to == nil || every == nil {
            throw ValidationError("Give a period: --period 2026-09, or --from 2026-01 --to 2026-09 --every month.")
        }
    }

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        var figures: [FigureDefinition] = []
        for kpi in kpis {
            let found = try findFigure(kpi, in: definition)
            if !figures.contains(where: { $0.id == found.id }) { figures.append(found) }
        }
        let periods = try readPeriods()
        let dimension = try by.map { name in
            try figures.map { try findDimension(name, of: $0, in: definition) }.first ?? name
        }
        let line = common.progressLine()
        let data = try await readPipelineData(definition, try common.request(asOf: asOf, progress: line))
        line?.clear()
        let computed = try await Compute.figures(
            data.input, kpis: figures.map(\.id), periods: periods, by: dimension)
        // In the order asked for.
        let rows = figures.flatMap { figure in computed.filter { $0.kpi == figure.id } }
        switch format {
        case .csv:
            try Terminal.send(
                resultsCSV(rows, figures: definition.figures, byteOrderMark: definition.csvByteOrderMark).bytes)
        case .json:
            try Terminal.send(record(rows, data).bytes)
        case .text:
            try Terminal.say(
                ["\(definition.force), data to \(Period.text(data.input.asOf.day))", ""] + text(rows, figures)
                    + excludedLines(rows, definition))
        }
    }

    private func readPeriods() throws -> FigurePeriods {
        guard let from, let to, let every else { return .one(try readPeriod(period ?? "")) }
        let word = every.lowercased().split(whereSeparator: { $0 == "-" || $0 == " " }).joined(separator: "_")
        guard let kind = PeriodKind(rawValue: word), kind != .span else {
            let kinds = PeriodKind.allCases.filter { $0 != .span }.map(\.rawValue)
            let nearest = nearestName(to: word, among: kinds).map { "did you mean \($0)? " } ?? ""
            throw Diagnostic(
                code: "E0112", "'\(every)' is not a kind of period",
                help: nearest + "there is \(kinds.joined(separator: ", "))")
        }
        let (first, last) = (try readPeriod(from), try readPeriod(to))
        guard first.first <= last.last else {
            throw Diagnostic(code: "E0112", "\(from) lies after \(to)", help: "swap --from and --to")
        }
        return .every(kind, from: first.first, to: last.last)
    }

    private func record(_ rows: [FigureRow], _ data: PipelineData) -> JSON {
        let records = Dictionary(data.definition.figures.map { ($0.id, RowRecords(of: $0, data.definition)) }) {
            first, _ in first
        }
        return .object([
            .init("force", .text(data.definition.force)),
            .init("marking", .text(data.definition.marking)),
            .init("as_of", .text("\(data.input.asOf.day)")),
            .init("figures", .list(rows.compactMap { records[$0.kpi]?.record(of: $0, isNamed: true) })),
        ])
    }

    /// The state, and of an immature period why it is.
    private func words(_ row: FigureRow, _ figure: FigureDefinition?) -> String {
        guard row.state == .immature, let figure else { return row.state.words }
        return immatureSentence(row, figure: figure)
    }

    /// Every figure that an excluded period concerns, without it and with it.
    private func excludedLines(_ rows: [FigureRow], _ definition: PipelineDefinition) -> [String] {
        let lines = rows.compactMap { row -> String? in
            guard let figure = definition.figures.first(where: { $0.id == row.kpi }),
                let sentence = excludedSentence(row, figure: figure, definition)
            else { return nil }
            let statistic = row.statistic == "share" ? "" : " \(row.statistic)"
            let member = row.dimension == "all" ? "" : ", \(row.member)"
            return "\(row.kpi)\(statistic), \(row.period.label)\(member). \(sentence)"
        }
        return lines.isEmpty ? [] : [""] + lines
    }

    private func text(_ rows: [FigureRow], _ figures: [FigureDefinition]) -> [String] {
        let byID = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
        let cells = rows.map { row -> [String] in
            let unit = byID[row.kpi]?.unit ?? .number(of: "")
            let value = displayText(row, unit: unit) ?? "-"
            let verdict = row.verdict.map { $0.rawValue.split(separator: "_").joined(separator: " ") }
            return [
                row.kpi, row.statistic, row.period.label, row.dimension == "all" ? "all" : row.member, value,
                row.denominator.map(groupedText) ?? "-",
                row.state == .ok ? verdict ?? "" : words(row, byID[row.kpi]),
            ]
        }
        return textTable(
            header: ["KPI", "Statistic", "Period", by ?? "Member", "Value", "n", "Verdict or state"], rows: cells,
            numeric: [4, 5])
    }
}
