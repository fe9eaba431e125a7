import Expressions
import Tables

/// A row is due at a time or on a date.
@Sendable func checkDueTimes(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let due = item.figure.due, due.type != .time, due.type != .date else { continue }
        findings.error(
            .periodColumn, "`due` must be a time or a date, but it is \(phrase(due.type))",
            at: item.fields["due"]?.location,
            help: "such as `offered_at + 1 h`")
    }
}
