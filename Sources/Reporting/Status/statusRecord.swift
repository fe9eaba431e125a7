import Tables

/// `status.json`: the status for programs that watch.
package func statusRecord(_ status: StatusReport) -> JSON {
    .object([
        .init("schema", .integer(schemaNumber)),
        .init("force", .text(status.force)),
        .init("marking", .text(status.marking)),
        .init("outcome", .text(status.outcome.rawValue)),
        .init("exit_code", .integer(status.attempt.exitCode)),
        .init("as_of", .text(status.asOf)),
        .init("started", .text(status.attempt.started)),
        .init("ended", .text(status.attempt.ended)),
        .init("what_happened", .text(status.whatHappened)),
        .init("next_step", .text(status.nextStep)),
        .init(
            "latest",
            status.latest.map { .object([.init("run", .text($0.run)), .init("as_of", .text($0.asOf))]) } ?? .null),
        .init(
            "last_success",
            status.lastSuccess.map {
                .object([
                    .init("ended", .text($0.ended)), .init("run", .text($0.run)), .init("as_of", .text($0.asOf)),
                ])
            } ?? .null),
        .init("moved_releases", .list(status.movedReleases.map { .text($0) })),
        .init(
            "sources",
            .list(
                status.sources.map {
                    .object([
                        .init("source", .text($0.name)), .init("state", .text($0.state)),
                        .init("files", .integer($0.files)), .init("accepted", .integer($0.accepted)),
                        .init("rejected", .integer($0.rejected)), .init("newest_record", .text($0.newest)),
                        .init("expected_by", .text($0.expectedBy)),
                    ])
                })),
        .init("messages", .list(status.messages.map { diagnosticRecord($0, files: []) })),
    ])
}
