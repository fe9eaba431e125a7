extension LogFault {
    /// Histories that do not fit together.
    static let historyFaults: [LogFault] = [
        LogFault(
            name: "a grade is left that the log was not in", month: Month(2025, 9), count: 3, source: .grades,
            column: "grade_from", suits: { isAttended($0) && $0.regrades.count == 2 && isAfterArrival($0) }
        ) { log in
            log.regrades[1].from = log.regrades[1].from == 5 ? 4 : 5
        },
        LogFault(
            name: "final grade is not that of the last change", month: Month(2025, 9), count: 3, column: "final_grade",
            suits: { isAttended($0) && $0.regrades.count == 1 && isAfterArrival($0) }
        ) { $0.finalGrade = $0.grade },
        LogFault(
            name: "duplicate of a log that there is not", month: Month(2025, 10), count: 2, column: "duplicate_of",
            suits: isUnattended
        ) { log in
            log.status = .duplicate
            log.duplicateOf = LogID(day: log.day, number: LogID.nowhere)
            log.attended = nil
        },
        LogFault(
            name: "duplicate of itself", month: Month(2025, 10), count: 1, column: "duplicate_of", suits: isUnattended
        ) { log in
            log.status = .duplicate
            log.duplicateOf = log.id
            log.attended = nil
        },
        LogFault(
            name: "attended says no, and a unit was there", month: Month(2025, 11), count: 4, column: "attended",
            suits: isAttended
        ) { $0.attended = false },
    ]

    @Sendable private static func isAfterArrival(_ log: Log) -> Bool {
        guard let arrival = log.arrival, let last = log.regrades.last else { return false }
        return last.time > arrival
    }

    @Sendable private static func isUnattended(_ log: Log) -> Bool {
        log.visits.isEmpty && log.regrades.isEmpty && log.attended == false
    }
}
