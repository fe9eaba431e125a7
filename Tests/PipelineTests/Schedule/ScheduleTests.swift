import Foundation
import PipelineRunner
import Tables
import Testing

/// What cron and systemd are told: worked by hand from crontab(5) and systemd.time(7).
struct ScheduleTests {
    private func schedule(
        at time: String, folder: String = "/etc/pipeline/loamshire", flags: [String] = [], others: [String] = []
    ) throws
        -> Schedule
    {
        Schedule(
            at: try Schedule.Time(time), program: "/usr/bin/pipeline", folder: folder, flags: flags, user: "pipeline",
            zone: "Europe/London", output: "/srv/pipeline/loamshire",
            writes: ["/var/lib/pipeline/loamshire"] + others)
    }

    private func jobs(_ entry: [String]) -> [String] { entry.filter { $0.first?.isNumber == true } }

    @Test func aTimeInTheFirstHalfOfAnHourIsOneLine() throws {
        #expect(
            jobs(cronEntry(try schedule(at: "04:15"))) == [
                "15,45 4-23 * * * pipeline test -x /usr/bin/pipeline && umask 077 && "
                    + "/usr/bin/pipeline run --quiet --pipeline /etc/pipeline/loamshire"
            ])
    }

    @Test func aTimeInTheSecondHalfBeginsWithATryOfItsOwn() throws {
        let found = jobs(cronEntry(try schedule(at: "03:30"))).map { $0.prefix(16) }
        #expect(found == ["30 3 * * * pipel", "0,30 4-23 * * * "])
    }

    @Test func theLastHalfHourOfTheDayHasOneTry() throws {
        #expect(jobs(cronEntry(try schedule(at: "23:40"))).map { $0.prefix(11) } == ["40 23 * * *"])
        #expect(jobs(cronEntry(try schedule(at: "23:10"))).map { $0.prefix(14) } == ["10,40 23 * * *"])
    }

    @Test func anOddFolderIsQuotedForTheShellAndForCron() throws {
        let line = try #require(jobs(cronEntry(try schedule(at: "4:00", folder: "/srv/a b/it's 5%"))).first)
        #expect(line.hasSuffix(#"run --quiet --pipeline '/srv/a b/it'\''s 5\%'"#))
    }

    @Test func theServiceMayWriteWhereTheJobDoes() throws {
        let units = systemdUnits(
            try schedule(
                at: "03:30", others: ["/var/log/pipeline/night.log", "/srv/pipeline/a b/x", "/srv/pipeline/c"]))
        #expect(
            units.first { $0.hasPrefix("ReadWritePaths=") }
                == #"ReadWritePaths=-/srv/pipeline -/var/lib/pipeline -/var/log/pipeline "-/srv/pipeline/a b""#)
    }

    @Test func flagsAreRepeated() throws {
        let line = try #require(
            jobs(cronEntry(try schedule(at: "04:00", flags: ["--output", "/mnt/out"]))).first)
        #expect(line.hasSuffix("--pipeline /etc/pipeline/loamshire --output /mnt/out"))
    }

    @Test(arguments: ["", "3", "24:00", "03:60", "3:5", "03:30:00", "+3:30", "03.30", "٣:30", ":30", "003:30"])
    func whatIsNoTimeIsRefused(_ text: String) {
        #expect(
            throws: Diagnostic(
                code: "E0181", "'\(text)' is not a time of the day", help: "write it as hh:mm, such as 03:30")
        ) { try Schedule.Time(text) }
    }

    @Test(arguments: [("00:59", false), ("01:00", true), ("02:59", true), ("03:00", false)])
    func timesOfTheClockChangesAreRemarkedOn(_ time: String, _ isRemarked: Bool) throws {
        #expect(clockChangeRemark(try schedule(at: time)).isEmpty != isRemarked)
        #expect(cronEntry(try schedule(at: time)).contains { $0.contains("is missing on one night") } == isRemarked)
    }

    @Test func thePackagedEntryIsThePrintedOneInRemarks() throws {
        let packaged = try packagedLines("cron.d/pipeline")
        for line in cronEntry(try schedule(at: "03:30", folder: "/etc/pipeline/FORCE")) where !line.hasPrefix("#") {
            #expect(packaged.contains("#" + line))
        }
        #expect(packaged.allSatisfy { $0.isEmpty || $0.hasPrefix("#") })
    }

    @Test func thePackagedUnitsAreThePrintedOnes() throws {
        let printed = systemdUnits(try schedule(at: "03:30", folder: "/etc/pipeline/loamshire"))
        let packaged =
            try packagedLines("systemd/pipeline@.service") + [
                "", "# /etc/systemd/system/pipeline-loamshire.timer",
            ] + packagedLines("systemd/pipeline@.timer")
        let start = try #require(printed.firstIndex(of: "# /etc/systemd/system/pipeline-loamshire.service"))
        #expect(
            Array(printed[(start + 1)...]) == packaged.map { $0.replacingOccurrences(of: "%i", with: "loamshire") })
    }

    private func packagedLines(_ path: String) throws -> [String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")
        let text = try String(contentsOf: root.appending(path: "Sources/Packaging/\(path)"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    }
}
