import Tables

/// Where the records of a batch's rows stand in their file.
func recordPlaces(of rows: ChunkRows, in batch: RecordBatch) -> RecordPlaces {
    if rows.grid != nil, let places = placesInSequence(of: rows, in: batch) { return places }
    return RecordPlaces(
        offsets: ofRecords(rows, batch) { $0.offset }, lengths: ofRecords(rows, batch) { $0.length },
        lines: ofRecords(rows, batch) { $0.line })
}

/// Where each record follows the one before it at once, on the next line, and none is long, their lengths say all.
private func placesInSequence(of rows: ChunkRows, in batch: RecordBatch) -> RecordPlaces? {
    guard let first = rows.records.first else { return nil }
    let places = batch.places.span
    let beginning = places[Int(first)]
    var (offset, line) = (beginning.offset, beginning.line)
    var gaps: Int64 = 0
    var longest: Int32 = 0
    let lengths = [UInt16](capacity: rows.records.count) { lengths in
        var record = Int(first)
        let end = record + rows.records.count
        while record < end {
            let place = places[record]
            gaps |= place.offset &- offset | Int64(place.line &- line)
            longest |= place.length
            lengths.append(UInt16(truncatingIfNeeded: place.length))
            offset = place.offset &+ Int64(place.length)
            line = place.line &+ 1
            record += 1
        }
    }
    // No length has a bit that this has not.
    guard gaps == 0, longest >= 0, longest < Int32(UInt16.max) else { return nil }
    return RecordPlaces(offset: beginning.offset, line: beginning.line, lengths: lengths)
}

/// Something of each row's record.
@inline(__always)
private func ofRecords<Value: BitwiseCopyable>(
    _ rows: ChunkRows, _ batch: RecordBatch, _ value: (RecordBatch.Place) -> Value
) -> [Value] {
    let places = batch.places.span
    let records = rows.records.span
    return [Value](capacity: records.count) { values in
        for row in 0..<records.count { values.append(value(places[Int(records[row])])) }
    }
}
