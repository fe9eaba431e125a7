import Definitions
import Tables

/// Which header most likely feeds each column: the same letters first, then a name that telephone systems commonly give
/// it, then the same words, then nearly the same name. Every header feeds at most one column, and none whose values are
/// plainly of another kind.
func matchHeaders(_ sample: ExportSample, to schema: SchemaDefinition) -> [String: Int] {
    var matches: [String: Int] = [:]
    var free = Array(sample.header.indices)
    let isTime = sample.header.indices.map { guessTimeFormat(sample.values(of: $0)).format != nil }
    let hasDay = sample.dayColumn != nil
    let isClock = sample.header.indices.map { hasDay && sample.values(of: $0).allSatisfy(isClockTime) }
    let isEmpty = sample.header.indices.map { sample.values(of: $0).isEmpty }
    func match(_ test: (_ header: String, _ column: String) -> Bool) {
        for column in schema.columns where matches[column.name] == nil {
            let found = free.first { place in
                (isEmpty[place] || isTime[place] == column.type.isTime || (isClock[place] && column.type == .time))
                    && test(sample.header[place], column.name)
            }
            guard let found else { continue }
            matches[column.name] = found
            free.removeAll { $0 == found }
        }
    }
    match { letters($0) == letters($1) }
    match { commonHeaders(of: $1, in: schema.name).contains(letters($0)) }
    match { header, column in
        let stem = parts(column).filter { !["at", "s", "id", "hash"].contains($0) }
        return stem.count > 1 && Set(stem).isSubset(of: Set(words(header)))
    }
    match { letters($0).count > 4 && nearestName(to: letters($0), among: [letters($1)]) != nil }
    return matches
}

extension ValueType {
    fileprivate var isTime: Bool { self == .time || self == .date }
}

func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
}

private func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

private func parts(_ column: String) -> [String] {
    column.split(separator: "_").map(String.init)
}
