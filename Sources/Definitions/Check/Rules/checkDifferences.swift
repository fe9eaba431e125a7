import Tables

/// A difference cannot be taken of a figure that the force leaves out.
@Sendable func checkDifferences(_ checked: Checked, findings: Findings) {
    let computed = Set(checked.figures.map(\.figure.id))
    for item in checked.figures {
        guard case .difference(of: let first, minus: let second) = item.figure.measure,
            let value = item.fields["difference"], case .mapping(let parts) = value.kind
        else { continue }
        for (key, id) in [("of", first), ("minus", second)] where !computed.contains(id) {
            findings.error(
                .difference, "\(id), which \(item.figure.id) is a difference of, is left out",
                at: parts.first { $0.key == key }?.value.location ?? value.location,
                help: "leave \(item.figure.id) out too")
        }
    }
}
