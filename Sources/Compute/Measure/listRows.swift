import Definitions
import Expressions
import Tables

/// The rows of one part of a figure in a period and member, in the order of files and offsets.
func listRows(
    _ plan: FigurePlan, _ selection: RowSelection, _ spaces: [Space], _ period: Period, _ member: MemberChoice?,
    in engine: Engine
) throws -> [ExplainedRow] {
    let figure = plan.figure
    guard
        let space = spaces.first(where: {
            $0.table == figure.table && $0.period == figure.period && $0.dimension == member?.dimension
        }),
        let days = plan.days(of: period, upTo: engine.input.asOf.day)
    else { return [] }
    let wanted = try wantedClasses(selection, figure)
    let rows = try chosenRows(plan, wanted, space, days, member, in: engine)
    guard !rows.isEmpty else { return [] }
    let found = try describe(rows, figure, Batch(engine, try engine.table(figure.table), .list(rows)))
    // One record may have several rows, which stay in their order.
    return found.enumerated().sorted { left, right in
        (left.element.file, left.element.offset, left.offset) < (right.element.file, right.element.offset, right.offset)
    }.map(\.element)
}

private func wantedClasses(_ selection: RowSelection, _ figure: FigureDefinition) throws -> Set<UInt8> {
    let counted = [RowClass.certain, RowClass.exclusionUnknown]
    let unknown = Set(counted.map { $0 + RowClass.unknown })
    let outsideScope = Set((0...2).map { RowClass.conditionUnknown + UInt8($0) })
    switch selection {
    case .numerator: return Set(counted.map { $0 + RowClass.hit })
    case .missed:
        let misses = Set(counted.map { $0 + RowClass.miss })
        return figure.missing == .miss ? misses.union(unknown) : misses
    case .notEvidenced: return figure.missing == .miss ? unknown : []
    case .missing: return figure.missing == .miss ? outsideScope : outsideScope.union(unknown)
    case .notDue: return [RowClass.notDue]
    case .excluded(let reason):
        guard let order = figure.among.exclusions.firstIndex(where: { $0.reason == reason }) else {
            let reasons = figure.among.exclusions.map(\.reason)
            let nearest = nearestName(to: reason, among: reasons).map { "did you mean \($0)? " } ?? ""
            throw Diagnostic(
                code: "E0108", "\(figure.id) leaves nothing out for the reason \(reason)",
                help: reasons.isEmpty
                    ? "\(figure.id) has no exclusions" : "\(nearest)its reasons are \(reasons.joined(separator: ", "))")
        }
        return [RowClass.excluded + UInt8(order)]
    }
}
