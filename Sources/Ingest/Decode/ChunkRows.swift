/// Which records of a chunk are rows, and what the others are.
struct ChunkRows {
    /// Records of the batch that are rows, ascending.
    var records: [Int32] = []
    /// Where the first row's first cell is, and how many cells every row has, when all have as many, nothing lies between rows
    /// and none is malformed: then no row's place has to be looked up.
    var grid: (first: Int, width: Int)?
    /// Rows whose record is malformed, ascending.
    var malformed: [Int32] = []
    var others = OtherRecords()
}

/// Sorts a chunk's records: titles and the header by their place, skips and controls by their beginning, repeated
/// headers by their cells. Everything else is a row, malformed ones included.
func selectRows(of batch: RecordBatch, plan: FilePlan, _ faults: inout FaultList) -> ChunkRows {
    var rows = ChunkRows()
    let isPlain = plan.source.control == nil && plan.source.skips.isEmpty && plan.map.rowCell == nil
    let mayHoldTitles = batch.places.first.map { $0.offset <= plan.map.headerOffset } ?? false
    let widths = Int32(plan.map.fewestCells)...Int32(max(plan.map.fewestCells, plan.map.mostCells))
    let header = HeaderShape(plan.map.headerCells)
    if isPlain, !mayHoldTitles, let width = sharedWidth(of: batch), widths.contains(width),
        !header.mayBeAmong(batch, width: width)
    {
        rows.records = [Int32](capacity: batch.count) { records in
            for record in 0..<batch.count { records.append(Int32(truncatingIfNeeded: record)) }
        }
        rows.grid = (Int(batch.places[0].firstCell), Int(width))
        return rows
    }
    var nextFault = 0
    var malformed: [Int32] = []
    rows.records = [Int32](capacity: batch.count) { records in
        let places = batch.places.span
        let cells = batch.cells.span
        for record in 0..<places.count {
            let place = places[record]
            // A malformed record has no cells.
            if isPlain, !mayHoldTitles, place.cellCount > 0, widths.contains(place.cellCount),
                !header.mayBe(place, cells)
            {
                records.append(Int32(record))
                continue
            }
            while nextFault < batch.faults.count, Int(batch.faults[nextFault].record) < record { nextFault += 1 }
            let isFault = nextFault < batch.faults.count && Int(batch.faults[nextFault].record) == record
            let fault = isFault ? batch.faults[nextFault].code : nil
            switch kind(of: record, of: batch, plan, fault, &rows) {
            case .row: break
            case .other: continue
            case .malformed(let code):
                faults.add(code, row: records.count)
                malformed.append(Int32(records.count))
            }
            records.append(Int32(record))
        }
    }
    rows.malformed = malformed
    rows.grid = malformed.isEmpty ? grid(of: rows.records, in: batch) : nil
    return rows
}

/// What a record is.
private enum RecordKind {
    case row
    case malformed(FaultCode)
    /// It is counted and has no row.
    case other
}

private func kind(
    of record: Int, of batch: RecordBatch, _ plan: FilePlan, _ fault: FaultCode?, _ rows: inout ChunkRows
) -> RecordKind {
    let offset = batch.places[record].offset
    if offset <= plan.map.headerOffset {
        if offset == plan.map.headerOffset { rows.others.headers += 1 } else { rows.others.skipped += 1 }
        return .other
    }
    if let control = plan.source.control, batch.begins(record, with: control) {
        rows.others.skipped += 1
        rows.others.controlTotal =
            statedTotal(batch.rawText(of: record), after: plan.source.controlText) ?? rows.others.controlTotal
        return .other
    }
    if plan.source.skips.contains(where: { batch.begins(record, with: $0) }) {
        rows.others.skipped += 1
        return .other
    }
    if let fault { return .malformed(fault) }
    let cells = batch.cellCount(of: record)
    if cells == plan.map.headerCells.count, isHeader(batch, record, plan.map.headerCells) {
        rows.others.skipped += 1
        return .other
    }
    if let code = wrongWidth(batch, record, cells, plan.map) { return .malformed(code) }
    if !isRow(batch, record, plan) {
        rows.others.skipped += 1
        rows.others.otherKinds += 1
        return .other
    }
    return .row
}

