extension FigureRow {
    /// What a reader has to know of a row beside its state: the closed list of CONTRACTS section 3, in its order.
    package struct Flags: OptionSet, Sendable, Hashable {
        package let rawValue: UInt8

        package init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// The series breaks in the period.
        package static let seriesBreak = Flags(rawValue: 1)
        /// It begins anew there: figures before are left out of limits.
        package static let rebased = Flags(rawValue: 2)
        package static let excludedPeriod = Flags(rawValue: 4)
        /// Fewer rows than a verdict is given for.
        package static let small = Flags(rawValue: 8)
        package static let definitionChanged = Flags(rawValue: 16)
        package static let clockChange = Flags(rawValue: 32)
        package static let first28Days = Flags(rawValue: 64)

        private static let allNames = [
            "break", "rebased", "excluded_period", "small", "definition_changed", "clock_change", "first_28_days",
        ]

        /// From the words of a published table.
        package init(names: some Collection<Substring>) {
            self.init(rawValue: 0)
            for name in names {
                if let place = Flags.allNames.firstIndex(of: String(name)) {
                    insert(Flags(rawValue: 1 << UInt8(place)))
                }
            }
        }

        /// As result tables write them.
        package var names: [String] {
            isEmpty ? [] : Flags.allNames.indices.filter { rawValue & 1 << UInt8($0) != 0 }.map { Flags.allNames[$0] }
        }
    }
}
