import Definitions
import Expressions
import Tables

/// Evaluates expressions over the rows of one source. They see one row at a time: relations and trailing counts belong to
/// derived tables, and the check of definitions refuses them here.
struct RowEvaluator: Sendable {
    /// Rows evaluated at once: enough to make the work per node vanish, few enough to stay in the cache.
    private static let batch = 8192

    let zone: ZoneTable
    let asOf: AsOf
    let settings: [SettingDefinition]
    let workingDays: WorkingDays
    /// How many child tasks may run at once.
    let jobs: Int
    /// The canonical tables that some source feeds.
    var supplied: Set<String> = []

    /// The same in the calling task alone.
    var alone: RowEvaluator {
        RowEvaluator(
            zone: zone, asOf: asOf, settings: settings, workingDays: workingDays, jobs: 1, supplied: supplied)
    }

    /// Hands over the value of an expression, batch by batch.
    func evaluate(
        _ expression: TypedExpression, over source: SourceRows, names: inout Names,
        each: (Range<Int>, Vector) throws -> Void
    ) throws {
        // In a fixed order, because numbers are given in the order of first use.
        for text in expression.references.texts.sorted() { _ = names.code(of: text) }
        let known = names
        var start = 0
        while start < source.rowCount {
            let rows = start..<min(start + RowEvaluator.batch, source.rowCount)
            try each(rows, value(of: expression, rows, source, known))
            start = rows.upperBound
        }
    }

    /// The accepted rows for which a condition is false, ascending. Stretches of rows are judged by child tasks.
    func failures(
        of condition: TypedExpression, over source: SourceRows, names: inout Names
    ) async throws -> [Int] {
        for text in condition.references.texts.sorted() { _ = names.code(of: text) }
        let known = names
        let stretch = 16 * RowEvaluator.batch
        let starts = Array(stride(from: 0, to: source.rowCount, by: stretch))
        let parts = try await concurrently(starts.count, jobs: jobs) { part in
            var failed: [Int] = []
            let end = min(starts[part] + stretch, source.rowCount)
            for start in stride(from: starts[part], to: end, by: RowEvaluator.batch) {
                let rows = start..<min(start + RowEvaluator.batch, end)
                guard case .flags(let holds) = try value(of: condition, rows, source, known) else { continue }
                for place in holds.indices where holds[place] == 0 && source.fates[start + place] == .accepted {
                    failed.append(start + place)
                }
            }
            return failed
        }
        return parts.flatMap { $0 }
    }

    private func value(
        of expression: TypedExpression, _ rows: Range<Int>, _ source: SourceRows, _ names: Names
    ) throws -> Vector {
        func vector(_ name: String) throws -> Vector {
            guard let place = source.place(of: name) else { throw unknown("column \(name)") }
            return source.columns[place].values.vector(rows)
        }
        let evaluation = Evaluation(
            count: rows.count, zone: zone, asOf: asOf.instant, workingDays: workingDays,
            code: { names.existingCode(of: $0) ?? Missing.code - 1 },
            column: { name, _ in try vector(name) },
            setting: { name in
                guard let setting = settings.first(where: { $0.name == name }) else { throw unknown("setting \(name)") }
                let times = setting.values.count > 1 ? try? vector(source.schema.time) : nil
                return dated(setting, rows.count, times)
            },
            beyond: { asked in
                guard case .supplied(let table) = asked.node else { throw unknown("row but its own") }
                return .flags(Array(repeating: supplied.contains(table) ? 1 : 0, count: rows.count))
            })
        return try Evaluator(evaluation).value(of: expression)
    }

    /// The value of a setting on each row's local day; a row without a time is under the one in force at the as-of.
    private func dated(_ setting: SettingDefinition, _ count: Int, _ times: Vector?) -> Vector {
        func value(on day: CivilDate) -> Int64 {
            (setting.values.last { ($0.from ?? day) <= day } ?? setting.values.first)?.value ?? Missing.integer
        }
        let latest = value(on: asOf.day)
        return .integers(
            (0..<count).map { row in
                guard let time = times?.integer(at: row), time != Missing.integer else { return latest }
                return value(on: zone.day(time))
            })
    }

    private func unknown(_ what: String) -> Diagnostic {
        Diagnostic(
            code: "E0914", "an expression over the rows of a source asks for the \(what)",
            help: "report this: the check of definitions should have refused it")
    }
}
