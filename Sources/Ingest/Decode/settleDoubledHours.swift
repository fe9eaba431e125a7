import Tables

/// Decides, in every row that has a reading of the hour that occurs twice, which of the two is meant: among the row's
/// times in declared order the earliest that keeps them in order; the first one where none does (LANGUAGE 9.A.11). A time
/// that comes before an earlier one whatever is chosen is out of order, and says nothing of the times after it.
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
        var before = Int64.min
        for place in columns.indices {
            while nextEntry[place] < columns[place].doubled.count, columns[place].doubled[nextEntry[place]].row < row {
                nextEntry[place] += 1
            }
            let first = columns[place].instants[row]
            if first == Missing.integer { continue }
            if first + steps[place] > before {
                before = max(before, first)
                continue
            }
            let entry = nextEntry[place]
            guard entry < columns[place].doubled.count, columns[place].doubled[entry].row == row,
                columns[place].doubled[entry].second + steps[place] > before
            else { continue }
            columns[place].instants[row] = columns[place].doubled[entry].second
            before = max(before, columns[place].doubled[entry].second)
        }
    }
}

/// The same for a time that has no place in the order, only another that it does not come before.
func settleDoubledHours(_ column: inout TimeColumn, step: Int64, after anchor: [Int64]) {
    for entry in column.doubled where anchor[entry.row] != Missing.integer {
        if column.instants[entry.row] + step <= anchor[entry.row], entry.second + step > anchor[entry.row] {
            column.instants[entry.row] = entry.second
        }
    }
}
