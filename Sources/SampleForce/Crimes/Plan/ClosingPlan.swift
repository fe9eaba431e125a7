/// What is written when a crime is filed.
enum ClosingPlan {
    static func plan(_ crime: inout Crime, _ random: inout SplitMix64) {
        guard let outcome = crime.outcomes.first(where: { $0.code != "0" }) else { return }
        let code = OutcomeCode.folded(outcome.code)
        if crime.investigation.isRequired != false {
            review(&crime, outcome.time, &random)
            crime.closing.linesComplete = random.pick(weighted: [(true, 72), (false, 12), (nil, 16)])
        }
        if OutcomeCode.withoutVictim.contains(code) { withdraw(&crime, outcome.time, &random) }
        if code == "16" {
            crime.closing.evidenceLed = random.pick(weighted: [(true, 64), (false, 18), (nil, 18)])
            crime.closing.rationale = random.pick(weighted: [(true, 55), (false, 25), (nil, 20)])
        }
        if crime.isDomestic == true {
            crime.closing.orderConsidered = random.pick(weighted: [(true, 56), (false, 24), (nil, 20)])
        }
        if OutcomeCode.outOfCourt.contains(code), crime.victim.type == .individual {
            crime.closing.victimView = random.pick(weighted: [
                (.supports, 48), (.opposes, 10), (.noView, 8), (.unreachable, 9), (.notRecorded, 15), (nil, 10),
            ])
        }
    }

    private static func review(_ crime: inout Crime, _ assigned: Int, _ random: inout SplitMix64) {
        guard random.chance(8600) else { return }
        let isLate = random.chance(900)
        let time = isLate ? assigned + random.inside(200_000...900_000) : assigned - random.inside(-50_000...170_000)
        crime.investigation.closingReview = atDesk(max(crime.recorded + 60, time), &random)
    }

    /// One of the three parts is missing where the record is not complete.
    private static func withdraw(_ crime: inout Crime, _ assigned: Int, _ random: inout SplitMix64) {
        let span = max(60, min(2_000_000, assigned - crime.recorded - 60))
        var withdrawal = Crime.Withdrawal(
            time: assigned - random.below(span),
            reason: random.pick(["no longer supports", "fear of reprisal", "moved on", "wants no contact"]),
            record: random.pick([.statement, .video, .video, .notebook, .letter]))
        if !random.chance(WithdrawalRecords.complete(assigned: assigned)) {
            switch random.below(5) {
            case 0: withdrawal.time = nil
            case 1: withdrawal.reason = nil
            case 2: withdrawal.record = WithdrawalRecord.none
            case 3: withdrawal = Crime.Withdrawal()
            default: withdrawal.time = assigned + random.inside(100_000...700_000)
            }
        }
        crime.withdrawal = withdrawal
    }
}
