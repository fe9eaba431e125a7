import ArgumentParser
import Definitions
import PipelineRunner
import Tables

/// `pipeline prune`: removes old runs, attempts and lists, as `keep` of pipeline.yaml says; without `--yes` it only tells.
struct PruneVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune", abstract: "Show which old runs would be removed; with --yes, remove them.",
        discussion: """
            Kept are latest, every run that releases.csv names, all runs of the newest as-of days, and the newest run of \
            the last day of the newest months. How many of each, `keep` of pipeline.yaml says; a flag comes before it.
            """)

    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("keep-daily"), help: "So many of the newest as-of days keep all their runs.")
    var daily: Int?

    @Option(name: .customLong("keep-month-ends"), help: "So many months keep the newest run of their last day.")
    var monthEnds: Int?

    @Option(name: .customLong("keep-attempts"), help: "So many of the newest records of attempts stay.")
    var attempts: Int?

    @Option(name: .customLong("keep-lists"), help: "So many of the newest as-of days keep their lists of rows.")
    var lists: Int?

    @Flag(name: .customLong("yes"), help: "Remove. Without it nothing is removed.")
    var isSure = false

    mutating func validate() throws {
        for (flag, number, least) in [
            ("--keep-daily", daily, 1), ("--keep-month-ends", monthEnds, 0), ("--keep-attempts", attempts, 1),
            ("--keep-lists", lists, 1),
        ] {
            if let number, number < least { throw ValidationError("\(flag) takes a number from \(least).") }
        }
    }

    func run() throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        var policy = definition.keep
        policy.daily = daily ?? policy.daily
        policy.monthEnds = monthEnds ?? policy.monthEnds
        policy.attempts = attempts ?? policy.attempts
        policy.lists = lists ?? policy.lists
        let plan = isSure ? try prune(definition, policy) : planPruning(definition, policy)
        try Terminal.say(pruneLines(plan, isDone: isSure))
    }
}
