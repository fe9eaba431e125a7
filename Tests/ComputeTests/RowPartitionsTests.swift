import Foundation
import Tables
import Testing

@testable import Compute

@Suite("Rows put aside by their key")
struct RowPartitionsTests {
    private struct Row: Hashable {
        let key: Int64
        let time: Int64
        let text: Int64
        let rejected: UInt8
        let file: Int32
    }

    /// Pieces of several files, together more than is held in memory: 600,000 rows of 18 bytes.
    private let pieces: [[Row]] = {
        var state: UInt64 = 17
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 16
        }
        return (0..<120).map { piece in
            (0..<(piece % 10 == 0 ? 45_500 : 500)).map { row in
                Row(
                    // The highest bits tell the partition; some rows have no key.
                    key: row % 97 == 0 ? Missing.integer : Int64(bitPattern: next() << 16 | next() & 0xFFFE),
                    time: Int64(next() % 1_000_000) * 1000, text: row % 13 == 0 ? Missing.integer : Int64(next() % 300),
                    rejected: UInt8(next() % 2), file: Int32(piece / 3))
            }
        }
    }()

    private let fields = [
        SourceTable.Field(
            name: "time", type: .time, isPlanned: false, isSensitive: false, column: .seconds([])),
        SourceTable.Field(name: "caller", type: .id, isPlanned: false, isSensitive: true, column: .codes([])),
        SourceTable.Field(name: "queue", type: .text, isPlanned: false, isSensitive: false, column: .codes([])),
    ]

    private func partitions(scratch: String?) throws -> [[Row]] {
        let partitions = RowPartitions(key: "caller", scratch: scratch)
        for rows in pieces {
            partitions.add(
                RowPartitions.Piece(
                    file: rows[0].file,
                    columns: [
                        .seconds(rows.map { Int32($0.time / 1000) }), .integers(rows.map(\.key)),
                        .codes(rows.map { $0.text == Missing.integer ? Missing.code : Int32($0.text) }),
                        .flags(rows.map(\.rejected)),
                    ], count: rows.count),
                count: rows.count, fields: fields)
        }
        partitions.finish()
        return try (0..<RowPartitions.count).map { part in
            guard let (rows, fields) = try partitions.rows(of: part) else { return [] }
            #expect(fields.map(\.name) == ["time", "caller", "queue"])
            return rows.rejected.indices.map { row in
                Row(
                    key: rows.columns[1].integer(at: row), time: rows.columns[0].integer(at: row),
                    text: rows.columns[2].integer(at: row), rejected: rows.rejected[row], file: rows.files[row])
            }
        }
    }

    @Test(
        "Every row comes back once, with its file, and all rows of a key together: in memory, on disk, or where no file can be made"
    )
    func rows() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "partitions-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var expected: [Row: Int] = [:]
        for row in pieces.joined() { expected[row, default: 0] += 1 }
        for scratch in [nil, folder, folder + "/no-such-folder"] {
            let partitions = try partitions(scratch: scratch)
            var found: [Row: Int] = [:]
            var places: [Int64: Int] = [:]
            var apart = 0
            for (part, rows) in partitions.enumerated() {
                for row in rows {
                    found[row, default: 0] += 1
                    if row.key != Missing.integer, let other = places.updateValue(part, forKey: row.key), other != part
                    {
                        apart += 1
                    }
                }
            }
            #expect(found == expected)
            #expect(apart == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test("Nothing put aside is nothing to count")
    func none() throws {
        let partitions = RowPartitions(key: "caller", scratch: nil)
        partitions.finish()
        #expect(try partitions.rows(of: 0) == nil)
    }
}
