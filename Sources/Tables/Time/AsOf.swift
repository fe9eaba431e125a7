/// The end of the local day at which knowledge ends: what happens at or after the instant has not happened.
package struct AsOf: Sendable, Hashable {
    /// The last local day that counts.
    package let day: CivilDate
    /// Local midnight after that day, UTC milliseconds.
    package let instant: Int64

    package init(endOf day: CivilDate, in zone: ZoneTable) {
        self.day = day
        instant = zone.start(of: day.adding(days: 1))
    }
}
