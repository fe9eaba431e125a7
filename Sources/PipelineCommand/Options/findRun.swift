import Compute
import Definitions
import Ingest
import PipelineRunner
import Reporting
import RunStore
import Tables

/// A published run by the beginning of its id.
func findRun(_ id: String, in publication: Publication) throws -> (asOf: String, run: String) {
    if id.lowercased() == "latest", let latest = publication.latest { return latest }
    var found: [(asOf: String, run: String)] = []
    for day in System.names(in: publication.output) where CivilDate(day) != nil {
        for run in System.names(in: "\(publication.output)/\(day)") where run.hasPrefix(id.lowercased()) {
            found.append((day, run))
        }
    }
    guard found.count == 1, let only = found.first else {
        throw Diagnostic(
            code: "E0117", found.isEmpty ? "no published run begins with '\(id)'" : "'\(id)' begins several run ids",
            help: found.isEmpty
                ? "the runs are the folders under \(publication.output)/<as-of>"
                : "it may be \(found.map(\.run).joined(separator: ", "))")
    }
    return only
}

/// Refuses to explain a run from other inputs or definitions than its own: the rows would not be the figure's.
func checkRun(_ run: String, is data: PipelineData) throws {
    let now = runID(
        definition: data.definition, ingest: data.ingested, asOf: data.input.asOf, zone: data.input.zone,
        programVersion: programVersion, pseudonymKeyID: data.pseudonymKeyID)
    guard now == run else {
        throw Diagnostic(
            code: "E0118", "run \(run) was made from other exports, definitions or another program than are here now",
            help: "its own definitions and file hashes are in its folder; put those back to list its rows")
    }
}
