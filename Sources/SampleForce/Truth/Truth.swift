/// TRUTH.json: everything that was planted and what must come of it, counted while planting.
struct Truth {
    let seed: UInt64
    let scale: Int
    let isClean: Bool
    var files: [FileTruth] = []
    var figures = Figures()
    var tableRules = TableRules()
    /// The same if callers who hang up in under 10 seconds, not 5, did not wait.
    var figuresOfLongerShort = Figures()
    /// September 2025 as it stood before its late rows came.
    var released = Figures()
    var secondNight: [(String, JSON)] = []
    var badNights: [BadNight] = []

    var json: JSON {
        .object([
            ("force", .text("Loamshire Police")), ("seed", .number(Int(seed))), ("scale", .number(scale)),
            ("clean", .flag(isClean)), ("as_of", .text("2026-09-30")),
            (
                "settings",
                .object([
                    ("short_abandon_s", .number(5)), ("answer_101_s", .number(30)), ("long_101_s", .number(900)),
                    ("repeat_calls", .number(3)), ("repeat_window_days", .number(28)),
                    ("recontact_window_min", .number(60)),
                ])
            ),
            ("totals", FileTruth.total(files)),
            ("rules", .list(tally(by: \.rule, "rule"))), ("codes", .list(tally(by: \.code, "code"))),
            ("table_rules", tableRules.json), ("files", .list(files.map(\.json))), ("arcs", .list(arcs.map(\.json))),
            ("released_2025-09", released.json(months: [Month(2025, 9)])), ("figures", figures.json()),
            (
                "figures_if_short_abandon_is_10_s",
                figuresOfLongerShort.json(only: ["C01b", "C05", "C06", "C06.handler"])
            ),
            ("second_night", .object(secondNight)), ("bad_nights", .list(badNights.map(\.json))),
        ])
    }

    private var arcs: [Arc] {
        [
            NewRota.arc, Switchboard.arc, SummerEvenings.arc, MissingArrivals.arc, LateDowngrades.arc, DomesticGap.arc,
            PlanTemplate.arc, Migration.arc, SlowCharges.arc, WithdrawalRecords.arc, Outage.arc,
        ] + (isClean ? [] : [LateRows.arc]) + SmallerExports.arcs
    }

    /// Planted counts by rule or code, source and column, in that order.
    private func tally(by key: KeyPath<FileTruth.Planted, String?>, _ name: String) -> [JSON] {
        var counts: [[String]: Int] = [:]
        for file in files {
            for planted in file.planted {
                guard let value = planted[keyPath: key] else { continue }
                counts[[value, file.source, planted.column ?? ""], default: 0] += planted.count
            }
        }
        return counts.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
            .object([
                (name, .text($0[0])), ("source", .text($0[1])), ("column", .text($0[2])),
                ("count", .number(counts[$0] ?? 0)),
            ])
        }
    }
}

extension FileTruth {
    /// The ledgers of all files together.
    static func total(_ files: [FileTruth]) -> JSON {
        var sum = FileTruth(source: "", file: "")
        sum.header = 0
        for file in files {
            sum.header += file.header
            sum.skipped += file.skipped
            sum.accepted += file.accepted
            sum.rejected += file.rejected
            sum.superseded += file.superseded
            sum.removed += file.removed
            sum.duplicate += file.duplicate
            sum.afterAsOf += file.afterAsOf
        }
        return sum.ledger
    }
}
