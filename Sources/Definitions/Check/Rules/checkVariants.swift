import Tables

/// A variant names the KPI that it is a variant of.
@Sendable func checkVariants(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let name = item.figure.variantOf, let place = item.fields["variant_of"]?.location,
            !checked.knownFigures.contains(name)
        else { continue }
        findings.error(
            .unknownFigure, "there is no KPI \(quoted(name)) to be a variant of", at: place,
            help: suggestion(name, checked.knownFigures.sorted()))
    }
}
