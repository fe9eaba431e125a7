package import Statistics
package import Tables

/// One force's share among those of many for the same span of days, with the limits of a funnel.
package struct FunnelRow: Sendable, Hashable {
    package enum Side: String, Sendable, Hashable {
        case own
        case mostSimilar = "most similar"
        case other
    }

    package let kpi: String
    package let statistic: String
    package let period: Period
    package let force: String
    package let side: Side
    package let member: Funnel.Member
    /// How many forces the funnel is of, ours among them.
    package let forces: Int
    package let funnel: Funnel

    package init(
        kpi: String, statistic: String, period: Period, force: String, side: Side, member: Funnel.Member, forces: Int,
        funnel: Funnel
    ) {
        self.kpi = kpi
        self.statistic = statistic
        self.period = period
        self.force = force
        self.side = side
        self.member = member
        self.forces = forces
        self.funnel = funnel
    }

    /// The force's share, in percent.
    package var value: Double { 100 * member.share }

    /// The limits for as many rows as the force has, in percent, none below 0 or above 100.
    ///
    /// - Parameter z: `NormalQuantile.z95` or `.z998`.
    package func limits(z: Double, _ kind: Funnel.Limits) -> (lower: Double, upper: Double) {
        let limits = funnel.limits(count: member.count, z: z, kind)
        return (max(0, 100 * limits.lower), min(100, 100 * limits.upper))
    }
}
