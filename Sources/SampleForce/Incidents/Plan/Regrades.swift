/// Changes of grade.
enum Regrades {
    private static let raised = ["further information", "caller rang again", "weapon mentioned"]
    private static let lowered = ["caller safe", "suspect gone", "supervisor review"]

    static func change(
        _ log: inout Log, to grade: Grade, after range: ClosedRange<Int>, _ random: inout SplitMix64
    ) {
        change(&log, to: grade, at: log.created + random.inside(range), &random)
    }

    /// Regrades are made in order of time.
    static func change(_ log: inout Log, to grade: Grade, at time: Int, _ random: inout SplitMix64) {
        let from = log.regrades.last?.to ?? log.grade
        log.regrades.append(
            Log.Regrade(time: time, from: from, to: grade, reason: random.pick(grade < from ? raised : lowered)))
        log.finalGrade = grade
    }
}

/// What the grade and the clock come to before anybody arrives.
struct Clock {
    var grade: Grade
    var start: Int

    /// Raises or lowers the grade of some logs in their first minutes.
    init(_ log: inout Log, _ random: inout SplitMix64) {
        grade = log.grade
        start = log.received ?? log.created
        if (2...3).contains(grade), random.chance(700) {
            let range = random.chance(6500) ? 60...840 : (grade == 2 ? 920...1500 : 920...9000)
            Regrades.change(&log, to: grade == 2 ? 1 : random.pick([1, 2, 2]), after: range, &random)
            start = log.regrades[0].time
            grade = log.regrades[0].to
        } else if grade <= 2, random.chance(500) {
            Regrades.change(&log, to: grade + 1, after: 60...420, &random)
            grade += 1
        } else if grade == 1, random.chance(60) {
            Regrades.change(&log, to: 3, after: 100...280, &random)
            Regrades.change(&log, to: 1, after: 400...700, &random)
        } else if grade > 3, random.chance(800) {
            Regrades.change(&log, to: 3, after: 120...3000, &random)
            start = log.regrades[0].time
            grade = 3
        }
    }

    /// Lowers the grade of some logs whose target has passed.
    func lowerLate(_ log: inout Log, arrival: Int, _ random: inout SplitMix64) {
        let date = UKClock.local(log.created).day
        guard grade <= 2, log.regrades.isEmpty, let target = Targets.seconds(grade, isRural: log.place.isRural),
            arrival > max(start + target, log.created) + 240,
            random.chance(LateDowngrades.rate(log.place.area, grade, on: date))
        else { return }
        let passed = max(start + target, log.created) + 30
        Regrades.change(&log, to: grade + 1, at: random.inside(passed...(arrival - 60)), &random)
    }
}
