/// Logs that nobody is sent to.
enum Endings {
    private static let patience = Curve((0, 180), (4000, 900), (8000, 3600), (10_000, 14_400))

    static func transfer(_ log: inout Log, _ random: inout SplitMix64) {
        log.status = .transferred
        log.attended = false
        log.isRemote = false
        log.closed = log.created + random.inside(600...3600)
    }

    /// Settled on the telephone.
    static func remote(_ log: inout Log, _ random: inout SplitMix64) {
        log.isRemote = random.chance(9800) ? true : nil
        log.mustAttend = false
        log.attended = false
        log.closed = log.created + random.inside(900...21_600)
        if log.grade >= 3, random.chance(500) {
            Regrades.change(&log, to: log.grade == 5 ? 4 : 5, after: 300...840, &random)
        }
        Endings.reopen(&log, &random)
    }

    static func noAction(_ log: inout Log, _ random: inout SplitMix64) {
        log.isRemote = false
        log.attended = false
        if log.mustAttend == nil, random.chance(1500) { log.mustAttend = false }
        log.closed = log.created + random.inside(1800...86_400)
        if random.chance(600) { Regrades.change(&log, to: log.grade == 5 ? 4 : 3, after: 60...1600, &random) }
    }

    /// The caller rings again: nobody is needed any more. In time for some, long after the target for others.
    static func cancel(_ log: inout Log, _ random: inout SplitMix64) {
        let time = log.created + patience.draw(&random)
        log.status = .cancelled
        log.callerCancelled = time
        log.closed = time + random.inside(60...900)
        log.attended = false
        log.isRemote = false
        if random.chance(4000) {
            var visit = Units.visit(log, 0, &random)
            visit.assigned = log.created + 20 + random.below(60)
            visit.cleared = time + random.inside(20...200)
            log.visits = [visit]
        }
    }

    /// Closed although somebody should have gone.
    static func forget(_ log: inout Log, _ random: inout SplitMix64) {
        log.mustAttend = random.chance(3500) ? nil : true
        log.attended = random.chance(8500) ? false : nil
        log.isRemote = false
        log.closed = log.created + random.inside(43_200...345_600)
    }

    /// One closed log in a hundred is opened again.
    static func reopen(_ log: inout Log, _ random: inout SplitMix64) {
        guard let closed = log.closed, random.chance(100) else { return }
        log.reopened = closed + random.inside(1800...400_000)
        log.status = .open
    }
}
