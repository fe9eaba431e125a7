import Reporting
import Tables

extension RunAttempt {
    /// The record of an attempt that computed nothing: what it came to, and why.
    func attemptRecord(_ outcome: StatusReport.Outcome, run: String? = nil, _ messages: [Diagnostic], _ ended: Attempt)
        -> JSON
    {
        let known = soFar
        return .object([
            .init("schema", .integer(schemaNumber)),
            .init("run", .optional(run)),
            .init("force", .optional(identityOrGuess?.force)),
            .init("marking", .optional(identityOrGuess?.marking)),
            .init("as_of", .optional(known.asOf.map { "\($0.day)" })),
            .init("program", .object([.init("name", .text("pipeline")), .init("version", .text(programVersion))])),
            .init("outcome", .text(outcome.rawValue)),
            .init("messages", .list(messages.map { diagnosticRecord($0, files: known.definitionFiles) })),
            .init("attempt", ended.record),
        ])
    }
}
