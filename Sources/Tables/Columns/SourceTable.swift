/// The cleaned rows of one source table as the engine reads them: accepted rows, and rejected ones as far as they could
/// be read, in the order of files and offsets.
///
/// Rejected rows never count in a figure. They take part in its bounds, where an unreadable value is unknown.
package struct SourceTable: Sendable {
    /// A column that was mapped, with its declared type.
    package struct Field: Sendable {
        package let name: String
        package let type: ValueType
        /// A planned time, which may lie after the as-of instant.
        package let isPlanned: Bool
        /// Never shown in a list of rows.
        package let isSensitive: Bool
        /// The resolution its source records, in milliseconds; times and durations only.
        package let resolution: Int64?
        package var column: Column

        package init(
            name: String, type: ValueType, isPlanned: Bool = false, isSensitive: Bool = false,
            resolution: Int64? = nil, column: Column
        ) {
            self.name = name
            self.type = type
            self.isPlanned = isPlanned
            self.isSensitive = isSensitive
            self.resolution = resolution
            self.column = column
        }
    }

    /// Canonical name, such as `calls`.
    package let name: String
    package let rowCount: Int
    package let fields: [Field]
    /// 0 for an accepted row, 1 for a rejected one, 2 for a rejected one whose record could not be read at all.
    package let rejected: [UInt8]
    /// Which file each row came from, as an index into `files`.
    package let rowFiles: RowFiles
    /// The byte offset of each row's record in its file, after unpacking.
    package let rowOffsets: RowOffsets
    /// Paths as reported, in the order read.
    package let files: [String]
    /// The columns that name a row to a reader.
    package let key: [String]
    /// When its rows happened, where they were counted while they were read and are not here.
    package let counted: RowDays?

    package init(
        name: String, fields: [Field], rejected: [UInt8], rowFiles: [Int32], rowOffsets: [Int64], files: [String],
        key: [String]
    ) {
        self.init(
            name: name, fields: fields, rejected: rejected, rowFiles: RowFiles(rowFiles),
            rowOffsets: .listed(rowOffsets), files: files, key: key)
    }

    package init(
        name: String, fields: [Field], rejected: [UInt8], rowFiles: RowFiles, rowOffsets: RowOffsets, files: [String],
        key: [String], counted: RowDays? = nil
    ) {
        self.name = name
        self.rowCount = rejected.count
        self.fields = fields
        self.rejected = rejected
        self.rowFiles = rowFiles
        self.rowOffsets = rowOffsets
        self.files = files
        self.key = key
        self.counted = counted
    }

    /// Its name and files, and no row.
    package var withoutRows: SourceTable {
        SourceTable(name: name, fields: [], rejected: [], rowFiles: [], rowOffsets: [], files: files, key: key)
    }

    package func field(named name: String) -> Field? {
        fields.first { $0.name == name }
    }
}
