import Tables

/// Rows are counted by reason, so one figure cannot use one reason for two conditions.
@Sendable func checkExclusionReasons(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        let reasons = item.figure.among.exclusions.map(\.reason)
        guard let again = firstRepeated(reasons) else { continue }
        findings.error(
            .exclusion, "the reason `\(again)` stands for two different conditions", at: item.fields["among"]?.location,
            help: "give each exclusion its own reason")
    }
}
