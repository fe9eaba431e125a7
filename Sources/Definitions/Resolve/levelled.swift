import Tables

/// Standards with their levels in the unit of the figures that they are held against.
func levelled(_ standards: [ResolvedStandard], figures: [FigureDefinition]) -> [StandardDefinition] {
    standards.map { standard in
        let scale = figures.first { $0.standard == standard.name }?.unit.scale ?? 1000
        func number(_ amount: ResolvedStandard.Level.Amount) -> Double {
            switch amount {
            case .percent(let value), .number(let value): value
            case .duration(let milliseconds): Double(milliseconds) / Double(scale)
            }
        }
        let levels = standard.levels.map { level in
            StandardDefinition.Level(
                from: level.from, until: level.until, value: number(level.amount), upper: level.upper.map(number),
                authority: level.authority, status: level.status)
        }
        return StandardDefinition(
            name: standard.name, rule: standard.rule, isAim: standard.isAim, levels: levels,
            location: standard.location)
    }
}
