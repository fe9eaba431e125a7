/// Reads the 64-bit part of a TZif file and carries its closing rule on to the year 2100.
///
/// Returns nothing when the bytes are not TZif of version 2 or later.
func parseTZif(_ file: [UInt8]) -> (starts: [Int64], offsets: [Int64])? {
    guard file.count > 44, file[0..<4].elementsEqual("TZif".utf8), file[4] >= 0x32,
        let first = header(file, at: 0)
    else { return nil }
    let second = 44 + first.length(timeSize: 4)
    guard let counts = header(file, at: second) else { return nil }
    let base = second + 44
    guard file.count >= base + counts.length(timeSize: 8) else { return nil }

    var starts: [Int64] = [Int64.min / 2]
    var offsets: [Int64] = []
    let indexes = base + counts.times * 8
    let types = indexes + counts.times
    func offset(ofType type: Int) -> Int64 {
        Int64(Int32(truncatingIfNeeded: bigEndian(file, types + type * 6, 4))) * 1000
    }
    offsets.append(offset(ofType: 0))
    for place in 0..<counts.times {
        let seconds = bigEndian(file, base + place * 8, 8)
        guard seconds > -10_000_000_000 else { continue }
        starts.append(seconds * 1000)
        offsets.append(offset(ofType: Int(file[indexes + place])))
    }
    let footer = base + counts.length(timeSize: 8)
    if footer + 1 < file.count, let end = file[(footer + 1)...].firstIndex(of: 10) {
        let rule = String(decoding: file[(footer + 1)..<end], as: UTF8.self)
        for (start, offset) in transitions(ofRule: rule, after: starts[starts.count - 1]) {
            starts.append(start)
            offsets.append(offset)
        }
    }
    return (starts, offsets)
}

private struct Counts {
    let utc: Int, standard: Int, leaps: Int, times: Int, types: Int, characters: Int

    func length(timeSize: Int) -> Int {
        times * timeSize + times + types * 6 + characters + leaps * (timeSize + 4) + standard + utc
    }
}

private func header(_ file: [UInt8], at start: Int) -> Counts? {
    guard file.count >= start + 44, file[start..<(start + 4)].elementsEqual("TZif".utf8) else { return nil }
    func count(_ place: Int) -> Int { Int(bigEndian(file, start + 20 + place * 4, 4)) }
    return Counts(
        utc: count(0), standard: count(1), leaps: count(2), times: count(3), types: count(4), characters: count(5))
}

private func bigEndian(_ file: [UInt8], _ start: Int, _ size: Int) -> Int64 {
    var value: UInt64 = 0
    for place in 0..<size { value = value << 8 | UInt64(file[start + place]) }
    return Int64(bitPattern: value)
}

/// The changes that a POSIX rule such as `GMT0BST,M3.5.0/1,M10.5.0` gives after an instant, up to 2100.
///
/// Only the `Mm.w.d` form is read, which is what zones in use today have; a zone without a rule gives none.
private func transitions(ofRule rule: String, after last: Int64) -> [(Int64, Int64)] {
    let parts = rule.split(separator: ",")
    guard parts.count == 3, let zone = zoneOffsets(parts[0]), let begin = change(parts[1]), let end = change(parts[2])
    else { return [] }
    var found: [(Int64, Int64)] = []
    for year in 1970...2100 {
        found.append((instant(begin, year, zone.standard), zone.summer))
        found.append((instant(end, year, zone.summer), zone.standard))
    }
    return found.filter { $0.0 > last }.sorted { $0.0 < $1.0 }
}

private func zoneOffsets(_ text: Substring) -> (standard: Int64, summer: Int64)? {
    var rest = text
    guard dropName(&rest), let standard = readOffset(&rest), dropName(&rest) else { return nil }
    let summer = rest.isEmpty ? -standard + 3_600_000 : -(readOffset(&rest) ?? 0)
    return (-standard, summer)
}

private func dropName(_ text: inout Substring) -> Bool {
    if text.first == "<" {
        guard let end = text.firstIndex(of: ">") else { return false }
        text = text[text.index(after: end)...]
        return true
    }
    let name = text.prefix { $0.isLetter }
    text = text.dropFirst(name.count)
    return name.count >= 3
}

private func readOffset(_ text: inout Substring) -> Int64? {
    let digits = text.prefix { $0.isNumber || $0 == ":" || $0 == "-" || $0 == "+" }
    guard !digits.isEmpty else { return nil }
    text = text.dropFirst(digits.count)
    return clock(digits)
}

private func clock(_ text: Substring) -> Int64? {
    let negative = text.first == "-"
    var total: Int64 = 0
    var unit: Int64 = 3_600_000
    for part in text.drop(while: { $0 == "-" || $0 == "+" }).split(separator: ":") {
        guard let number = Int64(part) else { return nil }
        total += number * unit
        unit /= 60
    }
    return negative ? -total : total
}

private func change(_ text: Substring) -> (month: Int, week: Int, weekday: Int, time: Int64)? {
    let halves = text.split(separator: "/")
    guard halves[0].first == "M" else { return nil }
    let numbers = halves[0].dropFirst().split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    let time = halves.count == 2 ? clock(halves[1]) : 7_200_000
    return time.map { (numbers[0], numbers[1], numbers[2], $0) }
}

private func instant(_ rule: (month: Int, week: Int, weekday: Int, time: Int64), _ year: Int, _ offset: Int64) -> Int64
{
    let first = CivilDate(year: year, month: rule.month, day: 1)
    // POSIX counts Sunday as 0, we count Monday as 0.
    let wanted = (rule.weekday + 6) % 7
    var day = 1 + (wanted - first.weekday + 7) % 7 + (rule.week - 1) * 7
    while day > CivilDate.length(ofMonth: rule.month, year: year) { day -= 7 }
    return Int64(CivilDate(year: year, month: rule.month, day: day).days) * 86_400_000 + rule.time - offset
}
