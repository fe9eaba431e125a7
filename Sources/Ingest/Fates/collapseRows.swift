import Definitions
import Tables

extension SourceRows {
    /// One row per key from several rows of one export, such as one per incident from one per unit sent.
    ///
    /// The first row in file order stays and takes what `take` asks for; the others are counted as superseded, because
    /// their content lives on in it. Of an export in several files the newest one's first row stays, so that a corrected
    /// record counts. A fault of a cell that `take` then fills is forgotten.
    mutating func collapse() {
        guard let onePer = definition.onePer, let place = place(of: onePer.key) else { return }
        let values = columns[place].values.widened()
        var filled: Set<DecodedSource.Fault> = []
        for part in exportParts() {
            let open = part.flatMap { files[$0].rows }.filter {
                fates[$0] == .accepted && values[$0] != Missing.integer
            }
            let groups = repeatedKeys([values], rows: open.map { Int32($0) }).map { rows in
                Group(first: part.count == 1 ? rows[rows.startIndex] : firstOfNewest(rows), rows: rows)
            }
            for group in groups {
                for row in group.rows where row != group.first { fates[Int(row)] = .superseded }
            }
            // All values are found before any is stored: one column may be taken by another that is taken itself.
            let taken = onePer.take.sorted { $0.key < $1.key }.compactMap { self.taken($0.key, $0.value, groups) }
            for column in taken {
                columns[column.place].values.store(column.values)
                filled.formUnion(column.mended)
            }
        }
        if !filled.isEmpty { faults.removeAll { filled.contains($0) } }
    }

    /// The files of each export, in the order read.
    private func exportParts() -> [[Int]] {
        var parts: [[Int]] = []
        for number in files.indices {
            if number > 0, exports[number] == exports[number - 1] {
                parts[parts.count - 1].append(number)
            } else {
                parts.append([number])
            }
        }
        return parts
    }

    private func firstOfNewest(_ rows: ArraySlice<Int32>) -> Int32 {
        let newest = rows.map { ranks[file(of: Int($0))] }.max()
        return rows.first { ranks[file(of: Int($0))] == newest } ?? rows[rows.startIndex]
    }

    /// The value that the row which stays takes in each group, and the faults that this mends.
    private func taken(_ name: String, _ take: SourceDefinition.OnePer.Take, _ groups: [Group]) -> Taken? {
        guard let place = place(of: name) else { return nil }
        let values = columns[place].values
        let order: Column? =
            switch take {
            case .minimum, .maximum: values
            case .first(let by), .last(let by): self.place(of: by).map { columns[$0].values }
            }
        guard let order else { return nil }
        let isFirst =
            switch take {
            case .minimum, .first: true
            case .maximum, .last: false
            }
        var taken = Taken(place: place)
        for group in groups {
            let first = Int(group.first)
            var best: (row: Int, value: Int64)?
            for row in group.rows.lazy.map({ Int($0) }) {
                let value = order.integer(at: row)
                guard value != Missing.integer else { continue }
                if let found = best, isFirst ? value >= found.value : value <= found.value { continue }
                best = (row, value)
            }
            guard let best else { continue }
            let value = values.integer(at: best.row)
            taken.values.append((first, value))
            if value != Missing.integer, let code = fault(row: first, column: place) {
                taken.mended.append(DecodedSource.Fault(row: Int32(first), column: Int32(place), code: code))
            }
        }
        return taken
    }
}

/// The rows of one key in one export, and the one that stays.
private struct Group {
    let first: Int32
    let rows: ArraySlice<Int32>
}

/// What one column's first rows take from the others of their groups.
private struct Taken {
    let place: Int
    var values: [(row: Int, value: Int64)] = []
    var mended: [DecodedSource.Fault] = []
}
