/// Whether a series that stays as it is meets a standard: always, never, or now and then by chance.
package enum Assurance: String, Sendable, Hashable {
    case pass, fail
    case hitOrMiss = "hit or miss"

    /// Of limits against the least and the most that the standard allows. A limit that equals an end is inside: then
    /// chance may bring either.
    package init(_ limits: IndividualsLimits, from least: Double?, to most: Double?) {
        let isAlways = least.map { limits.lower > $0 } ?? true && most.map { limits.upper < $0 } ?? true
        let isNever = least.map { limits.upper < $0 } ?? false || most.map { limits.lower > $0 } ?? false
        self = isAlways ? .pass : isNever ? .fail : .hitOrMiss
    }
}
