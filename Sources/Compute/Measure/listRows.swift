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
    let table = try engine.table(plan.figure.table)
    var found: [ExplainedRow] = []
    for range in (0..<table.rowCount).batches {
        let batch = Batch(engine, table, .range(range))
        let keys = try groupKeys(of: space, in: batch)
        let wanted = try wantedClasses(selection, plan.figure)
        let contributions = try contribute(plan, in: batch)
        guard let classes = contributions.first?.classes else { continue }
        let places = classes.indices.filter { place in
            wanted.contains(classes[place]) && keys[place].file == nil && days.contains(Int(keys[place].day))
                && (member.map { choice in
                    engine.memberName(keys[place].member, space.member?.expression.type ?? .integer) == choice.member
                } ?? true)
        }
        if !places.isEmpty { found += try describe(places, plan.figure, batch) }
    }
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

/// Rows as readers may see them.
private func describe(_ places: [Int], _ figure: FigureDefinition, _ batch: Batch) throws -> [ExplainedRow] {
    let engine = batch.engine
    let list = places.map { batch.rows.row(at: $0) }
    let chosen = Batch(engine, batch.table, .list(list))
    var columns: [(name: String, values: [Int64], type: ValueType)] = []
    for name in shownColumns(figure, batch) {
        columns.append((name, try chosen.column(name).widened, engine.type(of: name, in: batch.table.name)))
    }
    return list.enumerated().compactMap { place, row in
        guard let (source, sourceRow) = engine.sourceRow(of: row, in: batch.table) else { return nil }
        return ExplainedRow(
            cells: columns.map { .init(column: $0.name, text: engine.text($0.values[place], $0.type)) },
            file: source.files[Int(source.rowFiles[sourceRow])], offset: source.rowOffsets[sourceRow])
    }
}

/// The source's key, the period's time, what the figure says it shows, and what deciding a row names; nothing sensitive.
private func shownColumns(_ figure: FigureDefinition, _ batch: Batch) -> [String] {
    guard let source = batch.engine.sourceRow(of: 0, in: batch.table)?.table else { return [figure.period] }
    var names = source.key + [figure.period] + figure.shows
    for expression in figure.expressions {
        expression.visit { part in
            if case .column(let name, of: .own) = part.node { names.append(name) }
        }
    }
    var shown: [String] = []
    for name in names where !shown.contains(name) && !batch.engine.isSensitive(name, of: batch.table.name) {
        shown.append(name)
    }
    return shown
}

extension Engine {
    /// A value as a reader writes it: local time, seconds, yes or no.
    func text(_ value: Int64, _ type: ValueType) -> String {
        if value == Missing.integer { return "" }
        switch type {
        case .time:
            let local = input.zone.local(value)
            let day = CivilDate(days: Int(floorDivide(local, 86_400_000)))
            let seconds = Int(floorDivide(local, 1000)) - day.days * 86_400
            let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
            return "\(day) \(clock.joined(separator: ":"))"
        case .duration:
            return value % 1000 == 0 ? "\(value / 1000)" : "\(Double(value) / 1000)"
        case .flag, .integer, .number, .date, .text, .id, .category, .pseudonym, .null:
            return memberName(value, type)
        }
    }
}
