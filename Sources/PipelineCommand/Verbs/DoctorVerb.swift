import ArgumentParser
import Expressions
import Glibc
import PipelineRunner

/// `pipeline doctor`: is everything in place for the next night, and was the last one good?
struct DoctorVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at everything that a night needs; exit code 3 when something needs attention.")

    @OptionGroup var common: CommonOptions

    @Option(help: "How long ago the last success may be: 26h, 90m, 2d.")
    var since = "26h"

    func run() throws {
        guard let span = parseSpan(since) else {
            throw ValidationError("--since takes a span such as 26h, 90m or 2d, not '\(since)'.")
        }
        let findings = examine(folder: try common.folder(), overrides: common.overrides, since: span)
        try Terminal.say(findings.map(\.line))
        if findings.contains(where: { $0.remedy != nil }) { Glibc.exit(3) }
    }
}

/// `26h`, `90m` or `2d` as milliseconds.
private func parseSpan(_ text: String) -> Int64? {
    let unit = text.last == "m" ? text + "in" : text
    return parseDuration(unit).flatMap { $0 > 0 ? $0 : nil }
}
