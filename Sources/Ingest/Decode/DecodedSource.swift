package import Definitions
package import Tables

/// All records of one source, typed, in the order of its files and offsets, before any record's fate is known.
///
/// A malformed record is a row whose cells are all missing. Titles, headers, skipped records and blank lines are no rows.
package struct DecodedSource: Sendable {
    /// A column of the schema, or one that only the source's own computed columns read.
    package struct Column: Sendable {
        package let name: String
        package let type: ValueType
        /// Milliseconds; times and durations only.
        package let resolution: Int64?
        package var values: Tables.Column { didSet { knownMissing = nil } }
        /// How many rows have no value, if that was counted where they were decoded.
        private var knownMissing: Int?

        package init(
            name: String, type: ValueType, resolution: Int64?, values: Tables.Column, missing: Int? = nil
        ) {
            self.name = name
            self.type = type
            self.resolution = resolution
            self.values = values
            knownMissing = missing
        }

        /// How many rows have no value.
        var missingCount: Int { knownMissing ?? values.missingCount }

        func missingRows() -> [Int] { knownMissing == 0 ? [] : values.missingRows() }

        /// Whether the values are here: of a text that nothing asks for only its presence is.
        package var isHeld: Bool {
            if case .flags = values { !type.isText } else { true }
        }
    }

    /// A cell that could not be read as its type, or a record that libcsv refused.
    package struct Fault: Sendable, Hashable {
        package let row: Int32
        /// Index into `columns`; -1 for the whole record.
        package let column: Int32
        package let code: FaultCode

        package init(row: Int32, column: Int32, code: FaultCode) {
            self.row = row
            self.column = column
            self.code = code
        }
    }

    /// What one file holds besides its data records.
    package struct File: Sendable {
        package let file: DiscoveredFile
        /// 1 when the file has a header.
        package let headers: Int
        /// Titles, footers, control records, repeated headers and records of other kinds.
        package let skipped: Int
        /// Of these, the records of other kinds: an export counts them where it states its row count.
        package let otherKinds: Int
        package let blankLines: Int
        /// The row count that the export itself states.
        package let controlTotal: Int?
        package let rows: Range<Int>
        package let sha256: String
        package let bytes: Int
        /// The header record's raw bytes in UTF-8, for the quarantine's own header.
        package let headerText: [UInt8]

        init(
            file: DiscoveredFile, holding others: OtherRecords, blankLines: Int, rows: Range<Int>, sha256: String,
            bytes: Int, headerText: [UInt8]
        ) {
            self.file = file
            headers = others.headers
            skipped = others.skipped
            otherKinds = others.otherKinds
            self.blankLines = blankLines
            controlTotal = others.controlTotal
            self.rows = rows
            self.sha256 = sha256
            self.bytes = bytes
            self.headerText = headerText
        }
    }

    package let definition: SourceDefinition
    package var columns: [Column]
    package let rowCount: Int
    /// Byte offset and length of each record in its file's text, after unpacking and before transcoding, and the physical
    /// line that it starts on, from 1.
    package let records: RecordPlaces
    /// Ascending by row, then column.
    package var faults: [Fault]
    /// What may be told of the malformed rows, for knowing their corrections.
    package let malformed: LenientReading
    package let files: [File]
    /// Columns mapped nowhere in any file read, or only optionally and absent everywhere.
    package let unmapped: [String]
    package let findings: [Diagnostic]
    /// Whether the order of the keys has shown that no two are equal; their texts are not here then.
    package let hasOrderedKeys: Bool

    package init(
        definition: SourceDefinition, columns: [Column], rowCount: Int, records: RecordPlaces, faults: [Fault],
        malformed: LenientReading, files: [File], unmapped: [String],
        findings: [Diagnostic], hasOrderedKeys: Bool = false
    ) {
        self.definition = definition
        self.columns = columns
        self.rowCount = rowCount
        self.records = records
        self.faults = faults
        self.malformed = malformed
        self.files = files
        self.unmapped = unmapped
        self.findings = findings
        self.hasOrderedKeys = hasOrderedKeys
    }
}
