import Tables

/// Decides, in every row that has a reading of the hour that occurs twice, which of the two is meant: among the row's
/// times in declared order the earliest that keeps them in order; the first one where none does (LANGUAGE 9.A.11).
///
/// `steps` are the resolutions of the columns: a whole minute is in order when any part of it is.
func settleDoubledHours(_ columns: inout [TimeColumn], steps: [Int64]) {
    var rows: Set<Int> = []
    for column in columns {
        for entry in column.doubled { rows.insert(entry.row) }
    }
    guard !rows.isEmpty else { return }
    var nextEntry = Array(repeating: 0, count: columns.count)
    for row in rows.sorted() {
        var seconds: [Int64?] = []
        for place in columns.indices {
            while nextEntry[place] < columns[place].doubled.count, columns[place].doubled[nextEntry[place]].row < row {
                nextEntry[place] += 1
            }
            let entry = nextEntry[place]
            let doubled = columns[place].doubled
            seconds.append(entry < doubled.count && doubled[entry].row == row ? doubled[entry].second : nil)
        }
        guard let chosen = readingsInOrder(columns.map { $0.instants[row] }, seconds, steps) else { continue }
        for place in columns.indices { columns[place].instants[row] = chosen[place] }
    }
}

/// The earliest readings that do not descend; taking the earliest possible each time never spoils a later choice.
private func readingsInOrder(_ firsts: [Int64], _ seconds: [Int64?], _ steps: [Int64]) -> [Int64]? {
    var chosen = firsts
    var before = Int64.min
    for place in firsts.indices where firsts[place] != Missing.integer {
        if firsts[place] + steps[place] <= before {
            guard let second = seconds[place], second + steps[place] > before else { return nil }
            chosen[place] = second
        }
        before = max(before, chosen[place])
    }
    return chosen
}
