/// Who takes a crime on, and whether anybody does.
enum InvestigationPlan {
    private static let allocation = Curve((0, 600), (5000, 9000), (8500, 70_000), (10_000, 320_000))
    private static let planning = Curve((0, 600), (6000, 60_000), (8600, 200_000), (10_000, 900_000))

    static func plan(_ crime: inout Crime, _ random: inout SplitMix64) {
        let offence = crime.offence
        let isScreened = crime.isDomestic != true && random.chance(offence.screened)
        crime.investigation.isRequired = isScreened ? false : random.chance(9300) ? true : nil
        guard !isScreened else { return }
        crime.investigation.requiredSkill = random.chance(9600) ? offence.skill : nil
        crime.investigation.allocatedSkill =
            offence.skill.rawValue > 1 && random.chance(1700)
            ? .one : random.chance(9400) ? offence.skill : random.chance(5000) ? Skill.none : nil
        guard random.chance(9850) else { return }
        let allocated = atDesk(crime.recorded + allocation.draw(&random), &random)
        crime.investigation.allocated = allocated
        guard random.chance(PlanTemplate.planned(allocated: allocated)) else { return }
        // Some officers begin before the case is theirs.
        crime.investigation.plan =
            random.chance(400)
            ? max(crime.recorded, allocated - random.inside(600...40_000))
            : atDesk(allocated + planning.draw(&random), &random)
    }
}
