import Definitions
import Tables

/// A chunk of a file, or a stretch of one, typed. Codes are of its own `Names`; rows count from 0 in the chunk.
struct DecodedChunk: Sendable {
    private(set) var names: Names
    /// One per column that is not computed, in the order of the mappings.
    private(set) var columns: [Column]
    /// How many rows have no value in each column.
    private(set) var missing: [Int]
    /// Of the key's texts, where they are not among the columns.
    private(set) var keyProof: KeyProof
    private(set) var evidence: [ColumnEvidence]
    private(set) var faults: [DecodedSource.Fault]
    private(set) var malformed: LenientReading
    /// Lines are counted from 1 in the chunk.
    private(set) var records: RecordPlaces
    /// All lines, those of no record included.
    private(set) var lineCount: Int
    private(set) var others: OtherRecords

    var rowCount: Int { records.count }
}

extension DecodedChunk {
    /// Decodes a chunk stretch by stretch; every chunk that begins anywhere has one.
    init(_ records: inout ChunkRecords, plan: FilePlan, zone: ZoneTable) throws {
        guard let first = try records.next() else {
            preconditionFailure("a chunk in which no line begins is not decoded")
        }
        var decoder = StretchDecoder(first, plan: plan, zone: zone, names: Names())
        self = decoder.decoded()
        var isRoomMade = false
        while let batch = try records.next() {
            if !isRoomMade {
                // As many rows for the chunk's bytes as this stretch has for its own, and a few more.
                let bytes = min(records.window.own.count, records.window.bytes.count)
                reserve(batch.count * bytes / max(1, batch.unitBytes) * 33 / 32)
                isRoomMade = true
            }
            decoder = StretchDecoder(
                batch, plan: plan, zone: zone, names: takeNames(), context: decoder.takeContext())
            append(decoder.decoded())
        }
        keyProof.endChunk()
    }

    private mutating func takeNames() -> Names {
        let taken = names
        names = Names()
        return taken
    }

    private mutating func reserve(_ count: Int) {
        for place in columns.indices { columns[place].reserve(count) }
        records.reserve(count)
    }

    /// Adds the stretch that comes next, whose names are those of all so far.
    private mutating func append(_ next: DecodedChunk) {
        let first = Int32(rowCount)
        names = next.names
        for (place, column) in next.columns.enumerated() {
            columns[place].append(column)
            missing[place] += next.missing[place]
            evidence[place] += next.evidence[place]
        }
        keyProof.append(next.keyProof)
        faults += next.faults.map { .init(row: $0.row + first, column: $0.column, code: $0.code) }
        malformed.append(next.malformed, first: first)
        records.append(next.records, lineBase: Int32(lineCount))
        lineCount += next.lineCount
        others += next.others
    }
}
