import Definitions
import Expressions
import Tables

extension SourceRows {
    /// Adds the columns that the mapping computes from others of the same row, each after those it reads.
    mutating func computeColumns(_ evaluator: RowEvaluator, names: inout Names) throws {
        let computed: [(name: String, expression: TypedExpression)] = definition.columns.compactMap { mapping in
            guard case .computed(let expression) = mapping.origin else { return nil }
            return (mapping.column, expression)
        }
        var waiting = computed.filter { place(of: $0.name) == nil }
        while !waiting.isEmpty {
            let unknown = Set(waiting.map(\.name))
            let ready = waiting.filter { $0.expression.columnsRead.isDisjoint(with: unknown) }
            guard !ready.isEmpty else {
                throw Diagnostic(
                    code: "E0911", "columns of \(definition.name) that are computed from one another",
                    at: definition.location)
            }
            for column in ready { try compute(column.name, column.expression, evaluator, &names) }
            waiting.removeAll { column in ready.contains { $0.name == column.name } }
        }
    }

    private mutating func compute(
        _ name: String, _ expression: TypedExpression, _ evaluator: RowEvaluator, _ names: inout Names
    ) throws {
        let type = schema.column(named: name)?.type ?? expression.type
        var flags: [UInt8] = []
        var codes: [Int32] = []
        var integers: [Int64] = []
        try evaluator.evaluate(expression, over: self, names: &names) { _, vector in
            switch vector {
            case .flags(let values): flags += values
            case .codes(let values): codes += values.map { max($0, Missing.code) }
            case .integers(let values): integers += values
            }
        }
        var values: Column =
            switch type {
            case .flag: .flags(flags)
            case .text, .id, .category, .pseudonym: .codes(codes)
            case .integer, .number, .duration, .time, .date, .null: .integers(integers)
            }
        if values.count != rowCount { values = Column(repeating: Missing.integer, type: type, count: rowCount) }
        // A record that could not be read has no values, whatever an `else` would make of them.
        values.blank(faults.lazy.filter { $0.column < 0 }.map { Int($0.row) })
        columns.append(
            DecodedSource.Column(name: name, type: type, resolution: resolution(type, expression), values: values))
    }

    /// A computed time or duration is as coarse as the coarsest it is made of.
    private func resolution(_ type: ValueType, _ expression: TypedExpression) -> Int64? {
        guard type == .time || type == .duration else { return nil }
        let read = expression.columnsRead
        return columns.filter { read.contains($0.name) }.compactMap(\.resolution).max()
    }
}
