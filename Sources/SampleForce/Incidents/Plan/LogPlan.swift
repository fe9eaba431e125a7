import Tables

/// Plans one log from what opened it: what it was about, and which way it went.
enum LogPlan {
    static func log(_ opening: Opening, _ id: LogID, _ luck: inout Luck, _ random: inout SplitMix64) -> Log {
        let code = opening.origin == .alarm ? OpeningCode.alarm : random.pick(weighted: OpeningCode.all)
        let grade = self.grade(code, opening.origin, &random)
        let isDomestic = random.chance(code.domestic)
        var log = Log(
            day: id.day, number: id.number, origin: opening.origin, callRef: opening.callRef,
            received: opening.received, created: opening.created, grade: grade, finalGrade: grade, code: code,
            place: place(&random), isDomestic: isDomestic)
        log.luck = luck.deal(grade, isDomestic: isDomestic)
        log.questions = questions(log, &random)
        log.mustAttend = random.chance(3500) ? nil : grade <= 3
        log.summary = random.pick(weighted: summaries)
        if random.chance(opening.origin.isPublic ? 8800 : 6000) { log.thrive = log.created + random.inside(15...420) }
        let way = way(of: opening, grade, &random)
        way(&log, &random)
        Entries.add(to: &log, &random)
        return log
    }

    private typealias Way = (inout Log, inout SplitMix64) -> Void

    /// In ten-thousandths by grade: settled on the telephone.
    private static let remote = [0, 0, 0, 1800, 7000, 8500]
    private static let remoteForRepeatCallers = [0, 0, 1500, 4000, 8000, 9000]

    private static func way(of opening: Opening, _ grade: Grade, _ random: inout SplitMix64) -> Way {
        if opening.origin.isPublic, random.chance(100) { return Endings.transfer }
        let remote = opening.ringsAgain ? remoteForRepeatCallers : self.remote
        if random.chance(remote[grade]) { return Endings.remote }
        if grade <= 3, !opening.origin.isOurs, random.chance(250) { return Endings.cancel }
        let forgotten = grade == 3 ? 250 : grade == 2 ? 40 : 0
        if random.chance(forgotten) { return Endings.forget }
        if grade > 3, random.chance(6000) { return Endings.noAction }
        return Attendance.attend
    }

    /// Emergency calls are more urgent than others of their kind, all other logs less.
    private static func grade(_ code: OpeningCode, _ origin: Origin, _ random: inout SplitMix64) -> Grade {
        let weights = Array(code.grades.enumerated()).map { ($0.offset + 1, $0.element) }
        let drawn = random.pick(weighted: weights)
        if origin == .emergency || origin == .alarm {
            return random.chance(4000) ? min(drawn, random.pick(weighted: weights)) : drawn
        }
        return random.chance(5000) ? max(drawn, random.pick(weighted: weights)) : drawn
    }

    private static let areas: [(Area, Int)] = [
        (.sandford, 42), (.middlemarch, 24), (.casterbridge, 22), (.barchester, 12),
    ]

    static func place(_ random: inout SplitMix64) -> Log.Place {
        let area = random.pick(weighted: areas)
        let isRural: Bool? =
            random.chance(120) ? nil : area == .barchester || area == .casterbridge && random.chance(800)
        return Log.Place(
            area: area, beat: "\(area.short)\(padded(random.inside(1...18), 2))",
            team: "\(area.short) Response \(random.inside(1...5))", isRural: isRural)
    }

    private static func questions(_ log: Log, _ random: inout SplitMix64) -> Log.Questions {
        func answer(_ recorded: Int, _ yes: Int, _ random: inout SplitMix64) -> Bool? {
            random.chance(recorded) ? random.chance(yes) : nil
        }
        var questions = Log.Questions()
        questions.vulnerabilityAsked = answer(8300, 9300, &random)
        questions.isVulnerable = answer(8800, log.isDomestic ? 4500 : 1800, &random)
        if log.code.hasVictim {
            questions.repeatChecked = answer(9000, log.isDomestic ? 9000 : 7200, &random)
            questions.isRepeatVictim = answer(7000, log.isDomestic ? 4000 : 1500, &random)
        }
        if log.code.isCrime {
            questions.prevention = answer(8500, 5200, &random)
            questions.preservation = answer(8500, 4300, &random)
        }
        return questions
    }

    private static let summaries: [(String, Int)] = [
        ("", 55), ("caller safe and well", 10), ("see earlier log", 8), ("no sight or sound", 6),
        ("ambulance informed", 6),
        ("keyholder informed", 5), ("two males, one female", 5), ("gate code held", 5),
    ]
}
