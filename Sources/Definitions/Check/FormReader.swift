import Tables

/// Reads how the cells of a mapped column are spelled.
struct FormReader {
    let mapping: MappingReader
    let type: ValueType

    private var fields: Fields { mapping.fields }
    private var findings: Findings { mapping.findings }

    func read() -> ColumnForm {
        complainOfUnsuited()
        let formats = FormatReader(fields: fields, findings: findings)
        switch type {
        case .text, .null: return .text
        case .id: return .id
        case .flag: return .flag(yes: fields.texts("yes") ?? [], no: fields.texts("no") ?? [])
        case .integer: return .integer
        case .number(let decimals): return .number(decimals: decimals)
        case .category(let values, let ordered): return .category(values, ordered: ordered)
        case .date:
            if isSerial { return .excelSerial }
            return .date(formats: formats.read("format", need: .date, otherwise: "yyyy-MM-dd").formats)
        case .time:
            if fields.text("type") == "time_of_day" { return timeOfDay(formats) }
            if isSerial { return .excelSerial }
            let read = formats.read("format", need: .time, otherwise: "iso")
            return .time(formats: read.formats, resolution: read.resolution)
        case .duration: return .duration(durationForm())
        case .pseudonym:
            return fields.text("type") == "id" ? .id : .pseudonym(withheld: fields.texts("withheld") ?? [])
        }
    }

    private var isSerial: Bool {
        guard let formats = fields.texts("format"), formats.contains("excel") else { return false }
        if formats.count > 1 {
            findings.error(
                .format, "`excel` cannot stand beside other formats", at: fields["format"]?.location)
        }
        return true
    }

    private func timeOfDay(_ formats: FormatReader) -> ColumnForm {
        _ = fields.required("on")
        let day = fields["on"].flatMap(mapping.headers) ?? []
        return .timeOfDay(
            formats: formats.read("format", need: .clock, otherwise: "HH:mm:ss").formats, dayHeader: day,
            dayFormats: formats.read("on_format", need: .date, otherwise: "yyyy-MM-dd").formats,
            rollsOverAfter: fields.text("rolls_over_after"))
    }

    private func durationForm() -> ColumnForm.DurationForm {
        fields.choice("format", ColumnForm.DurationForm.self) ?? .seconds
    }

    /// Keys that the type has no use for are most likely meant for another column.
    private func complainOfUnsuited() {
        let isClock = fields.text("type") == "time_of_day"
        let suited: [(keys: [String], isSuited: Bool, what: String)] = [
            (["format"], [.time, .date, .duration].contains(type), "a time, a date or a duration"),
            (["on", "on_format", "rolls_over_after"], isClock, "a column of the type time_of_day"),
            (["withheld"], type == .pseudonym && fields.text("type") != "id", "a pseudonym"),
            (["yes", "no"], type == .flag, "a flag"),
            (["values"], type.isText && type != .pseudonym, "a category or a text"),
        ]
        for (keys, isSuited, what) in suited where !isSuited {
            for key in keys {
                guard let entry = fields.entry(key) else { continue }
                findings.error(.mapping, "only \(what) has `\(key)`", at: entry.location)
            }
        }
    }
}
