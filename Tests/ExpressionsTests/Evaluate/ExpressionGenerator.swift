@testable import Expressions
@testable import Tables

/// Numbers from a seed, the same on every machine (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

/// Writes random well-typed expressions as an analyst would, over the columns of `contacts`.
struct ExpressionGenerator {
    var random: SeededGenerator

    enum Kind: CaseIterable {
        case flag, integer, number, duration, time, date, grade, channel, queue
    }

    mutating func pick(_ choices: String...) -> String {
        choices[Int.random(in: 0..<choices.count, using: &random)]
    }

    mutating func expression(_ kind: Kind, _ depth: Int) -> String {
        if depth == 0 || Int.random(in: 0..<6, using: &random) == 0 { return leaf(kind) }
        let below = depth - 1
        if kind != .flag, Int.random(in: 0..<4, using: &random) == 0 { return choice(kind, below) }
        switch kind {
        case .flag: return flag(below)
        case .integer: return integer(below)
        case .number:
            let other = Bool.random(using: &random) ? Kind.integer : .number
            return "(\(expression(.number, below)) \(pick("+", "-")) \(expression(other, below)))"
        case .duration:
            return switch Int.random(in: 0..<6, using: &random) {
            case 0: "elapsed(\(expression(.time, below)), \(expression(.time, below)))"
            case 1: "(\(expression(.time, below)) - \(expression(.time, below)))"
            case 2: "(\(expression(.duration, below)) \(pick("+", "-")) \(expression(.duration, below)))"
            case 3: "\(expression(.integer, 0)) * \(expression(.duration, 0))"
            case 4: "\(pick("abs", "-", "abs"))(\(expression(.duration, below)))"
            default: extreme(.duration, below)
            }
        case .time:
            return switch Int.random(in: 0..<4, using: &random) {
            case 0: "(\(expression(.time, below)) + \(expression(.duration, 0)))"
            case 1: "(\(expression(.time, below)) - \(expression(.duration, 0)))"
            case 2: "hour_start(\(expression(.time, below)))"
            default: extreme(.time, below)
            }
        case .date:
            return switch Int.random(in: 0..<3, using: &random) {
            case 0: "date(\(expression(.time, below)))"
            case 1: "(\(expression(.date, below)) \(pick("+", "-")) \(pick("0", "1", "30", "400")))"
            default: extreme(.date, below)
            }
        case .grade: return extreme(.grade, below)
        case .channel, .queue: return "coalesce(\(expression(kind, below)), \(leaf(kind)))"
        }
    }

