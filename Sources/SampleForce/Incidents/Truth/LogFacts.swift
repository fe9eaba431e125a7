/// What the plan says of a log's response, with the logs that repeat it: the rules of attendance applied by hand to what
/// was planned, not to rows.
struct LogFacts {
    let log: Log
    let received: Int
    let firstAssigned: Int?
    let arrived: Int?
    let entries: [Log.Entry]
    /// When its story ended: arrival, closing, or now.
    let stop: Int
    let closed: Int?
    private let steps: [Log.Regrade]

    init(_ log: Log, copies: [Log], asOf: Int) {
        self.log = log
        let all = [log] + copies
        received = all.map { $0.received ?? $0.created }.min() ?? log.created
        // What a copy's units and entries say counts for the log that it repeats.
        let isCopy = log.status == .duplicate && log.duplicateOf != nil && log.duplicateOf != log.id
        let visits = isCopy ? [] : all.flatMap(\.visits).filter { $0.fate == .accepted }
        firstAssigned = visits.compactMap(\.assigned).min()
        arrived = visits.filter { $0.type != .examiner || $0.label != nil }.compactMap(\.arrived).min()
        entries = isCopy ? [] : all.flatMap(\.entries)
        closed = if let reopened = log.reopened, let end = log.closed, reopened > end { nil } else { log.closed }
        stop = arrived ?? closed ?? asOf
        steps = log.regrades
    }

    var isCounted: Bool {
        log.fate == .accepted && ![.test, .duplicate, .transferred].contains(log.status) && !log.origin.isOurs
    }

    var mustAttend: Bool { log.mustAttend ?? (log.grade <= 3) }
    /// Nothing where neither the flag nor an arrival says it.
    var attendedAny: Bool? { arrived != nil ? true : log.attended }
    /// At the scene within a second of the creation: found there rather than sent.
    var isAtScene: Bool { arrived.map { (0...1).contains($0 - log.created) } ?? false }

    var gradeAtStop: Grade {
        steps.isEmpty ? log.finalGrade : steps.last { $0.time <= stop }?.to ?? log.grade
    }

    /// The grade whose target had passed when the log was lowered from it.
    var missedGrade: Grade? {
        steps.first { $0.to > $0.from && $0.time < stop && wasLate($0) }?.from
    }

    var judgedGrade: Grade { missedGrade ?? gradeAtStop }

    var isDowngraded: Bool { steps.contains { $0.to > $0.from && $0.time < stop } }

    var isRaisedSoon: Bool { steps.contains { $0.to < $0.from && $0.time <= log.created + 900 } }

    /// The clock starts again when the log first becomes as urgent as `grade`.
    func start(_ grade: Grade) -> Int {
        if log.grade <= grade { return received }
        return steps.first { $0.time <= stop && $0.to <= grade }?.time ?? received
    }

    func target(_ grade: Grade) -> Int? { Targets.seconds(grade, isRural: log.place.isRural) }

    var due: Int? { target(judgedGrade).map { start(judgedGrade) + $0 } }
    var dueByArrival: Int? { target(gradeAtStop).map { start(gradeAtStop) + $0 } }
    var dueByFirst: Int? { target(log.grade).map { received + $0 } }

    /// Yes only for a recorded arrival in time; a downgrade after the target is a miss whatever followed.
    var isInTime: Bool? {
        if missedGrade != nil { return false }
        return isInTime(from: start(judgedGrade), due: due)
    }

    func isInTime(from start: Int, due: Int?) -> Bool? {
        guard let arrived, let due, arrived >= start else { return nil }
        return arrived <= due
    }

    var hasResponseTime: Bool { arrived.map { $0 >= start(judgedGrade) } ?? false }

    var isLate: Bool { due.map { stop > $0 } ?? false }

    /// Whether the caller had cancelled before both the target and any arrival.
    func isCancelled(before due: Int?) -> Bool {
        guard let cancelled = log.callerCancelled else { return false }
        guard let first = [due, arrived].compactMap(\.self).min() else { return true }
        return cancelled < first
    }

    private func wasLate(_ step: Log.Regrade) -> Bool {
        guard let target = target(step.from) else { return false }
        if log.grade <= step.from { return step.time > received + target }
        guard let held = steps.first(where: { $0.to <= step.from && $0.time <= step.time }) else { return false }
        return step.time > held.time + target
    }
}
