import Definitions
import Expressions
import Tables

/// Rows as readers may see them.
func describe(_ list: [Int32], _ figure: FigureDefinition, _ chosen: Batch) throws -> [ExplainedRow] {
    let engine = chosen.engine
    var columns: [(name: String, texts: [String])] = []
    for name in shownColumns(figure, chosen) {
        let type = engine.type(of: name, in: chosen.table.name)
        columns.append((name, try chosen.column(name).widened.map { engine.text($0, type) }))
    }
    columns += try measured(figure, chosen)
    return list.enumerated().compactMap { place, row in
        guard let (source, sourceRow) = engine.sourceRow(of: row, in: chosen.table) else { return nil }
        return ExplainedRow(
            cells: columns.map { .init(column: $0.name, text: $0.texts[place]) },
            file: source.files[Int(source.rowFiles[sourceRow])], offset: source.rowOffsets[sourceRow])
    }
}

/// What a row is to a figure of values, keys or lengths, where no column says so; nothing sensitive.
private func measured(_ figure: FigureDefinition, _ batch: Batch) throws -> [(name: String, texts: [String])] {
    func column(_ name: String, _ value: TypedExpression) throws -> [(name: String, texts: [String])] {
        if case .column(_, of: .own) = value.node { return [] }
        if batch.engine.isSensitive(value, in: batch.table.name) { return [] }
        return [(name, try batch.integers(value).map { batch.engine.text($0, value.type) })]
    }
    switch figure.measure {
    case .mix(let value): return try column("value", value)
    case .per(let key, _): return try column("key", key)
    case .survival(let from, let until):
        let lengths = try survivalLengths(from, until, in: batch)
        return [
            ("days", lengths.days.map { $0 < 0 ? "" : "\($0)" }),
            ("standing", lengths.hasEnded.map { $0 ? "ended" : "still open" }),
        ]
    case .count, .countPerHour, .share, .mean, .sum, .quantiles, .bands, .difference, .ratioOf: return []
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
