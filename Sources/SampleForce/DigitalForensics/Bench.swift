import Tables

/// The unit's bench: as many examinations begin each working day as there are people for, urgent ones first. Arc 16: with
/// fewer examiners from November 2025 the backlog grows until others help from April 2026.
struct Bench {
    static let fewer = CivilDate(year: 2025, month: 11, day: 3)
    static let help = CivilDate(year: 2026, month: 4, day: 13)

    let scale: Int

    private static let urgent = Curve((0, 1), (7000, 3), (9500, 6), (10_000, 15))
    private static let high = Curve((0, 2), (6000, 9), (10_000, 30))
    private static let normal = Curve((0, 3), (6000, 16), (10_000, 60))

    /// Hundredths of examinations begun in a working day.
    private func capacity(_ day: CivilDate) -> Int {
        let usual = day < Bench.fewer ? 545 : day < Bench.help ? 395 : 660
        return usual * scale
    }

    func examine(_ exhibits: inout [Exhibit], _ random: inout SplitMix64) {
        var waiting: [Int] = []
        var next = 0
        var parts = 0
        var day = CivilDate(year: 2024, month: 8, day: 20)
        let last = CivilDate(year: 2026, month: 9, day: 30)
        while day <= last {
            let opening = UKClock.utc(day, 28_800)
            while next < exhibits.count, exhibits[next].submitted < opening {
                waiting.append(next)
                next += 1
            }
            if !UKClock.isWeekend(day) {
                parts += capacity(day)
                while parts >= 100, let chosen = Bench.first(of: waiting, exhibits, at: opening) {
                    parts -= 100
                    waiting.removeAll { $0 == chosen }
                    begin(&exhibits[chosen], on: day, &random)
                }
                parts = min(parts, 100)
            }
            day = day.adding(days: 1)
        }
    }

    /// Urgent ones first; the others in the order in which they came, where one of high priority overtakes two weeks.
    private static func first(of waiting: [Int], _ exhibits: [Exhibit], at time: Int) -> Int? {
        func rank(_ place: Int) -> Int {
            switch exhibits[place].priority {
            case .urgent: exhibits[place].submitted - 1_000 * 86_400
            case .high: exhibits[place].submitted - 14 * 86_400
            case .normal: exhibits[place].submitted
            }
        }
        return waiting.filter { exhibits[$0].submitted + exhibits[$0].parked <= time }
            .min { (rank($0), $0) < (rank($1), $1) }
    }

    private func begin(_ exhibit: inout Exhibit, on day: CivilDate, _ random: inout SplitMix64) {
        let started = UKClock.utc(day, random.inside(29_000...57_000))
        let days =
            switch exhibit.priority {
            case .urgent: Bench.urgent.draw(&random)
            case .high: Bench.high.draw(&random)
            case .normal: Bench.normal.draw(&random)
            }
        let completed = atDesk(started + days * 86_400 + random.inside(0...20_000), &random)
        exhibit.started = Moments.plain(started)
        exhibit.completed = Moments.plain(completed)
        exhibit.returned = Moments.plain(atDesk(completed + random.inside(40_000...900_000), &random))
    }

    static let arc = Arc(
        number: 16, name: "backlog of exhibits", first: fewer, last: help,
        what: "exhibits waiting for examination more than double in five months with fewer examiners, and fall again "
            + "when others help",
        expected: [("D01_end_of_March_2026_of_October_2025_at_least", .number(2))])
}

extension UKClock {
    /// 1 January 2000 was a Saturday.
    static func isWeekend(_ day: CivilDate) -> Bool {
        let since = day.days - CivilDate(year: 2000, month: 1, day: 1).days
        return floorModulo(since, 7) < 2
    }

    private static func floorModulo(_ number: Int, _ divisor: Int) -> Int {
        (number % divisor + divisor) % divisor
    }
}
