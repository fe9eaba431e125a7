import Expressions
package import Tables

/// What a force says about its own series: days on which what is counted changed, and spans that do not count.
package struct CalendarDefinition: Sendable {
    /// A day from which figures cannot be set beside earlier ones.
    package struct Break: Sendable, Hashable {
        package let id: String
        /// The first local day of the new way.
        package let on: CivilDate
        /// The figures it splits, by id.
        package let figures: [String]
        package let label: String
        package let authority: String
        /// Whether limits of charts begin anew.
        package let isRebased: Bool
        package let location: Diagnostic.Location

        package init(
            id: String, on: CivilDate, figures: [String], label: String, authority: String, isRebased: Bool,
            location: Diagnostic.Location
        ) {
            self.id = id
            self.on = on
            self.figures = figures
            self.label = label
            self.authority = authority
            self.isRebased = isRebased
            self.location = location
        }
    }

    /// Local days, both inclusive, whose rows are left out of some figures: the figure is shown with and without them.
    package struct ExcludedPeriod: Sendable, Hashable {
        package let id: String
        package let first: CivilDate
        package let last: CivilDate
        /// The figures it applies to, by id.
        package let figures: [String]
        package let reason: String
        package let authority: String
        package let location: Diagnostic.Location

        package init(
            id: String, first: CivilDate, last: CivilDate, figures: [String], reason: String, authority: String,
            location: Diagnostic.Location
        ) {
            self.id = id
            self.first = first
            self.last = last
            self.figures = figures
            self.reason = reason
            self.authority = authority
            self.location = location
        }
    }

    package let breaks: [Break]
    package let excluded: [ExcludedPeriod]

    package init(breaks: [Break] = [], excluded: [ExcludedPeriod] = []) {
        self.breaks = breaks
        self.excluded = excluded
    }
}
