package import Definitions
import Tables

/// The figures that this run's data can give, and why the others cannot be given.
///
/// The two figures of a difference or a ratio are planned with it, whether or not they were asked for.
func planFigures(
    _ figures: [FigureDefinition], _ input: ComputeInput
) -> (plans: [FigurePlan], uncomputed: [UncomputedFigure]) {
    var plans: [FigurePlan] = []
    var uncomputed: [UncomputedFigure] = []
    for figure in figures {
        let dependencies = Dependencies(of: figure, in: input.definition)
        if let obstacle = obstacle(to: figure, dependencies, input) {
            uncomputed.append(obstacle)
        } else {
            plans.append(plan(figure, dependencies, input))
        }
    }
    for whole in plans {
        for part in input.definition.parts(of: whole.figure) {
            let place = plans.firstIndex { $0.figure.id == part.id }
            var planned = place.map { plans[$0] } ?? plan(part, Dependencies(of: part, in: input.definition), input)
            if place == nil {
                planned = planned.reported(by: nil)
                planned.isReported = false
            }
            planned.alsoBy += whole.dimensions.filter { !planned.tallyDimensions.contains($0) }
            if let place { plans[place] = planned } else { plans.append(planned) }
        }
    }
    for place in plans.indices where !plans[place].calendar.excluded.isEmpty {
        plans.append(plans[place].twin(in: input.definition))
        plans[place].twin = plans.count - 1
    }
    return (plans, uncomputed)
}

private func plan(_ figure: FigureDefinition, _ dependencies: Dependencies, _ input: ComputeInput) -> FigurePlan {
    var plan = FigurePlan(
        figure, instants: input.definition.instants(of: figure.table, figure.period),
        dimensions: figure.by.filter { canReport(figure, by: $0, input) }, settings: dependencies.settings,
        readsTrailingWindow: dependencies.readsTrailingWindow,
        boundary: BoundaryTest(of: figure, in: input.definition))
    plan.calendar = CalendarDefinition(
        breaks: input.definition.breaks(of: figure), excluded: input.definition.excludedPeriods(of: figure))
    return plan
}

/// Whether the data tell a figure's rows apart by a dimension.
func canReport(_ figure: FigureDefinition, by dimension: String, _ input: ComputeInput) -> Bool {
    let sides = input.definition.parts(of: figure)
    if !sides.isEmpty { return sides.allSatisfy { canReport($0, by: dimension, input) } }
    guard let (expression, table) = input.definition.dimension(dimension, of: figure.table) else { return false }
    let reads = Dependencies(of: expression.expression, in: table, definition: input.definition)
    return unusable(reads, input) == nil && isFineEnough(expression.name, reads, input)
        && reads.schemas.allSatisfy { !isLacking($0, for: figure, input) }
}

private func obstacle(
    to figure: FigureDefinition, _ dependencies: Dependencies, _ input: ComputeInput
) -> UncomputedFigure? {
    for schema in Set(dependencies.schemas + figure.needsTables).sorted() {
        if let left = input.leftOut.first(where: { $0.table == schema }) {
            return UncomputedFigure(
                kpi: figure.id, state: .leftOut, because: "\(left.source) was left out: \(left.because)")
        }
        if isLacking(schema, for: figure, input) {
            return UncomputedFigure(kpi: figure.id, state: .notSupplied, because: "no source supplies \(schema)")
        }
    }
    if let column = unusable(dependencies, input) {
        return UncomputedFigure(
            kpi: figure.id, state: .notComputable, because: "\(column.table).\(column.column) \(column.because)")
    }
    if let time = timeless(figure, input) {
        return UncomputedFigure(
            kpi: figure.id, state: .notComputable, because: "\(time.table).\(time.column) \(time.because)")
    }
    if let needed = figure.needsResolution, let coarse = coarser(than: needed, dependencies, input) {
        return UncomputedFigure(
            kpi: figure.id, state: .notComputable,
            because: "\(coarse.table).\(coarse.field.name) has \(resolutionWord(coarse.field.resolution)) resolution")
    }
    if let month = monthOnly(figure, dependencies, input) {
        return UncomputedFigure(
            kpi: figure.id, state: .notComputable, because: "\(month.table).\(month.field.name) has month resolution")
    }
    return obstacleToParts(of: figure, input)
}

/// A time known to the month can say in which month a row counts, and nothing else: neither how long something took nor
/// what came first.
private func monthOnly(
    _ figure: FigureDefinition, _ dependencies: Dependencies, _ input: ComputeInput
) -> (table: String, field: SourceTable.Field)? {
    guard coarser(than: Resolution.day, dependencies, input) != nil else { return nil }
    for expression in figure.expressions {
        let reads = Dependencies(of: expression, in: figure.table, definition: input.definition)
        if let found = coarser(than: Resolution.day, reads, input) { return found }
    }
    let period = Dependencies(ofPeriodOf: figure, in: input.definition)
    return coarser(than: Resolution.day, period, input).flatMap { found in
        let root = input.definition.rootSchema(of: figure.table)
        let time = input.definition.schemas.first { $0.name == root }?.time
        return found.table == root && found.field.name == time ? nil : found
    }
}

