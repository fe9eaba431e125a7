import Tables

/// Reads lists of KPIs as analysts write them: ids, the beginnings of ids such as `C05*`, or `all`.
struct FigureNames {
    /// The ids of all KPIs, those that the force leaves out included, in the order of the definitions.
    let known: [String]
    let findings: Findings

    /// The ids that `figures` names, each once, in the order written.
    func read(_ fields: Fields) -> [String]? {
        guard let written = fields.required("figures") else { return nil }
        let items: [YamlValue] = if case .list(let items) = written.kind { items } else { [written] }
        guard !items.isEmpty else {
            findings.error(
                .missingKey, "`figures` of \(fields.what) names no KPI", at: written.location,
                help: "write ids, the beginnings of ids such as `C05*`, or `all`")
            return nil
        }
        var seen: Set<String> = []
        return zip(fields.texts(of: written, "figures"), items).flatMap { name, item in
            matches(name, at: item.location).filter { seen.insert($0).inserted }
        }
    }

    private func matches(_ name: String, at place: Diagnostic.Location) -> [String] {
        if name == "all" { return known }
        if known.contains(name) { return [name] }
        guard name.hasSuffix("*"), !name.dropLast().contains("*") else {
            findings.error(.unknownFigure, "there is no KPI \(quoted(name))", at: place, help: suggestion(name, known))
            return []
        }
        let beginning = String(name.dropLast())
        let found = known.filter { $0.hasPrefix(beginning) }
        if found.isEmpty {
            findings.error(
                .unknownFigure, "there is no KPI whose id begins with \(quoted(beginning))", at: place,
                help: suggestion(beginning, known))
        }
        return found
    }
}
