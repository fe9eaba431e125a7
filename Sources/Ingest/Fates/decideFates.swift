import Definitions
import Tables

extension SourceRows {
    /// The fates that a row decides for itself: malformed, key not decodable, after the as-of.
    mutating func decideOwnFates(asOf: AsOf) {
        rejectMalformed()
        rejectUnkeyed()
        dropAfter(asOf)
        forget(after: asOf)
    }

    private mutating func rejectMalformed() {
        for fault in faults where fault.column < 0 {
            reject(Int(fault.row), fault.code.rawValue, rule: fault.code == .invalidEncoding ? "DQ28" : "")
        }
    }

    /// A row whose key cannot be read cannot be told from any other row.
    private mutating func rejectUnkeyed() {
        for name in key {
            guard let place = place(of: name) else { continue }
            for row in columns[place].missingRows() where fates[row] == .accepted {
                if isEmptyKeyPart(row, place) { continue }
                let code = fault(row: row, column: place) ?? .missingRequired
                reject(row, code.rawValue, rule: "DQ05", column: place)
            }
        }
    }

    private mutating func dropAfter(_ asOf: AsOf) {
        guard let place = place(of: schema.time) else { return }
        for row in columns[place].rows(atOrAfter: asOf) where fates[row] == .accepted { fates[row] = .afterAsOf }
    }

    /// What happened at or after the as-of has not happened: other times of a row read as missing, without being a fault
    /// (LANGUAGE rule 1). Planned times stay.
    private mutating func forget(after asOf: AsOf) {
        for (column, place) in zip(schema.columns, places) where !column.isPlanned && column.name != schema.time {
            let rows = columns[place].rows(atOrAfter: asOf)
            if !rows.isEmpty { columns[place].values.blank(rows) }
        }
    }
}

extension DecodedSource.Column {
    /// The rows whose instant or day the as-of does not reach; none for columns that are no times.
    func rows(atOrAfter asOf: AsOf) -> [Int] {
        switch (type, values) {
        case (.time, .seconds(let values)):
            return places(in: values) { Int64($0) * 1000 >= asOf.instant }
        case (.time, .integers(let values)): return places(in: values) { $0 >= asOf.instant }
        case (.date, .integers(let values)): return places(in: values) { $0 > Int64(asOf.day.days) }
        default: return []
        }
    }
}

/// Where the values are that come after something. Missing is the least value of its type, hence never after.
private func places<Value: FixedWidthInteger>(in values: [Value], isAfter: (Value) -> Bool) -> [Int] {
    // As a rule there are none, which the greatest value tells.
    let span = values.span
    var (greatest, row) = (Value.min, 0)
    while row < span.count {
        greatest = max(greatest, span[row])
        row &+= 1
    }
    return isAfter(greatest) ? values.indices.filter { isAfter(values[$0]) } : []
}
