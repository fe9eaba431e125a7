/// Every key that a definition may hold, by the kind of mapping. The loader, its messages and the test of the JSON
/// Schemas read the same lists.
enum Keys {
    static let pipeline = [
        "force", "extends", "inputs", "output", "state", "marking", "time_zone", "pseudonym_key", "csv_bom", "profile",
        "calendar", "keep", "on_success", "on_failure", "prometheus", "log",
    ]
    static let keep = ["daily", "month_ends", "attempts", "lists"]
    static let listFile = ["lists"]
    static let list = ["id", "name", "because", "table", "day", "on", "where", "columns", "order_by"]
    static let schema = ["schema", "key", "time", "optional", "absent", "supplied_by", "columns"]
    static let schemaColumn = [
        "type", "required", "absent", "needed_without", "values", "ordered", "planned", "sensitive", "range", "after",
        "of", "separator",
    ]
    static let table = [
        "table", "from", "where", "expand", "time", "chain", "relations", "columns", "populations", "dimensions",
    ]
    static let referenceTable = ["table", "key", "valid", "columns", "rows", "authority"]
    static let expand = ["rows", "where", "points", "open", "hours"]
    static let points = ["from", "until", "every", "as"]
    static let open = ["from", "until", "ended", "at", "as"]
    static let hours = ["from", "until", "as", "amount"]
    static let chain = ["id", "parent", "hops"]
    static let relation = ["to", "match", "order", "valid_at"]
    static let population = ["within", "where", "all_but"]
    static let figureFile = ["defaults", "kpis"]
    static let measures = [
        "count", "share", "mean", "sum", "quantiles", "bands", "difference", "mix", "per", "survival", "ratio_of",
    ]
    /// Keys that belong to some measures only, with those that may have them.
    static let suiting: [(key: String, measures: [String])] = [
        ("each", ["count"]), ("times", ["mean", "ratio_of"]), ("triangle", ["share"]),
    ]
    static let figure =
        [
            "id", "like", "variant_of", "name", "headline", "table", "period", "among", "due", "missing",
        ] + measures + suiting.map(\.key) + [
            "immature", "compare", "unit", "better", "standard", "by", "question", "findings", "basis", "clock", "note",
            "needs",
            "range", "shows", "examples",
        ]
    static let bands = ["of", "edges", "closed"]
    static let difference = ["of", "minus"]
    static let per = ["key", "take", "then"]
    static let survival = ["from", "until"]
    static let ratioOf = ["top", "bottom"]
    static let triangle = ["until", "upto"]
    static let needs = ["resolution", "tables"]
    static let example = ["rows", "expect"]
    static let changeFile = ["changes"]
    static let change = ["id", "set", "leave_out", "because", "by", "on", "base"]
    static let settingFile = ["settings"]
    static let setting = ["from", "authority", "verified", "note"]
    static let standardFile = ["standards"]
    static let standard = ["id", "rule", "value", "from", "until", "authority", "status", "aim", "note"]
    static let calendarFile = ["breaks", "excluded"]
    static let calendarBreak = ["id", "on", "figures", "label", "authority", "rebase"]
    static let excludedPeriod = ["id", "from", "to", "figures", "reason", "authority"]
    static let ruleFile = ["rules"]
    static let rule = [
        "id", "name", "built_in", "table", "expect", "else", "warn_above", "fail_above", "stop_kpis_above", "note",
    ]
    static let inspectionFile = ["inspections"]
    static let framework = ["framework", "title", "source", "read", "note", "questions"]
    static let holidays = ["calendar", "from", "to", "authority", "holidays"]
    static let inspection = ["id", "title", "on", "source", "fictional", "findings"]
    static let finding = ["id", "kind", "text", "figures", "question", "does_not_show", "closed"]
    static let closure = ["by", "on", "ref"]
    static let commentaryFile = ["commentary"]
    static let comment = ["kpi", "period", "by", "on", "text"]
    static let question = ["id", "text", "figures", "gaps"]
    static let gap = ["what", "why", "evidence"]
    static let source = [
        "source", "table", "folder", "files", "exports", "encoding", "delimiter", "quote", "header", "skip", "control",
        "nulls", "line_breaks", "record_bytes", "time_zone", "optional", "rows_with", "key", "newest_by", "one_per",
        "take",
        "gates", "on_gate", "freshness", "columns",
    ]
    static let lineBreaks = ["columns", "lines"]
    static let gates = ["file", "last_7_days"]
    static let gate = ["warn", "stop"]
    static let limit = ["count", "share"]
    static let freshness = [
        "expected_by", "newest_record", "arrival", "minimum_rows", "same_weekday", "days_missing",
    ]
    static let freshnessLimit = ["warn", "fail"]
    static let mapping = [
        "from", "join", "with", "is", "constant", "type", "format", "values", "through", "key", "take", "on",
        "on_format",
        "rolls_over_after", "withheld", "yes", "no", "optional", "separator",
    ]
    static let anyOf = ["any_of"]
    static let rowFilter = ["from", "values"]
    static let joinPart = ["from", "format", "leading_zeros"]

    /// By the name of the part of the JSON Schemas that describes them.
    static let all: [(name: String, keys: [String])] = [
        ("pipeline", pipeline), ("keep", keep), ("listFile", listFile), ("list", list), ("schema", schema),
        ("schemaColumn", schemaColumn), ("table", table),
        ("referenceTable", referenceTable), ("expand", expand), ("points", points), ("open", open), ("hours", hours),
        ("chain", chain),
        ("relation", relation), ("population", population), ("figureFile", figureFile), ("figure", figure),
        ("bands", bands), ("difference", difference), ("per", per), ("survival", survival), ("ratioOf", ratioOf),
        ("triangle", triangle), ("holidays", holidays), ("inspectionFile", inspectionFile),
        ("inspection", inspection), ("finding", finding), ("closure", closure), ("framework", framework),
        ("commentaryFile", commentaryFile), ("comment", comment), ("question", question), ("gap", gap),
        ("needs", needs),
        ("example", example),
        ("changeFile", changeFile), ("change", change),
        ("settingFile", settingFile), ("setting", setting), ("standardFile", standardFile), ("standard", standard),
        ("calendarFile", calendarFile), ("calendarBreak", calendarBreak), ("excludedPeriod", excludedPeriod),
        ("ruleFile", ruleFile), ("rule", rule), ("source", source), ("lineBreaks", lineBreaks), ("gates", gates),
        ("gate", gate), ("limit", limit), ("freshness", freshness), ("freshnessLimit", freshnessLimit),
        ("mapping", mapping), ("anyOf", anyOf), ("rowFilter", rowFilter),
        ("joinPart", joinPart),
    ]
}
