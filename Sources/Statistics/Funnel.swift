/// How far shares of bodies of different size lie from what all of them have together: a funnel plot's limits, as chance
/// alone would have them, and widened for what the bodies differ by besides (overdispersion).
///
/// Sources: limits p0 ± z√(p0(1−p0)/n) as UKHSA's `phe_funnels` at 95% and 99.8%; the additive variance τ² of
/// Spiegelhalter 2005, untransformed, with the z-scores winsorised at their tenth and ninetieth percentile (type 7), so
/// that τ² of nothing gives the plain limits back. Only + − × ÷ √, so that it is the same on every machine.
package struct Funnel: Sendable, Hashable {
    /// One body's share.
    package struct Member: Sendable, Hashable {
        package let hits: Double
        package let count: Double

        /// Nothing where the parts are not those of a share.
        package init?(hits: Double, count: Double) {
            guard hits.isFinite, count.isFinite, count > 0, hits >= 0, hits <= count else { return nil }
            self.hits = hits
            self.count = count
        }

        package var share: Double { hits / count }
    }

    /// Which limits a share lies outside of, strictly; named by the one-sided chance of lying there.
    package enum Class: String, Sendable, Hashable {
        case lowBeyond999 = "low 0.001"
        case lowBeyond975 = "low 0.025"
        case inside
        case highBeyond975 = "high 0.025"
        case highBeyond999 = "high 0.001"
    }

    /// What the limits are of.
    package enum Limits: Sendable, Hashable {
        /// Chance alone.
        case plain
        /// Widened for overdispersion.
        case widened
    }

    /// Sum over sum of all members, as a fraction of one.
    package let average: Double
    /// φ, the mean of the squared winsorised z-scores: 1 where members differ by chance alone.
    package let dispersion: Double
    /// τ², what is added to the variance of each share; nothing where chance explains the differences.
    package let addedVariance: Double

    /// A funnel whose parameters are known, such as one that was published.
    package init(average: Double, dispersion: Double, addedVariance: Double) {
        self.average = average
        self.dispersion = dispersion
        self.addedVariance = addedVariance
    }

    /// Nothing for fewer than two members, or where every share is none or all: then there is no chance to speak of.
    package init?(_ members: [Member]) {
        let hits = members.reduce(0) { $0 + $1.hits }
        let count = members.reduce(0) { $0 + $1.count }
        guard members.count >= 2, hits > 0, hits < count else { return nil }
        let average = hits / count
        let precisions = members.map { $0.count / (average * (1 - average)) }
        let scores = zip(members, precisions).map { ($0.share - average) * $1.squareRoot() }
        let (least, most) = (typeSeven(scores.sorted(), tenths: 1), typeSeven(scores.sorted(), tenths: 9))
        let squares = scores.reduce(0) { sum, score in
            let kept = min(max(score, least), most)
            return sum + kept * kept
        }
        let others = Double(members.count - 1)
        let weight = precisions.reduce(0, +)
        let room = weight - precisions.reduce(0) { $0 + $1 * $1 } / weight
        self.average = average
        dispersion = squares / Double(members.count)
        addedVariance = squares < others || room <= 0 ? 0 : (squares - others) / room
    }

    /// The limits for a body of that many rows, as fractions of one that may lie below none or above all.
    ///
    /// - Parameter z: `NormalQuantile.z95` or `.z998`.
    package func limits(count: Double, z: Double, _ kind: Limits) -> (lower: Double, upper: Double) {
        let added = kind == .widened ? addedVariance : 0
        let half = z * (average * (1 - average) / count + added).squareRoot()
        return (average - half, average + half)
    }

    /// Where a member lies.
    package func place(of member: Member, _ kind: Limits) -> Class {
        let inner = limits(count: member.count, z: NormalQuantile.z95, kind)
        let outer = limits(count: member.count, z: NormalQuantile.z998, kind)
        if member.share < outer.lower { return .lowBeyond999 }
        if member.share > outer.upper { return .highBeyond999 }
        if member.share < inner.lower { return .lowBeyond975 }
        return member.share > inner.upper ? .highBeyond975 : .inside
    }
}

/// The type 7 quantile at tenths of ascending numbers, of which there is at least one.
private func typeSeven(_ sorted: [Double], tenths: Int) -> Double {
    let (whole, rest) = ((sorted.count - 1) * tenths).quotientAndRemainder(dividingBy: 10)
    guard rest > 0 else { return sorted[whole] }
    return sorted[whole] + (sorted[whole + 1] - sorted[whole]) * Double(rest) / 10
}
