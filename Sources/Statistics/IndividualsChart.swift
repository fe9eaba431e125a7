/// An individuals (XmR) chart of a monthly series: limits of each segment and the points that chance alone does not
/// explain (LANGUAGE rule 62).
///
/// Neither a range nor a run goes across a gap or a break. Limits are locked to the first points of their segment.
package struct IndividualsChart: Sendable, Hashable {
    /// One month: its value, and what begins with it.
    package struct Month: Sendable, Hashable {
        /// Nothing is a gap.
        package let value: Double?
        /// What is counted changed here: no range or run comes across from the month before.
        package let isBreak: Bool
        /// Limits begin anew too.
        package let isRebase: Bool

        package init(_ value: Double?, isBreak: Bool = false, isRebase: Bool = false) {
            self.value = value
            self.isBreak = isBreak || isRebase
            self.isRebase = isRebase
        }
    }

    package enum Baseline: Sendable {
        /// The first points present of a segment, however far apart.
        case first(Int)
        case all
    }

    /// What names a point special, the first that applies.
    package enum Signal: String, Sendable, Hashable {
        case outside, trend
        case twoOfThree = "two of three"
        case shift
    }

    package struct Point: Sendable, Hashable {
        package let value: Double
        package let signal: Signal?
        /// Whether the signal goes up; nothing without one.
        package let isUp: Bool?
    }

    package struct Segment: Sendable, Hashable {
        /// Its months, by place.
        package let months: Range<Int>
        /// Nothing without two neighbouring points.
        package let limits: IndividualsLimits?
        /// Points that the limits rest on; fewer than twelve make trial limits.
        package let baselineCount: Int

        /// Whether the limits rest on too few points to be locked.
        package var isTrial: Bool { baselineCount < IndividualsChart.baselineLength }
    }

    /// As many points as limits are locked to.
    package static let baselineLength = 12

    /// As many as there are months; nothing where a month has no value.
    package let points: [Point?]
    package let segments: [Segment]

    package init(_ months: [Month], baseline: Baseline = .first(baselineLength), isScreened: Bool = true) {
        let starts = months.indices.filter { $0 == 0 || months[$0].isRebase }
        segments = starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1] : months.count
            return IndividualsChart.segment(months, start..<end, baseline, isScreened)
        }
        var points = [Point?](repeating: nil, count: months.count)
        for segment in segments {
            for run in IndividualsChart.runs(of: segment, in: months) {
                let found = signals(in: run.map { months[$0].value ?? 0 }, segment.limits)
                for (place, signal) in zip(run, found) {
                    points[place] = Point(value: months[place].value ?? 0, signal: signal?.0, isUp: signal?.1)
                }
            }
        }
        self.points = points
    }

    private static func segment(
        _ months: [Month], _ range: Range<Int>, _ baseline: Baseline, _ isScreened: Bool
    ) -> Segment {
        let present = range.filter { months[$0].value != nil }
        let chosen: [Int] =
            switch baseline {
            case .first(let count): Array(present.prefix(count))
            case .all: present
            }
        var series: [Double?] = []
        if let first = chosen.first, let last = chosen.last {
            for place in first...last {
                // A break between two neighbours parts them like a gap.
                if months[place].isBreak, !series.isEmpty { series.append(nil) }
                series.append(months[place].value)
            }
        }
        return Segment(
            months: range, limits: individualsLimits(series, isScreened: isScreened), baselineCount: chosen.count)
    }

    /// Stretches of neighbouring months with values.
    private static func runs(of segment: Segment, in months: [Month]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for place in segment.months where months[place].value != nil {
            if let last = runs.last, last.upperBound == place, !months[place].isBreak {
                runs[runs.count - 1] = last.lowerBound..<place + 1
            } else {
                runs.append(place..<place + 1)
            }
        }
        return runs
    }
}
