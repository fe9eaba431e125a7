/// What a monitoring system wants to know of an attempt.
package struct RunMetrics: Sendable {
    package struct Source: Sendable {
        package let name: String
        package let accepted: Int
        package let rejected: Int
        /// The newest accepted record, UTC milliseconds.
        package let newest: Int64?

        package init(name: String, accepted: Int, rejected: Int, newest: Int64?) {
            self.name = name
            self.accepted = accepted
            self.rejected = rejected
            self.newest = newest
        }
    }

    package let force: String
    /// UTC milliseconds.
    package let started: Int64
    package let ended: Int64
    /// Of the last attempt that ended well, which may be an earlier one.
    package let lastSuccess: Int64?
    package let exitCode: Int
    package let sources: [Source]
    /// Quality rules by whether any row failed them.
    package let passed: Int
    package let failed: Int

    package init(
        force: String, started: Int64, ended: Int64, lastSuccess: Int64?, exitCode: Int, sources: [Source],
        passed: Int, failed: Int
    ) {
        self.force = force
        self.started = started
        self.ended = ended
        self.lastSuccess = lastSuccess
        self.exitCode = exitCode
        self.sources = sources
        self.passed = passed
        self.failed = failed
    }
}

/// The metrics in the text format of Prometheus, for its textfile collector: gauges without times of their own. A success
/// that never was is at 0, so that an alarm on its age fires.
package func metricsText(_ metrics: RunMetrics) -> String {
    let force = ("force", metrics.force)
    func perSource(_ value: (RunMetrics.Source) -> String?) -> [(labels: [(String, String)], value: String)] {
        metrics.sources.compactMap { source in value(source).map { ([force, ("source", source.name)], $0) } }
    }
    return [
        gauge("last_run_timestamp_seconds", "Start of the last attempt.", [([force], seconds(metrics.started))]),
        gauge(
            "last_success_timestamp_seconds", "End of the last attempt that ended with current figures published.",
            [([force], seconds(metrics.lastSuccess ?? 0))]),
        gauge("last_exit_code", "Exit code of the last attempt.", [([force], "\(metrics.exitCode)")]),
        gauge(
            "duration_seconds", "How long the last attempt took.", [([force], seconds(metrics.ended - metrics.started))]
        ),
        gauge("input_rows", "Accepted rows by source.", perSource { "\($0.accepted)" }),
        gauge("rejected_rows", "Rejected rows by source.", perSource { "\($0.rejected)" }),
        gauge(
            "input_age_seconds", "Age of the newest record at the end of the attempt.",
            perSource { source in source.newest.map { seconds(metrics.ended - $0) } }),
        gauge(
            "dq_checks", "Quality rules of the sources by whether any row failed them.",
            [
                ([force, ("status", "passed")], "\(metrics.passed)"),
                ([force, ("status", "failed")], "\(metrics.failed)"),
            ]),
    ].joined()
}

private func gauge(_ name: String, _ help: String, _ samples: [(labels: [(String, String)], value: String)]) -> String {
    guard !samples.isEmpty else { return "" }
    let lines = samples.map { sample in
        let labels = sample.labels.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
        return "pipeline_\(name){\(labels)} \(sample.value)\n"
    }
    return "# HELP pipeline_\(name) \(help)\n# TYPE pipeline_\(name) gauge\n" + lines.joined()
}

private func escaped(_ text: String) -> String {
    text.map { character in
        switch character {
        case "\\": "\\\\"
        case "\"": "\\\""
        case "\n": "\\n"
        default: String(character)
        }
    }.joined()
}

/// Milliseconds as seconds with three decimals at most.
private func seconds(_ milliseconds: Int64) -> String {
    decimalText(Double(milliseconds) / 1000)
}
