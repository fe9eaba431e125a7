package import Tables

/// When and how a force's nightly job is tried, with everything that cron and systemd need to be told.
package struct Schedule: Sendable {
    /// A local time of the day.
    package struct Time: Sendable, Hashable {
        package let hour: Int
        package let minute: Int

        /// Reads `03:30`.
        package init(_ text: String) throws(Diagnostic) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            let numbers = parts.compactMap { part in
                part.allSatisfy { $0.isASCII && $0.isNumber } && (1...2).contains(part.count) ? Int(part) : nil
            }
            guard parts.count == 2, numbers.count == 2, parts[1].count == 2, numbers[0] < 24, numbers[1] < 60 else {
                throw Diagnostic(
                    code: "E0181", "'\(text)' is not a time of the day", help: "write it as hh:mm, such as 03:30")
            }
            (hour, minute) = (numbers[0], numbers[1])
        }

        /// When clocks change, this hour may be missing or come twice.
        package var isDuringClockChange: Bool { hour == 1 || hour == 2 }

        var text: String { "\(twoDigits(hour)):\(twoDigits(minute))" }
    }

    let at: Time
    let program: String
    /// The folder of the force's definitions, from the root.
    let folder: String
    /// Flags that were given for folders of its own, to be repeated each night.
    let flags: [String]
    let user: String
    let zone: String
    let output: String
    /// The files and folders that the job writes, the output among them.
    let writes: [String]

    package init(
        at: Time, program: String, folder: String, flags: [String], user: String, zone: String, output: String,
        writes: [String]
    ) {
        self.at = at
        self.program = program
        self.folder = folder
        self.flags = flags
        self.user = user
        self.zone = zone
        self.output = output
        self.writes = [output] + writes
    }

    /// The force's name in the names of files: that of its folder, plain.
    var name: String {
        let last = folder.split(separator: "/").last.map(String.init) ?? "force"
        return String(last.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") ? $0 : "-" })
    }

    var arguments: [String] { ["run", "--quiet", "--pipeline", folder] + flags }

    /// The minutes of the half-hourly tries, ascending: 03:45 gives 15 and 45.
    var minutes: [Int] { [at.minute % 30, at.minute % 30 + 30] }

    /// The time to begin at as a crontab wants it, and the later tries of the same day; both end at midnight, when
    /// yesterday becomes another day.
    var tries: [(minutes: [Int], hours: ClosedRange<Int>)] {
        var found: [(minutes: [Int], hours: ClosedRange<Int>)] = []
        if at.minute < 30 {
            found.append((minutes, at.hour...23))
        } else {
            found.append(([at.minute], at.hour...at.hour))
            if at.hour < 23 { found.append((minutes, (at.hour + 1)...23)) }
        }
        return found
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
