import Definitions
import Tables

/// The rows of one source on their way from decoded cells to a table, with the fate of each so far.
///
/// Rows are never moved or dropped before the end, so that a row's number stays its place in every array.
struct SourceRows: Sendable {
    let definition: SourceDefinition
    let schema: SchemaDefinition
    /// What decoding gave, then the columns that were filled in.
    var columns: [DecodedSource.Column]
    /// Where each column of the schema is in `columns`.
    var places: [Int]
    let rowCount: Int
    /// Where each row's record stands in its file.
    private(set) var records: RecordPlaces
    /// Ascending by row, then column.
    var faults: [DecodedSource.Fault]
    /// Whether the order of the keys has shown that no two are equal.
    let hasOrderedKeys: Bool
    /// What may be told of the malformed rows.
    let malformed: LenientReading
    let files: [DecodedSource.File]
    /// The place of each file among its source's files by export date and then name; a later one is newer.
    let ranks: [Int]
    /// The place of each file's export date; files of one date are parts of one export.
    let exports: [Int]
    /// Columns that the source does not map and whose figures are not computable.
    var absent: [String] = []
    /// Columns that the source does not map and that read as empty.
    var empty: [String] = []
    /// None where the rows were handed on as they were read.
    var fates: RowFates
    /// What is left to know of the rows once they are judged.
    var summary: RowSummary
    /// Whether the rows were handed on as they were read, so that only rejected ones can be told apart.
    let isHandedOn: Bool
    var rejections: [Rejection] = []
    var reasons: [RejectionReason] = []
    /// Rejected records by the number of their file, where they were unpacked.
    var unpacked: [Int: UnpackedRecords] = [:]
    /// Rows whose key took part in finding repeated ones.
    var keyed = 0
    var tallies: [RuleTally] = []
    /// What each rule asks for, in words, by its id.
    var ruleNames: [String: String] = [:]
    /// Errors of this source's gates; nothing is published with any, or the source is left out.
    var failures: [Diagnostic] = []
    /// Whether it is for its freshness that the source is left out.
    var isStale = false
    /// Whether its newest export is too old, but need not be there yet.
    var isAwaited = false
    /// What is wrong with the freshness of a source that cannot be left out.
    var overdue: [Diagnostic] = []
    /// Findings that depend on the clock of the attempt.
    var ofAttempt: [Diagnostic] = []
    var findings: [Diagnostic]
    var unusable: [UnusableColumn] = []

    /// `key` of the definition: what names a row of this source; empty for none.
    var key: [String] { definition.key }

    init(_ decoded: consuming DecodedSource, schema: SchemaDefinition) {
        definition = decoded.definition
        self.schema = schema
        columns = decoded.columns
        places = []
        rowCount = decoded.rowCount
        records = decoded.records
        faults = decoded.faults
        hasOrderedKeys = decoded.hasOrderedKeys
        malformed = decoded.malformed
        files = decoded.files
        (ranks, exports) = fileOrder(decoded.files.map(\.file))
        fates = RowFates(count: decoded.rowCount)
        summary = RowSummary(files: decoded.files.count)
        isHandedOn = false
        // What a column's values give away never stops a run: limits and gates do.
        findings = decoded.findings.map { $0.severity == .error ? $0.asWarning : $0 }
    }

    /// The rows with every column of the schema, absent ones included.
    init(_ decoded: consuming DecodedSource, schema: SchemaDefinition, names: inout Names) throws {
        let unmapped = decoded.unmapped
        self.init(decoded, schema: schema)
        try checkTwins(files, of: definition)
        try fillAbsentColumns(unmapped: unmapped, names: &names)
        completeSchema()
    }

    /// A source whose rows were judged and handed on chunk by chunk.
    init(_ judged: JudgedSource, schema: SchemaDefinition) throws {
        definition = judged.definition
        self.schema = schema
        columns = judged.columns
        places = schema.columns.compactMap { column in judged.columns.firstIndex { $0.name == column.name } }
        rowCount = judged.rowCount
        records = judged.records
        faults = judged.faults
        hasOrderedKeys = true
        malformed = LenientReading()
        files = judged.files
        (ranks, exports) = fileOrder(judged.files.map(\.file))
        absent = judged.absent
        empty = judged.empty
        fates = RowFates(count: 0)
        summary = judged.summary
        isHandedOn = true
        rejections = judged.rejections
        reasons = judged.reasons
        tallies = judged.tallies
        ruleNames = judged.ruleNames
        findings = judged.findings.map { $0.severity == .error ? $0.asWarning : $0 }
        try checkTwins(files, of: definition)
    }

