import ArgumentParser
import Definitions
import SQLPrinting

/// `pipeline sql [KPI…]`: the figures as SQL over the tables that `pipeline tables` writes.
struct SqlVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Print the pipeline, or some KPIs, as SQL that DuckDB runs.",
        discussion: "One view for each derived table, one statement for each KPI, over the CSVs of `pipeline tables`.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "Ids of KPIs, in any case; none means all.")
    var kpis: [String] = []

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        let ids = try kpis.map { try findFigure($0, in: definition).id }
        try Terminal.send(Array(try printSQL(definition, kpis: ids.isEmpty ? nil : ids).utf8))
    }
}
