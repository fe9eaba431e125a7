extension FigureRow {
    /// The letter that statistical tables of the public sector write in place of a value or beside it (the Government
    /// Statistical Service's list of symbols).
    package enum Marker: String, Sendable, CaseIterable {
        case suppressed = "c"
        case notAvailable = "x"
        case notApplicable = "z"
        case provisional = "p"
        /// Of low reliability.
        case unreliable = "u"
    }

    /// What is missing or will still move says so before how far it can be relied on.
    package var marker: Marker? {
        state.marker ?? (flags.contains(.small) ? .unreliable : nil)
    }
}

extension FigureRow.State {
    package var marker: FigureRow.Marker? {
        switch self {
        case .ok: nil
        case .part, .immature: .provisional
        case .empty: .notApplicable
        case .notSupplied, .notComputable, .leftOut: .notAvailable
        case .suppressed: .suppressed
        }
    }
}
