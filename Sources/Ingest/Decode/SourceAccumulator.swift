import Tables

/// Puts the chunks of a source together in the order of files and offsets.
struct SourceAccumulator {
    private(set) var columns: [Column]
    private(set) var evidence: [ColumnEvidence]
    /// Of the key's texts, where they are not kept.
    private(set) var keyProof: KeyProof
    private(set) var records = RecordPlaces()
    private(set) var faults: [DecodedSource.Fault] = []
    private(set) var malformed = LenientReading()
    /// What the file being read has held so far, and its first row.
    private(set) var others = OtherRecords()
    private(set) var firstRow = 0

    init(_ plan: SourcePlan) {
        let decoded = plan.columns.indices.filter { !plan.columns[$0].isComputed }
        columns = decoded.map { SourceAccumulator.empty(plan, $0) }
        evidence = decoded.map { _ in ColumnEvidence() }
        keyProof = KeyProof(by: plan.keyMeans)
        malformed.keys = plan.keyPlaces.map { place in
            let column = plan.columns[place]
            return .init(
                name: column.name, type: column.type, resolution: nil, values: SourceAccumulator.empty(plan, place))
        }
    }

    var rowCount: Int { records.count }

    /// Room for the rows of the whole source, by what the first chunk has.
    mutating func reserve(_ count: Int) {
        for place in columns.indices { columns[place].reserve(count) }
        records.reserve(count)
    }

    mutating func beginFile() {
        others = OtherRecords()
        firstRow = rowCount
        keyProof.beginFile()
    }

    mutating func add(_ chunk: DecodedChunk, lineBase: Int, names: inout Names) {
        let first = Int32(rowCount)
        let codes = names.codes(of: chunk.names)
        for (place, column) in chunk.columns.enumerated() {
            columns[place].append(column, recoding: codes)
            evidence[place] += chunk.evidence[place]
        }
        keyProof.append(chunk.keyProof)
        records.append(chunk.records, lineBase: Int32(truncatingIfNeeded: lineBase))
        faults += chunk.faults.map { .init(row: $0.row + first, column: $0.column, code: $0.code) }
        malformed.append(chunk.malformed, first: first, recoding: codes)
        others += chunk.others
    }

    private static func empty(_ plan: SourcePlan, _ place: Int) -> Column {
        let column = plan.columns[place]
        if plan.isPresenceOnly[place] { return .flags([]) }
        if plan.packsLabels, column.mayBePresenceOnly { return .labels([], of: []) }
        switch column.decoder {
        case .text, .identifier, .category, .pseudonym: return .codes([])
        case .flag: return .flags([])
        case .time, .timeOfDay, .duration: return column.isNarrow ? .seconds([]) : .integers([])
        case .integer, .number, .date, .computed: return .integers([])
        }
    }
}
