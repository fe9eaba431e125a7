/// What was put into one export file, and what must become of every record of it.
struct FileTruth {
    /// One kind of planted fault in one file.
    struct Planted {
        let fault: String
        let rule: String?
        let code: String?
        let column: String?
        let fate: String
        let count: Int

        var json: JSON {
            var members: [(String, JSON)] = [("fault", .text(fault)), ("count", .number(count)), ("fate", .text(fate))]
            if let rule { members.append(("rule", .text(rule))) }
            if let code { members.append(("code", .text(code))) }
            if let column { members.append(("column", .text(column))) }
            return .object(members)
        }
    }

    let source: String
    let file: String
    var planted: [Planted] = []
    var controlTotal: Int?
    var header = 1
    var skipped = 0
    var blankLines = 0
    /// Records by what is meant to become of them.
    var accepted = 0
    var rejected = 0
    var superseded = 0
    var duplicate = 0
    var afterAsOf = 0

    init(source: String, file: String) {
        self.source = source
        self.file = file
    }

    mutating func count(_ row: Row) {
        switch row.fate {
        case .accepted: accepted += row.records
        case .rejected: rejected += row.records
        case .superseded: superseded += row.records
        case .duplicate: duplicate += row.records
        case .afterAsOf: afterAsOf += row.records
        }
    }

    var physical: Int { header + skipped + accepted + rejected + superseded + duplicate + afterAsOf }

    /// An increment removes nothing, so `removed` is always 0.
    var ledger: JSON {
        .object([
            ("physical", .number(physical)), ("header", .number(header)), ("accepted", .number(accepted)),
            ("rejected", .number(rejected)), ("superseded", .number(superseded)), ("removed", .number(0)),
            ("duplicate", .number(duplicate)), ("skipped", .number(skipped)), ("after_as_of", .number(afterAsOf)),
        ])
    }

    var json: JSON {
        var members: [(String, JSON)] = [
            ("source", .text(source)), ("file", .text(file)), ("ledger", ledger), ("blank_lines", .number(blankLines)),
        ]
        if let controlTotal { members.append(("control_total", .number(controlTotal))) }
        members.append(("planted", .list(planted.map(\.json))))
        return .object(members)
    }
}
