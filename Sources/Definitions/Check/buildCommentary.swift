import Tables

/// Reads `commentary.yaml`: what people of the force say of a KPI in a period.
func buildCommentary(_ file: Fields?, figures: FigureNames, findings: Findings) -> [Comment] {
    guard let file else { return [] }
    return file.list("commentary").compactMap { item in
        guard let fields = Fields(item, "a comment", keys: Keys.comment, findings: findings) else { return nil }
        let kpi = figure(fields, figures.known, findings)
        let period = period(fields, findings)
        let by = fields.requiredText("by")
        let on = fields.required("on").flatMap { _ in fields.date("on") }
        let text = fields.requiredText("text")
        guard let kpi, let period, let by, let on, let text else { return nil }
        return Comment(kpi: kpi, period: period, by: by, on: on, text: text)
    }
}

private func figure(_ fields: Fields, _ known: [String], _ findings: Findings) -> String? {
    guard let id = fields.requiredText("kpi") else { return nil }
    guard known.contains(id) else {
        findings.error(
            .unknownFigure, "there is no KPI \(quoted(id)) to comment on", at: fields["kpi"]?.location,
            help: suggestion(id, known))
        return nil
    }
    return id
}

private func period(_ fields: Fields, _ findings: Findings) -> Period? {
    guard let text = fields.requiredText("period") else { return nil }
    guard let period = Period(parsing: text) else {
        findings.error(
            .badValue, "\(quoted(text)) is not a period", at: fields["period"]?.location,
            help: "write a month such as 2026-09, a quarter 2026-Q3, a financial year FY2026-27, twelve months "
                + "R12-2026-09, or a span 2026-07..2026-09")
        return nil
    }
    return period
}
