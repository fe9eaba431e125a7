import ArgumentParser
import PipelineRunner

/// The command line: `pipeline VERB …`.
struct PipelineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pipeline",
        abstract: "Police performance figures you can stand behind.",
        discussion: """
            Reads a force's exports, computes its figures, and publishes them with the evidence for each.

            Exit codes:
              0   done                          3   done, with something left out
              64  command line                  78  definitions at fault
              65  an export at fault            66  an export missing or late
              73  cannot create  74  disk       77  not allowed
              75  another run holds the lock    1   a fault of ours
            """,
        version: programVersion,
        subcommands: [
            RunVerb.self, CheckVerb.self, InitVerb.self, NewVerb.self, ListVerb.self, ShowVerb.self, FiguresVerb.self,
            ExplainVerb.self, HistoryVerb.self, DiffVerb.self, ReleaseVerb.self, ReleasesVerb.self, ReportVerb.self,
            TablesVerb.self, SqlVerb.self, ScheduleVerb.self, DoctorVerb.self, PruneVerb.self, HelpVerb.self,
        ])
}
