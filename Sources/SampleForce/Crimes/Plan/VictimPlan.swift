/// The victim of a crime and what was done for them.
enum VictimPlan {
    static func plan(_ crime: inout Crime, _ random: inout SplitMix64) {
        let type: VictimType =
            crime.isDomestic == true ? .individual : random.pick(weighted: crime.offence.victims)
        crime.victim.type = random.chance(9900) ? type : nil
        guard type == .individual else { return }
        describe(&crime.victim, &random)
        let isEntitled = crime.isDomestic == true || crime.offence.isSerious
        crime.victim.isEnhanced = random.chance(9300) ? random.chance(isEntitled ? 9000 : 1300) : nil
        let recorded = crime.recorded
        if random.chance(7900) {
            crime.victim.acknowledged = atDesk(recorded + random.inside(600...430_000), &random)
        } else if random.chance(2000) {
            crime.victim.isExempt = true
        }
        if random.chance(isEntitled ? 8400 : 6100) {
            crime.victim.needsAssessed = atDesk(recorded + random.inside(1200...500_000), &random)
        }
        if random.chance(7000) {
            crime.victim.consents = random.chance(3600)
            if crime.victim.consents == true, random.chance(9000) {
                crime.victim.referred = atDesk((crime.reported ?? recorded) + referral.draw(&random), &random)
            }
        }
        if random.chance(3500) { crime.victim.updateDays = random.pick([7, 14, 14, 28, 28, 28]) }
    }

    private static let referral = Curve((0, 3600), (5000, 90_000), (8000, 260_000), (10_000, 900_000))

    private static func describe(_ victim: inout Crime.Victim, _ random: inout SplitMix64) {
        let asked = random.below(100)
        victim.ethnicity =
            asked < 46
            ? random.pick(weighted: Ethnicity.all) : asked < 53 ? .declined : asked < 66 ? .notAsked : nil
        victim.sex = random.pick(weighted: [
            (.female, 44), (.male, 42), (.other, 1), (.declined, 1), (.notAsked, 3), (nil, 9),
        ])
        victim.age = random.pick(weighted: [
            (.child, 12), (.young, 17), (.adult, 21), (.middle, 25), (.older, 11), (.declined, 1), (.notAsked, 2),
            (nil, 11),
        ])
    }
}
