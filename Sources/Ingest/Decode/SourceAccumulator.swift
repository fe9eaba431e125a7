import Tables

/// Puts the chunks of a source together in the order of files and offsets.
struct SourceAccumulator {
    private(set) var columns: [Column]
    private(set) var evidence: [ColumnEvidence]
    /// Of the key's texts, where they are not kept.
    private(set) var keyOrder = KeyOrder()
    private(set) var records = RecordPlaces()
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

    var rowCount: Int { records.count }

    /// Room for the rows of the whole source, by what the first chunk has.
    mutating func reserve(_ count: Int) {
        for place in columns.indices { columns[place].reserve(count) }
        records.reserve(count)
    }

    mutating func beginFile() {
        file = FileTally()
        file.firstRow = rowCount
        keyOrder.beginFile()
    }

    mutating func add(_ chunk: DecodedChunk, lineBase: Int, names: inout Names) {
        let first = Int32(rowCount)
        let codes = names.codes(of: chunk.names)
        for (place, column) in chunk.columns.enumerated() {
            columns[place].append(column, recoding: codes)
            evidence[place] += chunk.evidence[place]
        }
        keyOrder.append(chunk.keyOrder)
        records.append(
            offsets: chunk.offsets, lengths: chunk.lengths, lines: chunk.lines,
            lineBase: Int32(truncatingIfNeeded: lineBase))
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

extension Column {
    /// Adds a chunk's values of the same kind in place, its codes translated. Each array is taken out of the column while
    /// it grows, because a second owner would make every chunk copy everything before it.
    fileprivate mutating func append(_ other: Column, recoding codes: [Int32]) {
        if case .flags(let more) = other, case .flags(var values) = self {
            self = .codes([])
            values += more
            self = .flags(values)
        } else if case .codes(let more) = other, case .labels(let values, of: let texts) = self {
            self = .codes([])
            self = Column.appending(more, recoding: codes, to: values, of: texts)
        } else if case .codes(let more) = other, case .codes(var values) = self {
            self = .codes([])
            let codes = codes.span
            values.append(addingCapacity: more.count) { added in
                for code in more { added.append(code < 0 ? Missing.code : codes[Int(code)]) }
            }
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

    /// Labels with a chunk's values added; with codes for each row once there are too many texts for labels.
    private static func appending(
        _ more: [Int32], recoding codes: [Int32], to labels: consuming [UInt8], of texts: [Int32]
    ) -> Column {
        let unmet = Missing.label
        var texts = texts
        var places = [UInt8](repeating: unmet, count: codes.count)
        let before = labels.count
        for code in more {
            if code < 0 {
                labels.append(Missing.label)
                continue
            }
            if places[Int(code)] == unmet {
                let text = codes[Int(code)]
                let place = texts.firstIndex(of: text) ?? texts.count
                if place == texts.count { texts.append(text) }
                guard place < Int(Missing.label) else {
                    var all: [Int32] = []
                    all.reserveCapacity(labels.capacity)
                    all += Column.codes(labels[..<before], of: Array(texts.dropLast()))
                    all += more.lazy.map { $0 < 0 ? Missing.code : codes[Int($0)] }
                    return .codes(all)
                }
                places[Int(code)] = UInt8(place)
            }
            labels.append(places[Int(code)])
        }
        return .labels(labels, of: texts)
    }

    /// Room for so many rows in all, so that what is there is not moved time and again.
    fileprivate mutating func reserve(_ count: Int) {
        switch self {
        case .flags(var values):
            self = .codes([])
            values.reserveCapacity(count)
            self = .flags(values)
        case .codes(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .codes(values)
        case .labels(var values, of: let codes):
            self = .flags([])
            values.reserveCapacity(count)
            self = .labels(values, of: codes)
        case .seconds(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .seconds(values)
        case .small: break
        case .integers(var values):
            self = .flags([])
            values.reserveCapacity(count)
            self = .integers(values)
        }
    }
}
