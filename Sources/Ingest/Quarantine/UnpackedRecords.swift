import Tables

/// The bytes of some records of an archive, so that it is unpacked once for all who ask for them.
struct UnpackedRecords: Sendable {
    /// Ascending.
    private var records: [(offset: Int64, bytes: [UInt8])]

    /// - Parameter places: ascending.
    init(of file: DiscoveredFile, at places: [(offset: Int64, length: Int32)]) throws {
        var records = places.map { (offset: $0.offset, bytes: [UInt8]()) }
        try readRecordBytes(of: file, at: places) { records[$0].bytes += $1 }
        self.records = records
    }

    /// Hands over records, or stretches of neighbouring ones, as `readRecordBytes` does.
    func read(
        at places: [(offset: Int64, length: Int32)], each: (_ place: Int, _ piece: ArraySlice<UInt8>) throws -> Void
    ) throws {
        var next = 0
        for (number, place) in places.enumerated() {
            while records[next].offset < place.offset { next += 1 }
            var left = Int(place.length)
            while left > 0 {
                try each(number, records[next].bytes[...])
                left -= records[next].bytes.count
                next += 1
            }
        }
    }
}

extension SourceRows {
    /// More than that is read again whenever it is asked for.
    private static var mostUnpackedBytes: Int { 1 << 20 }

    /// The rejected records of each archive, by the number of the file; nothing where they are many.
    func unpackedRejections() throws -> [Int: UnpackedRecords] {
        // A record has a byte at least.
        guard files.contains(where: \.file.isGzip), rejections.count <= SourceRows.mostUnpackedBytes else { return [:] }
        var walk = records.walk
        let rows = rejections.map { Int($0.row) }.sorted()
        let places = rows.map { walk.place(of: $0) }
        guard places.reduce(0, { $0 + Int($1.length) }) <= SourceRows.mostUnpackedBytes else { return [:] }
        var unpacked: [Int: UnpackedRecords] = [:]
        var next = 0
        for (number, file) in files.enumerated() {
            let first = next
            while next < rows.count, file.rows.contains(rows[next]) { next += 1 }
            guard first < next, file.file.isGzip else { continue }
            unpacked[number] = try UnpackedRecords(
                of: file.file, at: places[first..<next].map { (offset: $0.offset, length: $0.length) })
        }
        return unpacked
    }

    /// Hands over the bytes of rejected records of a file, in its order.
    func readRejected(
        ofFile number: Int, at places: [(offset: Int64, length: Int32)],
        each: (_ place: Int, _ piece: ArraySlice<UInt8>) throws -> Void
    ) throws {
        if let unpacked = unpacked[number] {
            try unpacked.read(at: places, each: each)
        } else {
            try readRecordBytes(of: files[number].file, at: places, each: each)
        }
    }
}
