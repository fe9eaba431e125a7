import Foundation
import Testing

@testable import Expressions
@testable import Tables

let london: ZoneTable = {
    let bytes = FileManager.default.contents(atPath: "/usr/share/zoneinfo/Europe/London") ?? Data()
    guard let zone = try? ZoneTable(name: "Europe/London", file: Array(bytes)) else {
        preconditionFailure("the tests need the system's time zones")
    }
    return zone
}()

/// A value of one row, nil when missing.
enum Value: Hashable {
    case flag(Bool)
    case text(String)
    case integer(Int64)
}

/// Rows by column, as texts and integers, and what evaluating them needs.
struct Batch {
    var count: Int
    var columns: [String: [Value?]]
    var settings: [String: Int64] = ["short_abandon": 5000, "repeat_calls": 3, "repeat_window": 2_419_200_000]
    var asOf: Int64 = 1_782_860_400_000

    func evaluate(_ expression: TypedExpression) throws -> [Value?] {
        var names = Names()
        var vectors: [String: Vector] = [:]
        for name in columns.keys.sorted() {
            vectors[name] = vector(columns[name] ?? [], named: name, &names)
        }
        let known = names
        let evaluation = Evaluation(
            count: count, zone: london, asOf: asOf,
            code: { known.existingCode(of: $0) ?? Missing.code - 1 },
            column: { name, _ in try #require(vectors[name]) },
            setting: { .integers(Array(repeating: settings[$0] ?? Missing.integer, count: count)) },
            beyond: { try #require(vectors[expressionText($0)]) })
        let result = try Evaluator(evaluation).value(of: expression)
        #expect(result.count == count)
        return (0..<count).map { row in
            switch result {
            case .flags(let values): values[row] == Missing.flag ? nil : .flag(values[row] == 1)
            case .integers(let values): values[row] == Missing.integer ? nil : .integer(values[row])
            case .codes(let values):
                values[row] == Missing.code ? nil : .text(values[row] < 0 ? "(new)" : known.text(of: values[row]))
            }
        }
    }

    private func vector(_ values: [Value?], named name: String, _ names: inout Names) -> Vector {
        let type = contacts.columns[name] ?? (name.hasSuffix("_at") ? .time : .flag)
        switch type.storage {
        case .flags: return .flags(values.map { $0.map { $0 == .flag(true) ? 1 : 0 } ?? Missing.flag })
        case .integers:
            return .integers(
                values.map { if case .integer(let value) = $0 { value } else { Missing.integer } })
        case .codes:
            return .codes(
                values.map { if case .text(let text) = $0 { names.code(of: text) } else { Missing.code } })
        }
    }
}

/// The instant of a UTC date and time such as `2026-03-29 00:59`.
func utc(_ text: String) -> Int64 {
    let parts = text.split { "- :.".contains($0) }.compactMap { Int64($0) }
    let day = CivilDate(year: Int(parts[0]), month: Int(parts[1]), day: Int(parts[2]))
    let seconds = parts.count > 5 ? parts[5] : 0
    let milliseconds = parts.count > 6 ? parts[6] : 0
    return ((Int64(day.days) * 24 + parts[3]) * 60 + parts[4]) * 60_000 + seconds * 1000 + milliseconds
}
