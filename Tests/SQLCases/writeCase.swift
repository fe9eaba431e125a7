import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import SQLPrinting
import Tables

/// One case as a folder: the definition, the tables, the SQL, and our answers, for DuckDB to be asked the same.
func writeCase(_ name: String, _ input: ComputeInput, definition text: String, to folder: String) async throws {
    let place = "\(folder)/\(name)"
    try System.makeFolder(place, mode: Modes.stateFolder)
    let computed = try await compute(input)
    let figures = input.definition.reportedFigures
    try writeTables(try await input.withTableRules(), to: "\(place)/tables")
    let files = [
        ("definition.yaml", Array(text.utf8)), ("figures.sql", Array(try printSQL(input.definition).utf8)),
        ("results.csv", resultsCSV(computed.results, figures: figures).bytes),
        ("breakdowns.csv", resultsCSV(computed.breakdowns, figures: figures).bytes),
        ("triangles.csv", trianglesCSV(computed.triangles, figures: figures, byteOrderMark: false).bytes),
    ]
    for (file, bytes) in files { try System.create("\(place)/\(file)", bytes, mode: Modes.stateFile) }
}
