import Charts

/// The exceptions by kind, each line leading to its figure; where there are none, that is said in words.
func exceptionList(_ exceptions: [RunException]) -> Markup {
    var content = Markup()
    var none: [String] = []
    for kind in RunException.Kind.allCases {
        let mine = exceptions.filter { $0.kind == kind }
        if mine.isEmpty {
            none.append(kind.none)
        } else {
            content.append(.heading("\(kind.title): \(mine.count)", level: 3))
            content.append(.list(mine.map(line)))
        }
    }
    guard !exceptions.isEmpty else { return .paragraph("No exceptions: \(none.joined(separator: "; ")).") }
    if !none.isEmpty { content.append(.paragraph("Otherwise: \(none.joined(separator: "; ")).")) }
    return content
}

private func line(_ exception: RunException) -> Markup {
    let subject = exception.kpi.map { .link(exception.subject, to: figurePath($0)) } ?? Markup(exception.subject)
    return subject + Markup(": \(exception.sentence)")
}
