/// What comes of a crime, and when it is entered.
enum OutcomePlan {
    private static let screened = Curve((0, 10), (5000, 200), (9000, 1200), (10_000, 4500))
    private static let noSuspect = Curve((0, 20), (5000, 1100), (9000, 6500), (10_000, 24_000))
    private static let evidence = Curve((0, 60), (5000, 4200), (9000, 17_000), (10_000, 36_000))
    private static let disposal = Curve((0, 40), (5000, 3000), (9000, 11_000), (10_000, 26_000))
    private static let lag = Curve((0, 0), (7000, 0), (9000, 80_000), (10_000, 240_000))

    static func plan(_ crime: inout Crime, _ registry: inout Registry, _ random: inout SplitMix64) {
        guard crime.transferred == nil, crime.cancellation == nil else { return }
        let code = random.pick(weighted: profile(of: crime).codes)
        let start = max(crime.recorded, crime.investigation.allocated ?? 0)
        let time = atDesk(start + wait(code, crime, &random), &random)
        if !crime.offence.isFraud, registry.batch.takes(code, at: time, recorded: crime.recorded) {
            crime.outcomes = [Crime.OutcomeEntry(code: code, time: MonthEndBatch.moment, entered: MonthEndBatch.moment)]
            crime.isStory = true
            return
        }
        crime.outcomes = [entry(exact(code, &random), time, &random)]
        change(&crime, &random)
    }

    private static func profile(of crime: Crime) -> OutcomeProfile {
        if crime.offence.isFraud { return .fraud }
        if crime.investigation.isRequired == false { return .screened }
        if crime.isDomestic == true, crime.offence.profile.codes[0].0 != "15" { return .domestic }
        return crime.offence.profile
    }

    /// Seconds. Curves are in hundredths of a day; domestic abuse takes half as long again.
    private static func wait(_ code: String, _ crime: Crime, _ random: inout SplitMix64) -> Int {
        let hundredths: Int
        switch code {
        case _ where crime.investigation.isRequired == false: hundredths = screened.draw(&random)
        case "1": return SlowCharges.days.draw(&random) * 86_400 + random.below(86_400)
        case "18", "19": hundredths = noSuspect.draw(&random)
        case "14", "15", "16": hundredths = evidence.draw(&random) * (crime.isDomestic == true ? 15 : 10) / 10
        default: hundredths = disposal.draw(&random)
        }
        return hundredths * 864 + random.inside(60...3600)
    }

    /// A few charges and cautions are for another offence than the one recorded.
    private static func exact(_ code: String, _ random: inout SplitMix64) -> String {
        ["1", "2", "3"].contains(code) && random.chance(500) ? code + "A" : code
    }

    private static func entry(_ code: String, _ time: Int, _ random: inout SplitMix64) -> Crime.OutcomeEntry {
        Crime.OutcomeEntry(code: code, time: time, entered: time + lag.draw(&random))
    }

    /// Some outcomes are replaced by another, some taken back: the case is open again.
    private static func change(_ crime: inout Crime, _ random: inout SplitMix64) {
        guard let first = crime.outcomes.first, first.code != "19" else { return }
        let later = atDesk(first.entered + random.inside(400_000...9_000_000), &random)
        if random.chance(320) {
            let code = random.pick(["15", "16", "18", "1", "8"].filter { $0 != first.code })
            crime.outcomes.append(entry(code, later, &random))
        } else if random.chance(80) {
            crime.outcomes.append(entry("0", later, &random))
            if random.chance(5000) {
                let again = atDesk(crime.outcomes[1].entered + random.inside(400_000...6_000_000), &random)
                crime.outcomes.append(entry(first.code, again, &random))
            }
        }
    }
}
