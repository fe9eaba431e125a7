package import Charts
package import Statistics
package import Tables

/// What a series says of its newest month, as an icon and words.
package struct VariationClass: Sendable, Hashable {
    package let variation: Variation
    package let signal: IndividualsChart.Signal?
    package let isUp: Bool?
    /// The month that it is said of.
    package let month: Period
    /// Whether the limits rest on fewer than twelve months.
    package let isTrial: Bool

    package init(
        _ variation: Variation, signal: IndividualsChart.Signal?, isUp: Bool?, month: Period, isTrial: Bool
    ) {
        self.variation = variation
        self.signal = signal
        self.isUp = isUp
        self.month = month
        self.isTrial = isTrial
    }

    package var isSpecial: Bool { variation != .common }

    /// `improving`, `concerning`, `neither`, or `common cause`.
    package var word: String {
        switch variation {
        case .improving: "improving"
        case .concerning: "concerning"
        case .neither: "neither better nor worse"
        case .common: "common cause"
        }
    }

    /// The sign beside the words.
    package var icon: Icon {
        switch variation {
        case .improving: .improving
        case .concerning: .concerning
        case .neither: .neither
        case .common: .common
        }
    }

    /// `special cause, improving (outside the limits, higher)`, with `trial limits` where they are.
    package var words: String {
        let cause = signal.map { " (\($0.words), \(isUp == true ? "higher" : "lower"))" } ?? ""
        return variation.meaning.words + cause + (isTrial ? ", trial limits" : "")
    }
}

extension Variation {
    /// How a chart draws it.
    var meaning: Meaning {
        switch self {
        case .improving: .improving
        case .concerning: .concerning
        case .neither: .neither
        case .common: .common
        }
    }
}

extension IndividualsChart.Signal {
    /// The rule that names a month special, in words.
    package var words: String {
        switch self {
        case .outside: "outside the limits"
        case .trend: "in a run of seven or more that rise or fall"
        case .twoOfThree: "two of three near a limit"
        case .shift: "in a run of seven or more on one side of the mean"
        }
    }
}
