/// Which records of a chunk are rows, and what the others are.
struct ChunkRows {
    /// Records of the batch that are rows, ascending.
    var records: [Int32] = []
    /// Rows whose record is malformed, ascending.
    var malformed: [Int32] = []
    var headers = 0
    /// Titles, declared skips, control records, repeated headers, records of other kinds.
    var skipped = 0
    /// Of these, the records of other kinds, which `rows_with` leaves out.
    var otherKinds = 0
    var controlTotal: Int?
}

/// Sorts a chunk's records: titles and the header by their place, skips and controls by their beginning, repeated
/// headers by their cells. Everything else is a row, malformed ones included.
func selectRows(of batch: RecordBatch, plan: FilePlan, _ faults: inout FaultList) -> ChunkRows {
    var rows = ChunkRows()
    rows.records.reserveCapacity(batch.count)
    var nextFault = 0
    for record in 0..<batch.count {
        var fault: RecordBatch.Fault?
        if nextFault < batch.faults.count, Int(batch.faults[nextFault].record) == record {
            fault = batch.faults[nextFault]
            nextFault += 1
        }
        let offset = batch.offsets[record]
        if offset <= plan.map.headerOffset {
            if offset == plan.map.headerOffset { rows.headers += 1 } else { rows.skipped += 1 }
            continue
        }
        if let control = plan.source.control, batch.begins(record, with: control) {
            rows.skipped += 1
            rows.controlTotal =
                statedTotal(batch.rawText(of: record), after: plan.source.controlText) ?? rows.controlTotal
            continue
        }
        if plan.source.skips.contains(where: { batch.begins(record, with: $0) }) {
            rows.skipped += 1
            continue
        }
        let row = rows.records.count
        if let fault {
            faults.add(fault.code, row: row)
        } else {
            let cells = batch.cellCount(of: record)
            if cells == plan.map.headerCells.count, isHeader(batch, record, plan.map.headerCells) {
                rows.skipped += 1
                continue
            }
            if let code = wrongWidth(batch, record, cells, plan.map) {
                faults.add(code, row: row)
            } else if !isRow(batch, record, plan) {
                rows.skipped += 1
                rows.otherKinds += 1
                continue
            } else {
                rows.records.append(Int32(record))
                continue
            }
        }
        rows.malformed.append(Int32(row))
        rows.records.append(Int32(record))
    }
    return rows
}

/// Whether a record is of the kind that the source reads; those it does not are of another source of the same file.
private func isRow(_ batch: RecordBatch, _ record: Int, _ plan: FilePlan) -> Bool {
    guard let column = plan.map.rowCell else { return true }
    guard column < batch.cellCount(of: record) else { return false }
    let cell = batch.cell(column, of: record)
    if cell.isEmpty || plan.source.nulls.contains(batch.text, cell.lowerBound, cell.upperBound) { return false }
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
