import Tables

/// What the plan says of a crime as one night's exports have it: the rules of recording and outcomes applied by hand to
/// what was planned, not to rows.
struct CrimeFacts {
    let crime: Crime
    let moment: Int
    /// The newest row of its history that can be read, and whether its label is one that the mapping does not know.
    private let newest: Crime.OutcomeEntry?

    init(_ crime: Crime, at moment: Int) {
        let known = crime.known(at: moment)
        self.crime = known
        self.moment = moment
        newest = known.outcomes.last { $0.fate == .accepted }
    }

    /// Nothing where the label is unknown; 0 where there is no outcome yet.
    var code: String? { newest.map { $0.label == nil ? $0.code : nil } ?? "0" }
    var outcome: String? { code.map(OutcomeCode.folded) }
    var outcomeTime: Int? { newest?.time }
    /// Nothing where the label is unknown.
    var hasOutcome: Bool? { outcome.map { $0 != "0" && $0 != "19" } }
    /// When the outcome was assigned.
    var assigned: Int? { hasOutcome == true ? outcomeTime : nil }

    var isOurs: Bool { crime.fate == .accepted && crime.status != .transferred && crime.isFraud != true }
    var isCounted: Bool { isOurs && crime.status != .cancelled && crime.cancellation == nil }
    var isInvestigated: Bool { isCounted && crime.investigation.isRequired != false }
    var isFinished: Bool { isCounted && hasOutcome == true }

    var isCharged: Bool { hasOutcome == true && outcome == "1" }
    var isPositive: Bool { hasOutcome == true && OutcomeCode.positive.contains(outcome ?? "") }
    var isWithoutVictim: Bool { hasOutcome == true && OutcomeCode.withoutVictim.contains(outcome ?? "") }

    /// Seconds from report to record; recording up to a minute before the report counts as at once.
    var delay: Int? {
        guard let reported = crime.reported, crime.recorded >= reported - 60 else { return nil }
        return max(0, crime.recorded - reported)
    }

    /// By the day after the outcome's day.
    var isReviewed: Bool {
        guard let assigned, let review = crime.investigation.closingReview else { return false }
        return UKClock.local(review).day <= UKClock.local(assigned).day.adding(days: 1)
    }

    /// Whether the withdrawal can be audited: what it was recorded in, why, and when.
    var isAuditable: Bool {
        guard let assigned, let withdrawal = crime.withdrawal, let record = withdrawal.record, record != .none,
            withdrawal.reason != nil, let time = withdrawal.time
        else { return false }
        return UKClock.local(time).day <= UKClock.local(assigned).day
    }
}
