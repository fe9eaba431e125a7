import Testing

@testable import Expressions
@testable import Tables

let place = Diagnostic.Location(file: "kpis.yaml", line: 7, column: 12)

/// The canonical spelling of an expression after parsing and checking.
func canonical(
    _ text: String, in scope: Scope = contacts, expecting: ValueType? = nil
) throws -> String {
    expressionText(try typed(text, in: scope, expecting: expecting))
}

func typed(_ text: String, in scope: Scope = contacts, expecting: ValueType? = nil) throws -> TypedExpression {
    try check(try parse(text, at: place), in: scope, expecting: expecting)
}

/// The faults of an expression, as a reader sees them.
func faults(_ text: String, in scope: Scope = contacts, expecting: ValueType? = nil) -> [String] {
    do {
        let tree = try parse(text, at: place)
        _ = try check(tree, in: scope, expecting: expecting)
        return []
    } catch let fault as Diagnostic {
        return [fault.description]
    } catch let faults as Diagnostics {
        return faults.all.map(\.description)
    } catch {
        return ["\(error)"]
    }
}

/// Expects exactly these faults, at the places that `‸` marks in the text.
func expectFaults(
    _ marked: String, in scope: Scope = contacts, expecting: ValueType? = nil, _ messages: String...,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let parts = marked.split(separator: "‸", omittingEmptySubsequences: false)
    var lines: [(line: Int, column: Int)] = []
    var before = ""
    for part in parts.dropLast() {
        before += part
        let rows = before.split(separator: "\n", omittingEmptySubsequences: false)
        lines.append((7 + rows.count - 1, 12 + (rows.last?.utf8.count ?? 0)))
    }
    let expected = zip(lines, messages).map { "kpis.yaml:\($0.line):\($0.column): error: \($1)" }
    #expect(lines.count == messages.count, "as many marks as messages", sourceLocation: sourceLocation)
    #expect(
        faults(parts.joined(), in: scope, expecting: expecting) == expected, sourceLocation: sourceLocation)
}

let channelValues = ["999", "101", "switchboard", "livechat", "online", "email", "social", "alarm", "partner", "other"]
let dispositionValues = [
    "answered", "abandoned", "overflow", "transferred", "callback_requested", "ivr_resolved", "voicemail", "blocked",
    "test",
]
let legColumns: [String: ValueType] = [
    "call_id": .id, "root_id": .id, "offered_at": .time, "human_at": .time, "gave_up_at": .time,
    "channel": .category(values: channelValues, ordered: false),
    "disposition": .category(values: dispositionValues, ordered: false), "by_human": .flag, "caller_hash": .pseudonym,
]

/// One row per contact, with legs in order, a to-one relation to its incident, and a row of every type.
let contacts = Scope(
    table: "contacts",
    columns: legColumns.merging([
        "answered": .flag, "abandoned": .flag, "wait": .duration, "abandon_wait": .duration, "legs_tried": .integer,
        "score": .number(decimals: 1), "callback_due_on": .date, "gave_up_when": .time, "queue": .text,
        "grade": .category(values: ["1", "2", "3", "4"], ordered: true),
        "answered_by_type": .category(values: ["ivr", "switchboard", "triage", "handler"], ordered: false),
    ]) { first, _ in first },
    populations: ["inbound", "calls_999"],
    relations: [
        "legs": Scope.Relation(isToOne: false, columns: { legColumns }, populations: { ["handled"] }),
        "incident": Scope.Relation(
            isToOne: true,
            columns: { ["created_at": .time, "first_grade": .category(values: ["1", "2", "3", "4"], ordered: true)] },
            populations: { ["public"] }),
    ],
    settings: ["short_abandon": .duration, "repeat_calls": .integer, "repeat_window": .duration],
    sources: ["calls", "outcomes"])
