package import Tables

/// A level that a figure is held against, dated and with its authority.
package struct StandardDefinition: Sendable {
    package enum Rule: String, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case above = ">"
        case below = "<"
        case between
    }

    package enum Status: String, Sendable, CaseIterable {
        case national, local, reference, unverified
    }

    package struct Level: Sendable, Hashable {
        /// Half-open dates; nothing means without end.
        package let from: CivilDate?
        package let until: CivilDate?
        /// In the unit of results: percent is 0 to 100, times in the figure's unit.
        package let value: Double
        /// The upper end of `between`.
        package let upper: Double?
        package let authority: String
        package let status: Status

        package init(
            from: CivilDate?, until: CivilDate?, value: Double, upper: Double?, authority: String, status: Status
        ) {
            self.from = from
            self.until = until
            self.value = value
            self.upper = upper
            self.authority = authority
            self.status = status
        }
    }

    package let name: String
    package let rule: Rule
    /// An aim is shown and never judged.
    package let isAim: Bool
    package let levels: [Level]
    package let location: Diagnostic.Location

    package init(name: String, rule: Rule, isAim: Bool, levels: [Level], location: Diagnostic.Location) {
        self.name = name
        self.rule = rule
        self.isAim = isAim
        self.levels = levels
        self.location = location
    }
}

extension StandardDefinition {
    /// The level in force on a day.
    package func level(on day: CivilDate) -> Level? {
        place(on: day).map { levels[$0] }
    }

    /// The place among the levels of the one that is in force on a day.
    package func place(on day: CivilDate) -> Int? {
        levels.lastIndex { level in
            (level.from.map { $0 <= day } ?? true) && (level.until.map { day < $0 } ?? true)
        }
    }
}
