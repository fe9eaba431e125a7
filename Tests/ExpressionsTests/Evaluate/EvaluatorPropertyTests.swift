import Testing

@testable import Expressions
@testable import Tables

@Suite("Evaluation by batch and by row")
struct EvaluatorPropertyTests {
    @Test(
        "random expressions give for every row what a plain interpreter gives", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func agreement(_ seed: UInt64) throws {
        var generator = ExpressionGenerator(random: SeededGenerator(state: seed))
        for round in 0..<600 {
            let kind = ExpressionGenerator.Kind.allCases[round % ExpressionGenerator.Kind.allCases.count]
            let text = generator.expression(kind, 1 + round % 4)
            let batch = generator.batch(17)
            let expression = try typed(text)
            let expected = (0..<batch.count).map { row in
                let value = ReferenceInterpreter(batch: batch, row: row).value(expression)
                return known(value, in: batch)
            }
            let result = try batch.evaluate(expression)
            #expect(result == expected, "\(text)")
            // The canonical spelling is read as the same expression.
            let again = expressionText(expression)
            #expect(expressionText(try typed(again)) == again, "\(text)")
        }
    }

    /// A text that no row holds has no number, so that it cannot be read back.
    private func known(_ value: Value?, in batch: Batch) -> Value? {
        guard case .text(let text) = value else { return value }
        let held = batch.columns.values.contains { column in column.contains(.text(text)) }
        return held ? value : .text("(new)")
    }
}
