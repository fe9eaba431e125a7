import Tables

/// Only a share can count a missing value against the force.
@Sendable func checkMissingRules(_ checked: Checked, findings: Findings) {
    for item in checked.figures where item.isMeasured && item.figure.missing == .miss {
        if case .share = item.figure.measure { continue }
        findings.error(
            .measure, "`missing: miss` needs a share: nothing else has a miss", at: item.fields["missing"]?.location,
            help: "write `missing: leave_out`, or leave the key out")
    }
}
