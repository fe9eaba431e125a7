import Tables

/// Puts the chunks of a source together in the order of files and offsets.
struct SourceAccumulator {
    private(set) var columns: [Column]
    private(set) var evidence: [ColumnEvidence]
    /// Of the key's texts, where they are not kept.
    private(set) var keyOrder = KeyOrder()
    private(set) var offsets: [Int64] = []
    private(set) var lengths: [Int32] = []
    private(set) var lines: [Int32] = []
    private(set) var faults: [DecodedSource.Fault] = []
    private(set) var malformed = LenientReading()
    /// What the file being read has held so far.
    private(set) var file = FileTally()

    /// Counts of one file.
    struct FileTally {
        var headers = 0
        var skipped = 0
        var otherKinds = 0
        var controlTotal: Int?
        var badEncoding: (offset: Int64, records: Int)?
        var firstRow = 0
    }

    init(_ plan: SourcePlan) {
        let decoded = plan.columns.indices.filter { !plan.columns[$0].isComputed }
        columns = decoded.map { SourceAccumulator.empty(plan, $0) }
        evidence = decoded.map { _ in ColumnEvidence() }
        malformed.keys = plan.keyPlaces.map { place in
            let column = plan.columns[place]
            return .init(
                name: column.name, type: column.type, resolution: nil, values: SourceAccumulator.empty(plan, place))
        }
    }

    var rowCount: Int { offsets.count }

    /// Whether no row's fate depends on the text of a key: no two are equal, and no record without one can be that of
    /// another file.
    func keysDecideNothing(files: Int) -> Bool {
        keyOrder.ascends && (files == 1 || keyOrder.missing == 0)
    }

    mutating func beginFile() {
        file = FileTally()
        file.firstRow = rowCount
    }

    mutating func add(_ chunk: DecodedChunk, lineBase: Int, names: inout Names) {
        let first = Int32(rowCount)
        let codes = names.codes(of: chunk.names)
        for (place, column) in chunk.columns.enumerated() {
            columns[place].append(column, recoding: codes)
            evidence[place] += chunk.evidence[place]
        }
        keyOrder.append(chunk.keyOrder)
        offsets += chunk.offsets
        lengths += chunk.lengths
        lines += chunk.lines.map { $0 + Int32(truncatingIfNeeded: lineBase) }
        faults += chunk.faults.map { .init(row: $0.row + first, column: $0.column, code: $0.code) }
        malformed.rows += chunk.malformed.rows.map { $0 + first }
        malformed.cells += chunk.malformed.cells
        malformed.widths += chunk.malformed.widths
        for (place, key) in chunk.malformed.keys.enumerated() {
            malformed.keys[place].values.append(key.values, recoding: codes)
        }
        file.headers += chunk.headers
        file.skipped += chunk.skipped
        file.otherKinds += chunk.otherKinds
        file.controlTotal = chunk.controlTotal ?? file.controlTotal
        if let bad = chunk.badEncoding {
            file.badEncoding = (file.badEncoding?.offset ?? bad.offset, (file.badEncoding?.records ?? 0) + bad.records)
        }
    }

    private static func empty(_ plan: SourcePlan, _ place: Int) -> Column {
        let column = plan.columns[place]
        switch column.decoder {
        case _ where plan.isPresenceOnly[place]: return .flags([])
        case .text, .identifier, .category, .pseudonym: return .codes([])
        case .flag: return .flags([])
        case .time, .timeOfDay, .duration: return column.isNarrow ? .seconds([]) : .integers([])
        case .integer, .number, .date, .computed: return .integers([])
        }
    }
}

extension Column {
    /// Adds a chunk's values of the same kind in place, its codes translated. Each array is taken out of the column while
    /// it grows, because a second owner would make every chunk copy everything before it.
    fileprivate mutating func append(_ other: Column, recoding codes: [Int32]) {
        if case .flags(let more) = other, case .flags(var values) = self {
            self = .codes([])
            values += more
            self = .flags(values)
        } else if case .codes(let more) = other, case .codes(var values) = self {
            self = .codes([])
            values += more.lazy.map { $0 < 0 ? Missing.code : codes[Int($0)] }
            self = .codes(values)
        } else if case .seconds(let more) = other, case .seconds(var values) = self {
            self = .codes([])
            values += more
            self = .seconds(values)
        } else if case .integers(let more) = other, case .integers(var values) = self {
            self = .codes([])
            values += more
            self = .integers(values)
        } else {
            preconditionFailure("a column has one kind of storage in all chunks")
        }
    }
}
