import Definitions
import Expressions
import Tables

/// What is left of a source whose rows were judged and handed on chunk by chunk, put together in the order of its files.
struct JudgedSource: Sendable {
    let definition: SourceDefinition
    private(set) var rowCount = 0
    private(set) var records = RecordPlaces()
    private(set) var faults: [DecodedSource.Fault] = []
    private(set) var files: [DecodedSource.File] = []
    private(set) var columns: [DecodedSource.Column] = []
    private(set) var absent: [String] = []
    private(set) var empty: [String] = []
    private(set) var summary: RowSummary
    private(set) var rejections: [Rejection] = []
    private(set) var reasons: [RejectionReason] = []
    private(set) var tallies: [RuleTally] = []
    private(set) var ruleNames: [String: String] = [:]
    private(set) var findings: [Diagnostic]
    /// What the file being read has held so far, and its first row.
    private(set) var others = OtherRecords()
    private(set) var firstRow = 0
    private var evidence: [ColumnEvidence]
    private(set) var keyProof: KeyProof

    init(_ plan: SourcePlan, files: Int, findings: [Diagnostic]) {
        definition = plan.source
        keyProof = KeyProof(by: plan.keyMeans)
        summary = RowSummary(files: files)
        evidence = plan.columns.filter { !$0.isComputed }.map { _ in ColumnEvidence() }
        self.findings = findings
    }

    mutating func beginFile() {
        others = OtherRecords()
        firstRow = rowCount
        summary.beginFile()
        keyProof.beginFile()
    }

    mutating func endFile(_ account: DecodedSource.File, _ found: [Diagnostic]) {
        files.append(account)
        findings += found
    }

    mutating func add(_ chunk: JudgedChunk, lineBase: Int) {
        let first = Int32(rowCount)
        rowCount += chunk.rowCount
        others += chunk.others
        for place in evidence.indices { evidence[place] += chunk.evidence[place] }
        keyProof.append(chunk.keyProof)
        summary.add(chunk.summary, file: files.count, first: first)
        add(chunk.tallies)
        ruleNames = chunk.ruleNames
        if columns.isEmpty { columns = chunk.columns }
        (absent, empty) = (chunk.absent, chunk.empty)
        let places = chunk.reasons.map { reason in
            if let known = reasons.firstIndex(of: reason) { return Int32(known) }
            reasons.append(reason)
            return Int32(reasons.count - 1)
        }
        records.append(noted: chunk.records, firstRow: first, lineBase: Int32(truncatingIfNeeded: lineBase))
        rejections.append(addingCapacity: chunk.rejections.count) { all in
            for one in chunk.rejections {
                all.append(Rejection(row: first + one.row, reason: places[Int(one.reason)]))
            }
        }
        faults += chunk.faults.map { .init(row: $0.row + first, column: $0.column, code: $0.code) }
    }

    /// Tallies of one kind stand in the same order in every chunk; some chunks lack some.
    private mutating func add(_ more: [RuleTally]) {
        var place = 0
        for tally in more {
            if let known = tallies.firstIndex(where: { $0.isSame(as: tally) }) {
                tallies[known].count += tally.count
                tallies[known].checked += tally.checked
                place = known + 1
            } else {
                tallies.insert(tally, at: place)
                place += 1
            }
        }
    }

    /// What only all rows together tell.
    mutating func finish(_ plan: SourcePlan, _ present: PresentColumns) {
        for (place, (column, evidence)) in zip(present.columns, present.selected(evidence)).enumerated() {
            let seen = seenResolution(of: column, evidence)
            let values = columns.isEmpty ? Column.flags([]) : columns[place].values
            findings += valueFindings(
                column, values: values, evidence: evidence, resolution: seen, source: definition)
            if !columns.isEmpty {
                columns[place] = .init(name: column.name, type: column.type, resolution: seen, values: values)
            }
        }
        // What is computed is no finer than what it is computed from.
        for mapping in definition.columns {
            guard case .computed(let expression) = mapping.origin,
                let place = columns.firstIndex(where: { $0.name == mapping.column }), columns[place].resolution != nil
            else { continue }
            let read = expression.references.columns
            let coarsest = columns.filter { read.contains($0.name) }.compactMap(\.resolution).max()
            columns[place] = .init(
                name: mapping.column, type: columns[place].type, resolution: coarsest ?? 1000,
                values: columns[place].values)
        }
        // Some are counted only where there are any, and then out of all rows.
        tallies.removeAll { tally in
            tally.rule == "DQ06" && tally.count == 0
                && columns.contains { $0.name == tally.column && !isCategory($0.type) }
        }
        let ofRecords = tallies.indices.filter { FaultCode(rawValue: tallies[$0].rule) != nil }
        let counted = FaultCode.allCases.compactMap { code in tallies.first { $0.rule == code.rawValue } }
        for (place, tally) in zip(ofRecords, counted) {
            tallies[place] = tally
            tallies[place].checked = rowCount
        }
        orderReasons(plan)
    }

    /// Reasons in the order in which rows are judged, whatever the chunks: records, keys, cells, then rules.
    private mutating func orderReasons(_ plan: SourcePlan) {
        var firsts = Array(repeating: Int32.max, count: reasons.count)
        for rejection in rejections {
            firsts[Int(rejection.reason)] = min(firsts[Int(rejection.reason)], rejection.row)
        }
        let rules = tallies.map(\.rule)
        let steps = reasons.map { reason in
            if reason.column < 0, FaultCode(rawValue: reason.code) != nil { return 0 }
            if reason.rule == "DQ05" { return definition.key.contains(columns[Int(reason.column)].name) ? 1 : 2 }
            return 3 + (rules.firstIndex(of: reason.rule) ?? rules.count)
        }
        let order = reasons.indices.sorted {
            (steps[$0], firsts[$0], reasons[$0].column) < (steps[$1], firsts[$1], reasons[$1].column)
        }
        var places = Array(repeating: Int32(0), count: reasons.count)
        for (place, reason) in order.enumerated() { places[reason] = Int32(place) }
        reasons = order.map { reasons[$0] }
        for place in rejections.indices {
            rejections[place] = Rejection(
                row: rejections[place].row, reason: places[Int(rejections[place].reason)])
        }
    }
}