    private mutating func flag(_ below: Int) -> String {
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1: return "(\(expression(.flag, below)) and \(expression(.flag, below)))"
        case 2, 3: return "(\(expression(.flag, below)) or \(expression(.flag, below)) or \(expression(.flag, below)))"
        case 4: return "(not (\(expression(.flag, below))))"
        case 5:
            let kind = Kind.allCases.randomElement(using: &random) ?? .flag
            return "(\(expression(kind, below)) is \(pick("null", "not null")))"
        case 6:
            let ends = "\(leaf(.duration)) and \(leaf(.duration))"
            return "(\(expression(.duration, below)) \(pick("", "not ")) between \(ends))"
        case 7:
            let list = "('999', \(pick("'101'", "null", "'email'")))"
            return "(\(expression(.channel, below)) \(pick("in", "not in")) \(list))"
        case 8: return "(\(expression(.channel, below)) \(pick("=", "<>")) \(leaf(.channel)))"
        case 9:
            let other = pick(leaf(.queue), leaf(.channel))
            return "(coalesce(queue, \(expression(.queue, below))) \(pick("=", "<>")) \(other))"
        default:
            let kinds: [Kind] = [.integer, .number, .duration, .time, .date, .grade]
            let kind = kinds.randomElement(using: &random) ?? .integer
            let sign = pick("=", "<>", "<", "<=", ">", ">=")
            return "(\(expression(kind, below)) \(sign) \(expression(kind, below)))"
        }
    }

    private mutating func integer(_ below: Int) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: "(\(expression(.integer, below)) \(pick("+", "-", "*")) \(expression(.integer, below)))"
        case 1: "days(\(expression(pick("t", "d") == "t" ? .time : .date, below)), \(expression(.date, below)))"
        case 2: "\(pick("month", "weekday"))(\(expression(pick("t", "d") == "t" ? .time : .date, below)))"
        case 3: "\(pick("hour_of_week", "hour", "minute", "second"))(\(expression(.time, below)))"
        case 4: extreme(.integer, below)
        default: "\(pick("abs", "-"))(\(expression(.integer, below)))"
        }
    }

    private mutating func extreme(_ kind: Kind, _ below: Int) -> String {
        let function = pick("least", "greatest", "coalesce")
        return "\(function)(\(expression(kind, below)), \(pick("null, ", ""))\(expression(kind, below)))"
    }

    private mutating func choice(_ kind: Kind, _ below: Int) -> String {
        let branch = "when \(expression(.flag, below)) then \(expression(kind, below))"
        let second = "when \(expression(.flag, below)) then \(pick("null", leaf(kind)))"
        let subject = "case \(leaf(.channel)) when '999' then \(expression(kind, below)) else \(leaf(kind)) end"
        return pick(
            "case \(branch) else \(leaf(kind)) end", "case \(branch) \(second) end", subject,
            "case \(second) \(branch) else null end")
    }

    private mutating func leaf(_ kind: Kind) -> String {
        switch kind {
        case .flag: pick("answered", "abandoned", "answered", "calls_999", "true", "(answered = false)")
        case .integer:
            pick("legs_tried", "legs_tried", "setting.repeat_calls", "0", "1", "7", "-3", "4611686018427387904")
        case .number: pick("score", "score", "0.5", "1.25", "-2.0")
        case .duration: pick("wait", "wait", "abandon_wait", "10 s", "0 s", "1 h", "90 d", "setting.short_abandon")
        case .time: pick("offered_at", "human_at", "as_of", "incident.created_at", "(as_of - 1 ms)")
        case .date: pick("callback_due_on", "callback_due_on", "date(offered_at)")
        case .grade: pick("grade", "grade", "case when answered then '2' else grade end")
        case .channel: pick("channel", "channel", "coalesce(channel, '101')")
        case .queue: pick("queue", "queue", "'north'", "'nowhere'")
        }
    }

    /// Rows whose values are often equal, often missing, and now and then extreme.
    mutating func batch(_ count: Int) -> Batch {
        let march = utc("2026-03-29 00:59:59")
        let october = utc("2026-10-25 01:00")
        var columns: [String: [Value?]] = [:]
        func value(_ type: ValueType) -> Value? {
            if Int.random(in: 0..<4, using: &random) == 0 { return nil }
            func one(_ choices: [Int64]) -> Value? { choices.randomElement(using: &random).map(Value.integer) }
            switch type {
            case .flag: return .flag(Bool.random(using: &random))
            case .integer: return one([0, 1, 2, 7, -3, Int64.max, Int64.min + 1])
            case .number: return one([0, 5, 12, -20, 1_000_000])
            case .duration: return one([0, 1, 4999, 5000, 10_000, 3_600_000, -1, 7_776_000_000])
            case .time:
                return one([march, march + 1000, october - 1, october, 0, -1, 1_782_860_400_000, 1_782_860_399_999])
            case .date: return one([0, 20_541, 20_544, -1, 20_751])
            case .category(let values, _):
                return (values.prefix(4) + ["strange"]).randomElement(using: &random).map(Value.text)
            default: return ["north", "south", "999"].randomElement(using: &random).map(Value.text)
            }
        }
        let types = contacts.columns.merging(["calls_999": .flag, "incident.created_at": .time]) { own, _ in own }
        for name in types.keys.sorted() {
            columns[name] = (0..<count).map { _ in value(types[name] ?? .flag) }
        }
        return Batch(count: count, columns: columns)
    }
}
