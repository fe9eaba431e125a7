import Definitions
import Ingest
import RunStore
import Tables

/// The first records of an export as texts, with what could be told about how it is written.
struct ExportSample {
    let name: String
    let dialect: Dialect
    /// Counted from 1, title records included.
    let headerRecord: Int
    let header: [String]
    let rows: [[String]]
    /// The beginnings of the last lines, where they are no rows.
    let control: String?
    let skip: [String]
    /// Whether dates begin with the month; nothing when no value tells.
    let isMonthFirst: Bool?
    /// The first column that holds days without a time, and their format.
    let dayColumn: (place: Int, format: String)?

    init(_ path: String) throws {
        name = path.split(separator: "/").last.map(String.init) ?? path
        guard System.kind(of: path) == .file else {
            throw Diagnostic(code: "E0501", "there is no file \(path)", help: "name an export, .csv or .csv.gz")
        }
        let file = DiscoveredFile(
            path: path, name: name, exportDate: nil, bytes: try System.size(of: path), isGzip: name.hasSuffix(".gz"))
        let start = try readFirstBytes(of: file, count: 1 << 24)
        let sniff = Sniff(start)
        if let foreign = sniff.foreign {
            throw Diagnostic(
                code: "E0121", "\(name) is \(foreign == .html ? "a web page" : "a spreadsheet"), not a CSV file",
                help: "export it as CSV; renaming a file does not change what it is")
        }
        dialect = Dialect(
            encoding: sniff.encoding, delimiter: sniff.delimiter ?? 44, lineBreakColumns: ["any"], lineBreakLines: 100)
        let batch = try readFirstRecords(of: file, dialect: dialect, count: 10_000)
        let records = (0..<batch.count).map { record in
            (0..<batch.cellCount(of: record)).map {
                String(decoding: batch.text[batch.cell($0, of: record)], as: UTF8.self)
            }
        }
        // Titles have fewer cells than the table under them.
        let width = records.prefix(20).map(\.count).max() ?? 0
        guard width > 1,
            let place = records.firstIndex(where: { $0.count == width && !$0.contains("") })
                ?? records.firstIndex(where: { $0.count == width })
        else {
            throw Diagnostic(
                code: "E0121", "\(name) holds no table that could be told", help: "see whether it is an export at all")
        }
        headerRecord = place + 1
        let names = records[place]
        header = names
        let table = records[(place + 1)...].filter { $0.count == width && $0 != names }
        rows = table
        (control, skip) = footers(of: start, dialect)
        let guesses = header.indices.map { column in guessTimeFormat(table.map { $0[column] }.filter { !$0.isEmpty }) }
        let settled = guesses.first { guess in
            !guess.isAmbiguous && ["d", "M"].contains { guess.format?.hasPrefix($0) == true }
                && guess.format?.contains("MMM") == false
        }
        let isMonthFirst = settled?.format.map { $0.hasPrefix("M") }
        self.isMonthFirst = isMonthFirst
        dayColumn =
            guesses.indices.lazy.compactMap { place -> (place: Int, format: String)? in
                guard let format = guesses[place].format, !format.contains("m"), format != "iso", format != "excel"
                else {
                    return nil
                }
                let isSwapped = guesses[place].isAmbiguous && isMonthFirst == true
                return (place, isSwapped ? swappedDayAndMonth(format) : format)
            }.first
    }

    /// The values of one column, empty ones left out.
    func values(of column: Int) -> [String] {
        rows.map { $0[column] }.filter { !$0.isEmpty }
    }
}
