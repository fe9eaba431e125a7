import Definitions
import Tables

extension SourceRows {
    /// Holds the source against its gates: rejected records per file and in the newest seven days, and the row counts
    /// that the exports state themselves. Warnings become findings, the rest failures.
    mutating func checkGates(zone: ZoneTable) {
        let ordered = rejections.sorted { $0.row < $1.row }
        var next = 0
        for number in files.indices {
            checkControl(number)
            let rows = files[number].rows
            let first = next
            while next < ordered.count, rows.contains(Int(ordered[next].row)) { next += 1 }
            judge(
                definition.perFile, rejected: Array(ordered[first..<next]), of: rows.count,
                at: .init(file: files[number].file.name), span: "")
        }
        guard let newest = NewestWeek(of: summary, zone: zone) else { return }
        judge(
            definition.lastSevenDays, rejected: rejections.filter { newest.rejected.contains($0.row) },
            of: newest.count,
            at: definition.location, span: " of the seven days to \(newest.last)")
    }

    /// An export that says how many records it holds must hold as many: cut at a record boundary it looks whole.
    private mutating func checkControl(_ number: Int) {
        guard let beginning = definition.dialect.control else { return }
        let file = files[number]
        let held = file.rows.count + file.otherKinds
        guard let stated = file.controlTotal else {
            failures.append(
                Diagnostic(
                    code: "E0403", "no record begins with `\(beginning)`, in which the export states its row count",
                    at: .init(file: file.file.name),
                    help: "the file may be cut: ask for the export again; or correct `control` of \(definition.name)"))
            return
        }
        guard stated != held else { return }
        let what = stated > held ? "cut at a record boundary" : "more records than the export says"
        failures.append(
            Diagnostic(
                code: "E0402", "\(what): the export says \(grouped(stated)), the file holds \(grouped(held))",
                at: .init(file: file.file.name), help: "ask the supplier for the whole export"))
    }

    private mutating func judge(
        _ gate: SourceDefinition.Gate, rejected: [Rejection], of records: Int, at location: Diagnostic.Location,
        span: String
    ) {
        guard records > 0 else { return }
        func isPassed(_ limit: SourceDefinition.Limit) -> Bool {
            rejected.count > limit.count && Double(rejected.count) > limit.share * Double(records)
        }
        let stops = isPassed(gate.stop)
        guard stops || isPassed(gate.warn) else { return }
        let limit = stops ? gate.stop : gate.warn
        let share = percent(Double(rejected.count) / Double(records))
        let message =
            "\(definition.name): \(grouped(rejected.count)) of \(grouped(records)) records\(span) rejected "
            + "(\(share)), more than \(grouped(limit.count)) and \(percent(limit.share)): \(mainReasons(rejected))"
        if stops {
            failures.append(
                Diagnostic(code: "E0401", message, at: location, help: help(rejected, at: location)))
        } else {
            findings.append(
                Diagnostic(.warning, code: "E0404", message, at: location, help: help(rejected, at: location)))
        }
    }

    /// The three reasons that rejected most, in words.
    private func mainReasons(_ rejected: [Rejection]) -> String {
        let shown = ranked(rejected).prefix(3).map { "\(describe(reasons[$0.reason])) (\(grouped($0.count)))" }
        let others = ranked(rejected).dropFirst(3).reduce(0) { $0 + $1.count }
        return shown.joined(separator: ", ") + (others > 0 ? ", other reasons (\(grouped(others)))" : "")
    }

    private func ranked(_ rejected: [Rejection]) -> [(reason: Int, count: Int)] {
        var counts = Array(repeating: 0, count: reasons.count)
        for rejection in rejected { counts[Int(rejection.reason)] += 1 }
        // A stable order: by count, then by the order in which reasons were first met.
        return counts.enumerated().filter { $0.element > 0 }
            .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
            .map { (reason: $0.offset, count: $0.element) }
    }

    private func help(_ rejected: [Rejection], at location: Diagnostic.Location) -> String {
        let main = ranked(rejected).first.map { reasons[$0.reason].code }
        if main == FaultCode.invalidEncoding.rawValue {
            // Where the first such byte stands and what encoding is likely is known, and is the answer.
            let told = findings.filter { $0.code == "E0351" }
            if let bytes = told.first(where: { $0.location == location }) ?? told.first {
                return bytes.message + (bytes.help.map { ": \($0)" } ?? "")
            }
        }
        if main == RejectionReason.conflict {
            return
                "if rows of one export may share \(key.joined(separator: ", ")), the `key` of \(definition.name) lacks a "
                + "column, or `newest_by` must say which of them counts"
        }
        return
            "see \(definition.name).faults.csv in the quarantine: correct the mapping, or the export, or the limits in `gates`"
    }
}
