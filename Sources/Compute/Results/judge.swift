import Definitions
import Statistics
import Tables

extension RowMaker {
    /// The standard in force on the period's first day, and the verdict in the fixed order of CONTRACTS section 5:
    /// state, arithmetic, unknowns, chance. A verdict survives if its word is the same at either bound.
    func judge(_ row: inout FigureRow, _ readings: Readings) {
        guard let standard = facts.standard, let place = standard.place(on: row.period.first) else {
            if row.state == .ok { row.verdict = .noStandard }
            return
        }
        let level = standard.levels[place]
        row.standard = facts.shownLevels[place]
        guard row.state == .ok else { return }
        if standard.isAim || level.status == .reference {
            row.verdict = .referenceOnly
            return
        }
        guard let value = readings.value else { return }
        let word = word(value, standard.rule, level)
        row.verdict = word
        guard let lowest = readings.lowest, let highest = readings.highest else { return }
        if word != .tooFew, level.holds(standard.rule, lowest.value) != level.holds(standard.rule, highest.value) {
            row.verdict = .dependsOnUnknowns
        }
        let bounds = FigureRow.VerdictsAtBounds(
            lowest: self.word(lowest, standard.rule, level), highest: self.word(highest, standard.rule, level))
        row.verdictsAtBounds = bounds
        row.isRobust = bounds.lowest == word && bounds.highest == word
    }

    /// The verdict on one reading, whatever unknown rows allow.
    private func word(
        _ reading: Reading, _ rule: StandardDefinition.Rule, _ level: StandardDefinition.Level
    ) -> FigureRow.Verdict {
        if needsRows, reading.count < facts.smallCount { return .tooFew }
        let isMet = level.holds(rule, reading.value)
        // A limit of 0% or 100% is compared exactly: an interval never lies wholly beyond it.
        let isExact = facts.plan.figure.unit == .percent && (level.value == 0 || level.value == 100)
        if !isExact, let lower = reading.interval?.lower, let upper = reading.interval?.upper,
            level.holds(rule, lower) != level.holds(rule, upper)
        {
            return isMet ? .metWithinChance : .notMetWithinChance
        }
        return isMet ? .met : .notMet
    }

    /// Whether a verdict waits for enough rows: a count is what it is.
    private var needsRows: Bool {
        switch facts.statistic.kind {
        case .share, .quantile, .mean, .difference, .mix, .part, .per, .survival, .ratio: true
        case .band, .count, .countPerHour, .stock, .sum: false
        }
    }

    func flags(of row: FigureRow, _ readings: Readings) -> FigureRow.Flags {
        var flags = calendarFlags(in: row.period)
        // A difference is small when either side is.
        let behind = readings.value?.count ?? 0
        if behind > 0, behind < facts.smallCount { flags.insert(.small) }
        if facts.changes.contains(where: { $0 > row.period.first && $0 <= row.period.last }) {
            flags.insert(.definitionChanged)
        }
        if row.period.kind == .day || row.period.kind == .week, containsClockChange(row.period) {
            flags.insert(.clockChange)
        }
        if facts.plan.readsTrailingWindow, let first = facts.coverage.days?.lowerBound,
            row.period.first.days - 28 < first
        {
            flags.insert(.first28Days)
        }
        return flags
    }

    private func containsClockChange(_ period: Period) -> Bool {
        let zone = facts.engine.input.zone
        return zone.offset(at: zone.start(of: period.first))
            != zone.offset(at: zone.start(of: period.last.adding(days: 1)))
    }
}

extension StandardDefinition.Level {
    /// Whether a value satisfies the level; nothing is rounded before.
    func holds(_ rule: StandardDefinition.Rule, _ value: Double) -> Bool {
        switch rule {
        case .atLeast: value >= self.value
        case .atMost: value <= self.value
        case .above: value > self.value
        case .below: value < self.value
        case .between: value >= self.value && value <= (upper ?? self.value)
        }
    }
}
