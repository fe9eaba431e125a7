/// What a file of definitions holds, by its path below the folder.
enum FileKind: Sendable {
    case pipeline, schema, table, figures, rules, settings, standards, source
    /// Rows that supervisors ask for.
    case lists
    /// Breaks and excluded spans, inspections, what inspectors ask, bank holidays.
    case calendar, inspections, framework, holidays
    /// What people say of figures.
    case commentary

    /// The files of ours that a force extends.
    static func ofBase(_ path: String) -> FileKind? {
        switch path {
        case "rules.yaml": .rules
        case "settings.yaml": .settings
        case "standards.yaml": .standards
        case "pipeline.yaml": .pipeline
        default:
            switch folder(path) {
            case "schema": .schema
            case "tables": .table
            case "kpis": .figures
            case "frameworks": .framework
            case "calendars": .holidays
            default: nil
            }
        }
    }

    /// The files of a force.
    static func ofForce(_ path: String) -> FileKind? {
        switch path {
        case "pipeline.yaml": .pipeline
        case "settings.yaml": .settings
        case "standards.yaml": .standards
        case "calendar.yaml": .calendar
        case "inspections.yaml": .inspections
        case "lists.yaml": .lists
        case "commentary.yaml": .commentary
        default:
            switch folder(path) {
            case "sources": .source
            case "tables": .table
            case "kpis": .figures
            case "calendars": .holidays
            default: nil
            }
        }
    }

    static let baseNames = [
        "rules.yaml", "settings.yaml", "standards.yaml", "schema/*.yaml", "tables/*.yaml", "kpis/*.yaml",
        "frameworks/*.yaml", "calendars/*.yaml",
    ]
    static let forceNames = [
        "pipeline.yaml", "settings.yaml", "standards.yaml", "sources/*.yaml", "tables/*.yaml", "kpis/*.yaml",
        "calendar.yaml", "commentary.yaml", "inspections.yaml", "lists.yaml", "calendars/*.yaml",
    ]

    private static func folder(_ path: String) -> Substring? {
        let parts = path.split(separator: "/")
        return parts.count == 2 ? parts[0] : nil
    }
}
