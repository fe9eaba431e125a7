import ArgumentParser
import Definitions
import PipelineRunner
import RunStore
import Tables

/// `pipeline schedule`: what makes cron or systemd run a force's job every night.
struct ScheduleVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Print the entry that runs the job every night.",
        discussion: """
            The job is tried every 30 minutes until it has published; tries after that write nothing and say nothing.
            Nothing is installed: save what is printed where its first line says.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "The time of the first try, on the machine's clock; 01:00 to 02:59 is not wise.")
    var at = "03:30"

    @Flag(help: "Print a systemd service and timer instead of the entry for /etc/cron.d.")
    var systemd = false

    func run() throws {
        let folder = fullPath(try common.folder())
        let definition = try loadPipeline(folder: folder, overrides: common.overrides)
        let operations = readOperations(folder: folder)
        let schedule = Schedule(
            at: try Schedule.Time(at), program: System.target(ofLink: "/proc/self/exe") ?? "/usr/bin/pipeline",
            folder: folder, flags: flags, user: user, zone: definition.timeZone,
            output: fullPath(definition.folders.output),
            writes: [definition.folders.state, operations.log, operations.prometheus]
                .compactMap { $0.map(fullPath) })
        let remark = clockChangeRemark(schedule)
        if !remark.isEmpty { Terminal.report(["warning: \(remark.dropFirst(2))"]) }
        try Terminal.say(systemd ? systemdUnits(schedule) : cronEntry(schedule))
    }

    /// The installed account where the machine has it, else whoever asks.
    private var user: String {
        let accounts = (try? System.read("/etc/passwd")) ?? []
        let names = String(decoding: accounts, as: UTF8.self).split(separator: "\n").compactMap {
            $0.split(separator: ":", omittingEmptySubsequences: false).first
        }
        if names.contains("pipeline") { return "pipeline" }
        return System.environment("LOGNAME") ?? System.environment("USER") ?? "root"
    }

    private var flags: [String] {
        [("inputs", common.inputs), ("output", common.output), ("state", common.state)].flatMap { flag, folder in
            folder.map { ["--\(flag)", fullPath($0)] } ?? []
        }
    }

    /// From the root, because cron and systemd begin somewhere else.
    private func fullPath(_ path: String) -> String {
        joinedPath(System.target(ofLink: "/proc/self/cwd") ?? "/", path)
    }
}
