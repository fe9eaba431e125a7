import Tables

/// An export file as lines of bytes, its parts apart so that a bad night can lose some of them.
struct ExportText {
    /// Byte order mark and titles.
    var head: [UInt8] = []
    var header: [UInt8] = []
    var records: [[UInt8]] = []
    var foot: [UInt8] = []

    var bytes: [UInt8] { head + header + Array(records.joined()) + foot }

    /// Writes out a draft and completes its truth: titles, footers and repeated headers are known only now.
    init(_ draft: inout FileDraft) {
        let layout = draft.layout
        func line(_ text: String) -> [UInt8] { encode(text + layout.lineEnd, layout.encoding) }
        header = line(layout.headers.map { layout.quoted($0, isBare: false) }.joined(separator: "\(layout.delimiter)"))
        for row in draft.rows {
            draft.truth.count(row.fate, row.records)
            let cells = layout.columns.map { layout.quoted(row[$0.field], isBare: row.bare.contains($0.field)) }
            records.append(line(cells.joined(separator: "\(layout.delimiter)")))
        }
        let count = draft.rows.reduce(0) { $0 + $1.records }
        let total = line("Grand Total,\(count)" + String(repeating: ",", count: layout.columns.count - 2))
        let control = line("Total records: \(count)")
        switch layout.source {
        case "calls_cms":
            head =
                line("Loamshire Police - Contact Management - Call Segments") + line(ExportText.stamp(draft.date))
                + line("")
            foot = line("") + total + control
            draft.truth.skipped += 4
            draft.truth.blankLines += 2
            draft.truth.controlTotal = count
        case "calls_acd":
            head = line("Call Segments")
            foot = total + control + line(ExportText.stamp(draft.date))
            draft.truth.skipped += 4 + repeatHeader()
            draft.truth.controlTotal = count
        default:
            head = layout.byteOrderMark
        }
    }

    /// The header comes again after every 5,000 records.
    private mutating func repeatHeader() -> Int {
        let places = Array(stride(from: 5000, to: records.count, by: 5000))
        for place in places.reversed() { records.insert(header, at: place) }
        return places.count
    }

    /// `Report run on 01/10/2026 02:14 by BATCH` for the export of 30 September.
    static func stamp(_ date: String) -> String {
        let digits = Array(date)
        let iso = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
        let day = (CivilDate(iso) ?? CivilDate(days: 0)).adding(days: 1)
        return "Report run on \(britishDate(day)) 02:14 by BATCH"
    }
}

extension Layout {
    /// A cell with the quotes that it needs, or none where a fault wants none.
    func quoted(_ cell: String, isBare: Bool) -> String {
        if isBare { return cell }
        let needs = quotesAll || cell.contains { $0 == delimiter || $0 == "\"" || $0.isNewline }
        guard needs else { return cell }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\""
    }

    var byteOrderMark: [UInt8] {
        switch encoding {
        case .utf8WithMark: [0xEF, 0xBB, 0xBF]
        case .utf16: [0xFF, 0xFE]
        case .utf8, .windows1252: []
        }
    }
}
