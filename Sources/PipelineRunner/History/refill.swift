import Reporting
import RunStore
import Tables

/// Puts into a new history what published runs still say, oldest as-of first: at most the newest ten, so that a night
/// that has to begin a history is not held up.
func refill(_ history: History, from publication: Publication) throws(Diagnostic) {
    let latest = publication.latest
    var runs: [(asOf: String, run: String)] = []
    for day in System.names(in: publication.output) where CivilDate(day) != nil {
        for run in System.names(in: "\(publication.output)/\(day)") { runs.append((day, run)) }
    }
    runs.removeAll { $0.asOf == latest?.asOf && $0.run == latest?.run }
    if let latest { runs.append(latest) }
    for run in runs.suffix(10) {
        try remember(run, in: history, from: publication, published: nil, attempt: nil)
    }
}

/// Puts into a history what one published run says, read from its folder; nothing where that cannot be read.
func remember(
    _ run: (asOf: String, run: String), in history: History, from publication: Publication, published: String?,
    attempt: Int64?
) throws(Diagnostic) {
    guard let found = PublishedRun(run, in: publication) else { return }
    _ = try history.keep(
        KeptRun(
            asOf: run.asOf, run: run.run, program: found.program, published: published, exports: found.exports),
        figures: found.figures, attempt: attempt)
}

/// A run read back from its folder, as far as the history needs it.
private struct PublishedRun {
    let program: String
    let exports: [KeptRun.Export]
    let figures: [KeptFigure]

    init?(_ run: (asOf: String, run: String), in publication: Publication) {
        let folder = publication.folder(asOf: run.asOf, run: run.run)
        guard let results = try? System.read("\(folder)/results.csv"),
            let sources = try? System.read("\(folder)/sources.csv")
        else { return nil }
        program = publishedProgram(inRun: folder)
        exports = publishedFiles(sources).map {
            KeptRun.Export(
                source: $0.source, file: $0.file, sha256: $0.sha256, state: $0.state, accepted: $0.accepted,
                rejected: $0.rejected)
        }
        figures = publishedFigures(results)
    }
}

/// The program that made a run, as its `run.json` says; empty where it does not.
func publishedProgram(inRun folder: String) -> String {
    guard let bytes = try? System.read("\(folder)/run.json") else { return "" }
    // Our own spelling: "program": { "name": "pipeline", "version": "0.1.0" }.
    let text = String(decoding: bytes, as: UTF8.self)
    guard let program = text.firstRange(of: "\"program\"") else { return "" }
    let rest = text[program.upperBound...].prefix(200)
    guard let version = rest.firstRange(of: "\"version\"") else { return "" }
    let quoted = rest[version.upperBound...].split(separator: "\"", omittingEmptySubsequences: false)
    return quoted.count > 1 ? String(quoted[1]) : ""
}

/// The totals of a `results.csv`.
func publishedFigures(_ bytes: [UInt8]) -> [KeptFigure] {
    let table = readTable(bytes)
    let names = ["kpi", "statistic", "period", "state", "value", "numerator", "denominator", "verdict"]
    let places = names.compactMap { table.header.firstIndex(of: $0) }
    guard places.count == names.count else { return [] }
    return table.records.compactMap { record in
        guard record.count == table.header.count else { return nil }
        let cells = places.map { record[$0] }
        return KeptFigure(
            key: .init(kpi: cells[0], statistic: cells[1], period: cells[2]), state: cells[3],
            value: Double(cells[4]), numerator: Double(cells[5]), denominator: Int(cells[6]), verdict: cells[7],
            definition: "")
    }
}
