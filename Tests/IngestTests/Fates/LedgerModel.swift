import Definitions

/// The fates of a source's rows by the plainest reading of the rules: every row against every other.
struct LedgerModel {
    struct Row {
        let file: Int
        let id: String
        /// Minutes since the first day began; nothing for a time that cannot be read.
        let minute: Int?
        let note: String
        let isMalformed: Bool

        var line: String {
            if isMalformed { return "\(id),999,\"2026-03-01 10:00,\(note)" }
            guard let minute else { return "\(id),999,never,\(note)" }
            let (day, hour, rest) = (minute / 1440 + 1, minute % 1440 / 60, minute % 60)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return "\(id),999,2026-03-\(two(day)) \(two(hour)):\(two(rest)),\(note)"
        }

        var content: [String] { [minute.map(String.init) ?? "", note] }
    }

    enum Fate: Int { case accepted, rejected, superseded, removed, duplicate, afterAsOf }

    let rows: [Row]
    let exports: SourceDefinition.ExportKind
    /// The first minute that has not happened.
    let end: Int

    func fates() -> [Fate] {
        let open = rows.map { !$0.isMalformed && !$0.id.isEmpty && ($0.minute ?? 0) < end }
        return rows.indices.map { place in
            let row = rows[place]
            if row.isMalformed || row.id.isEmpty { return isCorrected(row) ? .superseded : .rejected }
            if !open[place] { return .afterAsOf }
            let same = rows.indices.filter { open[$0] && rows[$0].id == row.id }
            if same.contains(where: { rows[$0].file > row.file }) { return .superseded }
            let rivals = same.filter { rows[$0].file == row.file }
            if rivals.contains(where: { rows[$0].content != row.content }) { return .rejected }
            if isRemoved(row) { return rivals.count > 1 && place != rivals[0] ? .duplicate : .removed }
            if place != rivals[0] { return .duplicate }
            return row.minute == nil ? .rejected : .accepted
        }
    }

    /// A malformed record is known again by its key, one without a key by all the rest of it.
    private func isCorrected(_ row: Row) -> Bool {
        let readable = rows.filter { !$0.isMalformed && !$0.id.isEmpty }
        if row.isMalformed { return readable.contains { $0.id == row.id && $0.file > row.file } }
        let equal = readable.filter { $0.content == row.content && row.minute != nil }
        return equal.contains { $0.file > row.file } && !equal.contains { $0.file == row.file }
    }

    private func isRemoved(_ row: Row) -> Bool {
        guard exports == .window, let minute = row.minute else { return false }
        return Set(rows.map(\.file)).contains { file in
            let days = rows.filter { $0.file == file && !$0.isMalformed }.compactMap(\.minute).filter { $0 < end }
                .map { $0 / 1440 }
            guard file > row.file, let first = days.min(), let last = days.max() else { return false }
            return (first...last).contains(minute / 1440)
        }
    }
}
