/// `keep` of pipeline.yaml; what it does not say is as where nothing is said.
func readKeep(_ pipeline: Fields?, findings: Findings) -> KeepPolicy {
    var policy = KeepPolicy.whenNothingIsSaid
    guard let value = pipeline?["keep"], let fields = Fields(value, "`keep`", keys: Keys.keep, findings: findings)
    else { return policy }
    policy.daily = fields.integer("daily", in: 1...100_000) ?? policy.daily
    policy.monthEnds = fields.integer("month_ends", in: 0...100_000) ?? policy.monthEnds
    policy.attempts = fields.integer("attempts", in: 1...1_000_000) ?? policy.attempts
    policy.lists = fields.integer("lists", in: 1...1000) ?? policy.lists
    return policy
}
