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
    var removed = 0
    var duplicate = 0
    var afterAsOf = 0

    init(source: String, file: String) {
        self.source = source
        self.file = file
    }

    mutating func count(_ fate: Row.Fate, _ records: Int = 1) {
        switch fate {
        case .accepted: accepted += records
        case .rejected: rejected += records
        case .superseded: superseded += records
        case .removed: removed += records
        case .duplicate: duplicate += records
        case .afterAsOf: afterAsOf += records
        }
    }

    /// The same file as another night sees it.
    mutating func takeFates(of other: FileTruth) {
        accepted = other.accepted
        rejected = other.rejected
        superseded = other.superseded
        removed = other.removed
        duplicate = other.duplicate
        afterAsOf = other.afterAsOf
    }

    /// The account of a copy that a newer one replaces: no record of it is read.
    var unread: FileTruth {
        var truth = FileTruth(source: source, file: file)
        truth.header = 0
        return truth
    }

    var physical: Int { header + skipped + accepted + rejected + superseded + removed + duplicate + afterAsOf }

    var ledger: JSON {
        .object([
            ("physical", .number(physical)), ("header", .number(header)), ("accepted", .number(accepted)),
            ("rejected", .number(rejected)), ("superseded", .number(superseded)), ("removed", .number(removed)),
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