/// A difference or a ratio can be given where both of its figures can.
private func obstacleToParts(of figure: FigureDefinition, _ input: ComputeInput) -> UncomputedFigure? {
    for id in figure.measure.sides {
        if let left = input.definition.leftOut.first(where: { $0.id == id }) {
            return UncomputedFigure(
                kpi: figure.id, state: .leftOut, because: "\(id), which it needs, is left out: \(left.because)")
        }
        guard let part = input.definition.figures.first(where: { $0.id == id }) else { continue }
        if let found = obstacle(to: part, Dependencies(of: part, in: input.definition), input) {
            return UncomputedFigure(kpi: figure.id, state: found.state, because: found.because)
        }
    }
    return nil
}

/// Whether a figure cannot do without a table that no source supplies. One that reads as empty is lacking only to
/// figures over its own rows and to those that say that they need it.
private func isLacking(_ schema: String, for figure: FigureDefinition, _ input: ComputeInput) -> Bool {
    if input.supplies(schema) { return false }
    return !input.definition.readsEmpty(schema) || figure.needsTables.contains(schema)
        || input.definition.rootSchema(of: figure.table) == schema
}

/// The first column, by name, that the figure reads and may not.
func unusable(_ dependencies: Dependencies, _ input: ComputeInput) -> UnusableColumn? {
    input.unusable
        .filter { dependencies.columns.contains(Dependencies.SourceColumn(schema: $0.table, column: $0.column)) }
        .min { ($0.table, $0.column) < ($1.table, $1.column) }
}

/// What the time that decides a figure's period rests on, where no source maps any of it: no row could be counted anywhere.
private func timeless(_ figure: FigureDefinition, _ input: ComputeInput) -> UnusableColumn? {
    let reads = Dependencies(ofPeriodOf: figure, in: input.definition).columns
    let empty = input.empty.filter { reads.contains(.init(schema: $0.table, column: $0.column)) }
    return empty.count == reads.count ? empty.min { ($0.table, $0.column) < ($1.table, $1.column) } : nil
}

private func coarser(
    than needed: Int64, _ dependencies: Dependencies, _ input: ComputeInput
) -> (table: String, field: SourceTable.Field)? {
    for table in input.tables {
        for field in table.fields where (field.resolution ?? 0) > needed {
            if dependencies.columns.contains(Dependencies.SourceColumn(schema: table.name, column: field.name)) {
                return (table.name, field)
            }
        }
    }
    return nil
}

/// Hours of the week mean nothing where only the day is known.
private func isFineEnough(_ dimension: String, _ reads: Dependencies, _ input: ComputeInput) -> Bool {
    dimension != "hour_of_week" || coarser(than: 3_600_000, reads, input) == nil
}

private func resolutionWord(_ resolution: Int64?) -> String {
    switch resolution ?? 0 {
    case ..<1000: "millisecond"
    case ..<60_000: "second"
    case ..<3_600_000: "minute"
    case ..<86_400_000: "hour"
    case ...Resolution.day: "day"
    default: "month"
    }
}

extension PipelineDefinition {
    /// A dimension by name, with the table that declares it: the given one or one it is made from.
    func dimension(_ name: String, of table: String) -> (expression: TableDefinition.Column, table: String)? {
        guard let definition = tables.first(where: { $0.name == table }) else { return nil }
        if let dimension = definition.dimensions.first(where: { $0.name == name }) { return (dimension, table) }
        guard case .table(let parent) = definition.from else { return nil }
        return dimension(name, of: parent)
    }
}

extension PipelineDefinition {
    /// The two figures of a difference or a ratio; none for any other figure.
    package func parts(of figure: FigureDefinition) -> [FigureDefinition] {
        figure.measure.sides.compactMap { id in figures.first { $0.id == id } }
    }

    /// Whether a figure's rows are what the run knows about itself.
    func isOfRun(_ figure: FigureDefinition) -> Bool {
        let root = rootSchema(of: figure.table)
        return schemas.contains { $0.name == root && $0.isOfRun }
    }

    func readsEmpty(_ schema: String) -> Bool {
        schemas.contains { $0.name == schema && $0.readsEmpty }
    }
}

extension ComputeInput {
    func supplies(_ schema: String) -> Bool {
        !notSupplied.contains(schema) && tables.contains { $0.name == schema }
    }
}