/// The rows' cells as a grid, when they are one.
private func grid(of records: [Int32], in batch: RecordBatch) -> (first: Int, width: Int)? {
    guard let first = records.first, let last = records.last, Int(last - first) + 1 == records.count else { return nil }
    let places = batch.places.span
    let width = places[Int(first)].cellCount
    for record in Int(first)...Int(last) where places[record].cellCount != width { return nil }
    return (Int(places[Int(first)].firstCell), Int(width))
}

/// How many cells all records have, when none has another number of them and none is malformed.
private func sharedWidth(of batch: RecordBatch) -> Int32? {
    let places = batch.places.span
    guard batch.faults.isEmpty, !places.isEmpty else { return nil }
    let width = places[0].cellCount
    var others: Int32 = 0
    var record = 0
    while record < places.count {
        others |= places[record].cellCount ^ width
        record += 1
    }
    return others == 0 ? width : nil
}

/// What tells nearly every record from the header without a look at its text.
private struct HeaderShape {
    let count: Int32
    let firstLength: UInt32

    init(_ cells: [[UInt8]]) {
        count = Int32(cells.count)
        firstLength = UInt32(cells.first?.count ?? 0)
    }

    @inline(__always)
    func mayBe(_ place: RecordBatch.Place, _ cells: Span<RecordBatch.Cell>) -> Bool {
        guard place.cellCount == count else { return false }
        let first = cells[Int(place.firstCell)]
        return first.end - first.start == firstLength
    }

    /// Whether any of a batch's records, which all have so many cells, may be one.
    func mayBeAmong(_ batch: RecordBatch, width: Int32) -> Bool {
        guard width == count else { return false }
        let cells = batch.cells.span
        var cell = Int(batch.places[0].firstCell)
        let end = cell + batch.count * Int(width)
        while cell < end {
            if cells[cell].end &- cells[cell].start == firstLength { return true }
            cell += Int(width)
        }
        return false
    }
}

/// Whether a record is of the kind that the source reads; those it does not are of another source of the same file.
private func isRow(_ batch: RecordBatch, _ record: Int, _ plan: FilePlan) -> Bool {
    guard let column = plan.map.rowCell else { return true }
    guard column < batch.cellCount(of: record) else { return false }
    let cell = batch.cell(column, of: record)
    if cell.isEmpty || plan.source.nulls.contains(batch.text.span, cell.lowerBound, cell.upperBound) { return false }
    return plan.source.rowTexts.isEmpty || plan.source.rowTexts.contains(folded(batch.text[cell]))
}

/// Fewer cells than named headers, or more cells than headers that are not empty.
private func wrongWidth(_ batch: RecordBatch, _ record: Int, _ cells: Int, _ map: FileMap) -> FaultCode? {
    if cells < map.fewestCells { return .tooFewFields }
    if cells > map.mostCells {
        for cell in map.mostCells..<cells where !batch.cell(cell, of: record).isEmpty { return .tooManyFields }
    }
    return nil
}

private func isHeader(_ batch: RecordBatch, _ record: Int, _ header: [[UInt8]]) -> Bool {
    for (column, cell) in header.enumerated() {
        guard batch.text[batch.cell(column, of: record)].elementsEqual(cell) else { return false }
    }
    return true
}

/// The first number after the control record's beginning; `1,234` in groups of three is one number.
func statedTotal(_ record: [UInt8], after beginning: [UInt8]) -> Int? {
    guard let start = record.indices.first(where: { record[$0...].starts(with: beginning) }) else { return nil }
    let rest = record[(start + beginning.count)...]
    guard var place = rest.firstIndex(where: { $0 >= 48 && $0 <= 57 }) else { return nil }
    var total = 0
    var digits = 0
    while place < rest.endIndex {
        let byte = rest[place]
        if byte >= 48, byte <= 57 {
            guard digits < 18 else { return nil }
            total = total * 10 + Int(byte - 48)
            digits += 1
            place += 1
            continue
        }
        // A thousands separator stands before exactly three digits.
        let group = rest[(place + 1)...].prefix { $0 >= 48 && $0 <= 57 }.count
        guard byte == 44, group == 3 else { break }
        place += 1
    }
    return total
}
