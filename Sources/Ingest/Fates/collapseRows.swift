import Definitions
import Tables

extension SourceRows {
    /// One row per key from several rows of one file, such as one per incident from one per unit sent.
    ///
    /// The first row in file order stays and takes what `take` asks for; the others are counted as superseded, because
    /// their content lives on in it. A fault of a cell that `take` then fills is forgotten.
    mutating func collapse() {
        guard let onePer = definition.onePer, let place = place(of: onePer.key) else { return }
        let values = columns[place].values.widened()
        var filled: Set<DecodedSource.Fault> = []
        for file in files {
            let open = file.rows.filter { fates[$0] == .accepted && values[$0] != Missing.integer }.map { Int32($0) }
            let groups = repeatedKeys([values], rows: open)
            for group in groups {
                for row in group.dropFirst() { fates[Int(row)] = .superseded }
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

    /// The value that the first row of each group takes, and the faults that this mends.
    private func taken(_ name: String, _ take: SourceDefinition.OnePer.Take, _ groups: KeyGroups) -> Taken? {
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
            guard let first = group.first.map({ Int($0) }) else { continue }
            var best: (row: Int, value: Int64)?
            for row in group.lazy.map({ Int($0) }) {
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

/// What one column's first rows take from the others of their groups.
private struct Taken {
    let place: Int
    var values: [(row: Int, value: Int64)] = []
    var mended: [DecodedSource.Fault] = []
}
