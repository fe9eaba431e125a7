import Definitions
import Foundation
import Tables

extension TestForce {
    /// A force whose sources are written as YAML, over our own tables and rules.
    static func loaded(sources: String...) throws -> TestForce {
        let peel = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Pipelines/peel")
        var files: [PipelineDefinition.DefinitionFile] = []
        let names = try FileManager.default.subpathsOfDirectory(atPath: peel.path).sorted()
        for name in names where name.hasSuffix(".yaml") {
            let bytes = Array(try Data(contentsOf: peel.appendingPathComponent(name)))
            files.append(.init(path: "peel/\(name)", bytes: bytes))
        }
        let head = "force: Loamshire Police\nextends: peel\ninputs: in\nmarking: OFFICIAL\n"
        files.append(.init(path: "force/pipeline.yaml", bytes: Array(head.utf8)))
        files.append(
            .init(path: "force/sources/all.yaml", bytes: Array(sources.joined(separator: "\n---\n").utf8)))
        let definition = try loadPipeline(files: files, folder: "force")
        let force = try TestForce()
        force.schemas = definition.schemas
        force.sources = definition.sources
        force.rules = definition.rules
        force.settings = definition.settings
        return force
    }
}

/// Exports of two crime systems that were in use one after the other, and of one history of outcomes.
enum CrimeExports {
    /// The old system: codes, local times to the minute.
    static let old = """
        source: crimes_old
        table: crimes
        files: "old_{yyyyMMdd}.csv"
        exports: snapshot
        columns:
          crime_id:     { from: Crime No }
          recorded_at:  { from: Recorded, format: "dd/MM/yyyy HH:mm" }
          status:       { from: Status, values: { LIVE: open, FILED: closed, NO CRIME: cancelled } }
          outcome_code: { from: Outcome }
          outcome_at:   { from: Outcome Date, format: "dd/MM/yyyy" }
        """
    static let oldHeader = "Crime No,Recorded,Status,Outcome,Outcome Date\n"

    /// The new one: words, other headers, ISO times.
    static let new = """
        source: crimes_new
        table: crimes
        files: "new_{yyyyMMdd}.csv"
        exports: snapshot
        columns:
          crime_id:     { from: OccurrenceNo }
          recorded_at:  { from: RecordedTime, format: iso }
          status:       { from: State, values: { Open: open, Filed: closed } }
          outcome_code:
            from: Result
            values:
              "Charge/Summons": "1"
              "Charge/Summonsed With Alternate Offence": 1A
              "Investigation Complete: No Suspect Identified": "18"
          outcome_at:   { from: ResultTime, format: iso }
        """
    static let newHeader = "OccurrenceNo,RecordedTime,State,Result,ResultTime\n"

    static let history = """
        source: outcomes
        table: outcomes
        files: "outcomes_{yyyyMMdd}.csv"
        exports: snapshot
        columns:
          crime_id:     { from: Ref }
          outcome_code: { from: Code }
          outcome_at:   { from: Assigned, format: "MM/dd/yyyy h:mm a" }
        """
}