    func place(of column: String) -> Int? {
        columns.firstIndex { $0.name == column }
    }

    /// Which file a row is in.
    func file(of row: Int) -> Int {
        var low = 0
        var high = files.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if files[middle].rows.lowerBound <= row { low = middle } else { high = middle }
        }
        // Files without rows share their beginning with the next.
        while low > 0, !files[low].rows.contains(row) { low -= 1 }
        return low
    }

    /// The fault of one cell, if it has one.
    func fault(row: Int, column: Int) -> FaultCode? {
        var low = 0
        var high = faults.count
        while low < high {
            let middle = (low + high) / 2
            let fault = faults[middle]
            if (fault.row, fault.column) < (Int32(row), Int32(column)) { low = middle + 1 } else { high = middle }
        }
        guard low < faults.count, faults[low].row == Int32(row), faults[low].column == Int32(column) else { return nil }
        return faults[low].code
    }

    /// Rejects a row that no other fate has claimed.
    mutating func reject(_ row: Int, _ code: String, rule: String, column: Int = -1) {
        guard fates[row] == .accepted else { return }
        reject(CollectionOfOne(row), RejectionReason(code: code, rule: rule, column: Int32(column)))
    }

    /// Rejects for one reason all rows that no other fate has claimed.
    mutating func reject(_ rows: some Collection<Int>, _ reason: RejectionReason) {
        var place: Int32?
        for row in rows where fates[row] == .accepted {
            fates[row] = .rejected
            let known = place ?? number(of: reason)
            place = known
            rejections.append(Rejection(row: Int32(row), reason: known))
        }
    }

    private mutating func number(of reason: RejectionReason) -> Int32 {
        if let known = reasons.firstIndex(of: reason) { return Int32(known) }
        reasons.append(reason)
        return Int32(reasons.count - 1)
    }

    /// Takes rejections back from rows that a later file corrects.
    mutating func supersede(rejected rows: Set<Int32>) {
        guard !rows.isEmpty else { return }
        rejections.removeAll { rows.contains($0.row) }
        for row in rows { fates[Int(row)] = .superseded }
    }

    /// Gives the columns away, once everything that needs the rows has been told.
    mutating func release() -> (columns: [DecodedSource.Column], places: [Int]) {
        let given = (columns, places)
        columns = []
        places = []
        records = RecordPlaces()
        return given
    }

    /// The rows no fate has claimed.
    func openRows() -> [Int32] {
        fates.indices.lazy.filter { fates[$0] == .accepted }.map { Int32($0) }
    }
}

/// The order of a source's files: by the date in the name, then by the name, never by the time on disk. Endings count
/// last, so that a name with something added comes after the name itself, packed or not.
func fileOrder(_ files: [DiscoveredFile]) -> (ranks: [Int], exports: [Int]) {
    func date(_ place: Int) -> Int { files[place].exportDate?.days ?? Int.min }
    func parts(_ place: Int) -> [Substring] {
        let name = files[place].name[...]
        return [name.prefix { $0 != "." }, name.hasSuffix(".gz") ? name.dropLast(3) : name, name]
    }
    let order = files.indices.sorted { left, right in
        if date(left) != date(right) { return date(left) < date(right) }
        for (mine, other) in zip(parts(left), parts(right)) where mine != other {
            return mine.utf8.lexicographicallyPrecedes(other.utf8)
        }
        return false
    }
    var ranks = Array(repeating: 0, count: files.count)
    var exports = ranks
    for (rank, place) in order.enumerated() {
        ranks[place] = rank
        let isSameExport = rank > 0 && date(place) == date(order[rank - 1])
        exports[place] = rank == 0 ? 0 : exports[order[rank - 1]] + (isSameExport ? 0 : 1)
    }
    return (ranks, exports)
}
