import Synchronization
import Tables

/// Rows put aside by the partition of their key, until all are known: in memory as far as there is room, then in a file
/// that has no name.
final class RowPartitions: Sendable {
    /// The rows of a chunk, one partition after the other.
    struct Block: Sendable {
        let file: Int32
        /// Where each partition begins, and where the last ends.
        let starts: [Int32]
        let columns: [Column]

        func rows(of part: Int) -> Range<Int> { Int(starts[part])..<Int(starts[part + 1]) }
    }

    /// All rows of one partition.
    struct Rows {
        var columns: [Column]
        var files: RowFiles
    }

    /// A block in the file: how its columns are kept, and where each partition begins.
    private struct Spilled: Sendable {
        let file: Int32
        let starts: [Int32]
        let kinds: [PackedColumn]
        let offset: Int

        /// Bytes of one row.
        var width: Int { kinds.reduce(0) { $0 + $1.width } }
    }

    private struct State {
        var fields: [SourceTable.Field] = []
        var blocks: [Block] = []
        var bytes = 0
        var spilled: [Spilled] = []
        var file: SpillFile?
    }

    static let count = 128
    /// Bytes that may be held.
    private static let room = 8 << 20

    private let scratch: String?
    private let state = Mutex(State())

    init(scratch: String?) {
        self.scratch = scratch
    }

    /// The partition of a key; rows without one are dealt out.
    static func place(of word: Int64, _ row: Int) -> Int {
        word == Missing.integer ? row % count : Int(UInt64(bitPattern: word) >> 57)
    }

    func add(_ block: Block, fields: [SourceTable.Field]) {
        state.withLock { state in
            if state.fields.isEmpty { state.fields = fields.map(\.withoutValues) }
            let kinds = block.columns.map { PackedColumn($0) }
            let bytes = kinds.reduce(0) { $0 + $1.width } * Int(block.starts[RowPartitions.count])
            if state.bytes + bytes > RowPartitions.room, let scratch {
                if state.file == nil { state.file = SpillFile(in: scratch) }
                // Without room on the disk there is still memory.
                if let offset = state.file?.append(block.packed(kinds)) {
                    state.spilled.append(Spilled(file: block.file, starts: block.starts, kinds: kinds, offset: offset))
                    return
                }
            }
            state.bytes += bytes
            state.blocks.append(block)
        }
    }

    func forget() {
        state.withLock { $0 = State() }
    }

    /// The rows of a partition, with what their columns are; nothing when no row was put aside.
    func rows(of part: Int) throws -> (rows: Rows, fields: [SourceTable.Field])? {
        let (fields, blocks, spilled, spill) = state.withLock { ($0.fields, $0.blocks, $0.spilled, $0.file) }
        var columns = [[Column]](repeating: [], count: fields.count + 1)
        var files = RowFiles()
        for block in blocks {
            let range = block.rows(of: part)
            files.append(block.file, count: range.count)
            for (place, column) in block.columns.enumerated() { columns[place].append(column.slice(range)) }
        }
        for block in spilled {
            let range = Int(block.starts[part])..<Int(block.starts[part + 1])
            files.append(block.file, count: range.count)
            let size = range.count * block.width
            let bytes = spill?.read(at: block.offset + range.lowerBound * block.width, count: size) ?? []
            guard bytes.count == size else { throw EngineFault.lostRows }
            var place = 0
            for (number, kind) in block.kinds.enumerated() {
                columns[number].append(kind.unpack(bytes, from: place, count: range.count))
                place += kind.width * range.count
            }
        }
        guard files.endIndex > 0 else { return nil }
        return (Rows(columns: columns.map { joined($0) }, files: files), fields)
    }
}

extension RowPartitions.Block {
    /// Partition by partition, and in each column by column.
    fileprivate func packed(_ kinds: [PackedColumn]) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in 0..<RowPartitions.count {
            for (column, kind) in zip(columns, kinds) { kind.pack(column, rows(of: part), to: &bytes) }
        }
        return bytes
    }
}

extension SourceTable.Field {
    fileprivate var withoutValues: SourceTable.Field {
        var field = self
        field.column = column.gathered([])
        return field
    }
}

extension Column {
    fileprivate func slice(_ rows: Range<Int>) -> Column {
        switch self {
        case .flags(let values): .flags(Array(values[rows]))
        case .codes(let values): .codes(Array(values[rows]))
        case .labels(let values, of: let codes): .labels(Array(values[rows]), of: codes)
        case .seconds(let values): .seconds(Array(values[rows]))
        case .integers(let values): .integers(Array(values[rows]))
        case .small(let values): .small(Array(values[rows]))
        }
    }
}
