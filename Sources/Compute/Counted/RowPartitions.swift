import Synchronization
import Tables

/// Rows put aside by the partition of their key, until all are known: in memory as far as there is room, then in a file
/// that has no name.
final class RowPartitions: Sendable {
    /// Rows of one file as they were read.
    struct Piece: Sendable {
        let columns: [Column]

        /// - Parameter columns: those of the fields, then whether each row is rejected.
        init(file: Int32, columns: [Column], count: Int) {
            self.columns = columns + [.labels(Array(repeating: 0, count: count), of: [file])]
        }
    }

    /// Rows one partition after the other.
    fileprivate struct Block: Sendable {
        /// Where each partition begins, and where the last ends.
        let starts: [Int32]
        let columns: [Column]

        func rows(of part: Int) -> Range<Int> { Int(starts[part])..<Int(starts[part + 1]) }
    }

    /// All rows of one partition.
    struct Rows {
        var columns: [Column]
        let rejected: [UInt8]
        let files: RowFiles
    }

    /// A block in the file: how its columns are kept, and where each partition begins.
    private struct Spilled: Sendable {
        let starts: [Int32]
        let kinds: [PackedColumn]
        let offset: Int

        /// Bytes of one row.
        var width: Int { kinds.reduce(0) { $0 + $1.width } }
    }

    private struct State {
        var fields: [SourceTable.Field] = []
        /// Pieces that wait to be a block together: what each block costs should not be paid for every small file.
        var pending: [Piece] = []
        var pendingRows = 0
        var blocks: [Block] = []
        var bytes = 0
        var spilled: [Spilled] = []
        var file: SpillFile?
    }

    static let count = 128
    /// Bytes that may be held.
    private static let room = 8 << 20
    /// Rows that a block should have.
    private static let rowsOfBlock = 1 << 14

    /// The column by which rows are put together.
    private let key: String
    private let scratch: String?
    private let state = Mutex(State())

    init(key: String, scratch: String?) {
        self.key = key
        self.scratch = scratch
    }

    /// Puts rows aside; `fields` say what the columns are, and are the same for all.
    func add(_ piece: Piece, count: Int, fields: [SourceTable.Field]) {
        take { state in
            if state.fields.isEmpty { state.fields = fields.map(\.withoutValues) }
            state.pending.append(piece)
            state.pendingRows += count
            return state.pendingRows >= RowPartitions.rowsOfBlock
        }
    }

    /// All rows have been put aside.
    func finish() {
        take { !$0.pending.isEmpty }
    }

    /// Makes a block of the waiting pieces, if it is time.
    private func take(when isTime: (inout State) -> Bool) {
        let (pieces, fields) = state.withLock { state -> ([Piece], [SourceTable.Field]) in
            guard isTime(&state) else { return ([], []) }
            defer { (state.pending, state.pendingRows) = ([], 0) }
            return (state.pending, state.fields)
        }
        guard !pieces.isEmpty, let key = fields.firstIndex(where: { $0.name == key }) else { return }
        keep(Block(pieces, key: key))
    }

    private func keep(_ block: Block) {
        let kinds = block.columns.map { PackedColumn($0) }
        let bytes = kinds.reduce(0) { $0 + $1.width } * Int(block.starts[RowPartitions.count])
        let file = state.withLock { state -> SpillFile? in
            guard state.bytes + bytes > RowPartitions.room, let scratch else { return nil }
            if state.file == nil { state.file = SpillFile(in: scratch) }
            return state.file
        }
        // Written by each task for itself. Without room on the disk there is still memory.
        let offset = file?.append(block.packed(kinds))
        state.withLock { state in
            if let offset {
                state.spilled.append(Spilled(starts: block.starts, kinds: kinds, offset: offset))
            } else {
                state.bytes += bytes
                state.blocks.append(block)
            }
        }
    }

    func forget() {
        state.withLock { $0 = State() }
    }

    /// The rows of a partition, with what their columns are; nothing when no row was put aside.
    func rows(of part: Int) throws -> (rows: Rows, fields: [SourceTable.Field])? {
        let (fields, blocks, spilled, spill) = state.withLock { ($0.fields, $0.blocks, $0.spilled, $0.file) }
        guard !blocks.isEmpty || !spilled.isEmpty else { return nil }
        var columns = [[Column]](repeating: [], count: fields.count + 1)
        var files = RowFiles()
        func add(_ column: Column, _ place: Int) {
            if place < columns.count { columns[place].append(column) } else { files.append(column) }
        }
        for block in blocks {
            let range = block.rows(of: part)
            for (place, column) in block.columns.enumerated() { add(column.slice(range), place) }
        }
        for block in spilled {
            let range = Int(block.starts[part])..<Int(block.starts[part + 1])
            let size = range.count * block.width
            let bytes = spill?.read(at: block.offset + range.lowerBound * block.width, count: size) ?? []
            guard bytes.count == size else { throw EngineFault.lostRows }
            var place = 0
            for (number, kind) in block.kinds.enumerated() {
                add(kind.unpack(bytes, from: place, count: range.count), number)
                place += kind.width * range.count
            }
        }
        var all = columns.map { joined($0) }
        guard case .flags(let rejected)? = all.popLast(), !rejected.isEmpty else { return nil }
        return (Rows(columns: all, rejected: rejected, files: files), fields)
    }
}

extension RowPartitions.Block {
    /// Rows in the order in which they came, brought together by the partition of their key, which is in column `key`.
    fileprivate init(_ pieces: [RowPartitions.Piece], key: Int) {
        let columns =
            pieces.count == 1
            ? pieces[0].columns
            : pieces[0].columns.indices.map { place in joined(pieces.map { $0.columns[place] }).labelled }
        let words = columns[key]
        // Rows without a key are dealt out.
        let parts = (0..<words.count).map { row in
            let word = words.integer(at: row)
            return word == Missing.integer ? row % RowPartitions.count : Int(UInt64(bitPattern: word) >> 57)
        }
        var starts = [Int32](repeating: 0, count: RowPartitions.count + 1)
        for part in parts { starts[part + 1] += 1 }
        for part in 0..<RowPartitions.count { starts[part + 1] += starts[part] }
        var next = starts
        var order = [Int32](repeating: 0, count: parts.count)
        for (row, part) in parts.enumerated() {
            order[Int(next[part])] = Int32(row)
            next[part] += 1
        }
        self.init(starts: starts, columns: columns.map { $0.gathered(order) })
    }

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
    /// Texts in a byte a row, where they are few.
    fileprivate var labelled: Column {
        guard case .codes(let codes) = self else { return self }
        var texts: [Int32] = []
        var places: [Int32: UInt8] = [:]
        var labels: [UInt8] = []
        labels.reserveCapacity(codes.count)
        for code in codes {
            if let place = code == Missing.code ? Missing.label : places[code] {
                labels.append(place)
            } else if texts.count < Int(Missing.label) {
                places[code] = UInt8(texts.count)
                labels.append(UInt8(texts.count))
                texts.append(code)
            } else {
                return self
            }
        }
        return .labels(labels, of: texts)
    }

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

extension RowFiles {
    /// Adds rows whose files a column says.
    fileprivate mutating func append(_ files: Column) {
        if case .labels(let rows, of: let files) = files, files.count == 1 {
            append(files[0], count: rows.count)
        } else if case .codes(let rows) = files.unpacked {
            for file in rows { append(file, count: 1) }
        }
    }
}
