/// How much of what was published and tried is kept when `prune` is told to remove the rest.
package struct KeepPolicy: Sendable, Hashable {
    /// So many of the newest as-of days keep all their runs.
    package var daily: Int
    /// So many of the newest months keep the newest run of their last day.
    package var monthEnds: Int
    /// So many of the newest records of attempts are kept.
    package var attempts: Int
    /// So many of the newest as-of days keep their lists of rows.
    package var lists: Int

    package static let whenNothingIsSaid = KeepPolicy(daily: 35, monthEnds: 24, attempts: 90, lists: 7)

    package init(daily: Int, monthEnds: Int, attempts: Int, lists: Int) {
        self.daily = daily
        self.monthEnds = monthEnds
        self.attempts = attempts
        self.lists = lists
    }
}
