import Tables
import Testing

@testable import Ingest

@Suite("What is left to know of judged rows")
struct RowSummaryTests {
    /// Rows in the order of time as a rule, over both days on which clocks change, of two files.
    private struct Rows {
        var fates: RowFates
        var times: [Int64] = []
        let files: [Range<Int>]

        init(_ random: inout SplitMix, count: Int, missing: Bool, decided: Bool) {
            fates = RowFates(count: count)
            files = [0..<count / 3, count / 3..<count / 3, count / 3..<count]
            // 30 March 2024, 12:00 in seconds; then the days around 27 October.
            var second: Int64 = 1_711_800_000
            for row in 0..<count {
                second += Int64(random.next(60))
                if row == count / 2 { second += 210 * 86_400 }
                let isMissing = missing && random.next(700) == 0
                times.append(isMissing ? Missing.integer : (second - Int64(random.next(900))) * 1000)
                if decided, random.next(5) == 0 { fates[row] = [.rejected, .superseded, .duplicate][random.next(3)] }
            }
        }
    }

    @Test(
        "It is what a look at every row finds, as whole seconds and as milliseconds",
        arguments: [(false, false), (true, false), (false, true), (true, true)])
    func bruteForce(missing: Bool, decided: Bool) throws {
        var random = SplitMix(seed: 5)
        let zone = try Sketch.london()
        let rows = Rows(&random, count: 30_000, missing: missing, decided: decided)
        var accepted: [Int: Int] = [:]
        var kept: [Int: Int] = [:]
        var rejected: [Int32] = []
        var spans: [ClosedRange<Int64>?] = [nil, nil, nil]
        for (number, file) in rows.files.enumerated() {
            var day: Int?
            for row in file {
                let (time, fate) = (rows.times[row], rows.fates[row])
                if time != Missing.integer { day = zone.day(time).days }
                if fate == .accepted, time != Missing.integer {
                    accepted[day ?? 0, default: 0] += 1
                    let before = spans[number] ?? time...time
                    spans[number] = min(before.lowerBound, time)...max(before.upperBound, time)
                }
                guard fate == .accepted || fate == .rejected, let day else { continue }
                kept[day, default: 0] += 1
                if fate == .rejected { rejected.append(Int32(row)) }
            }
        }
        let seconds = rows.times.map { $0 == Missing.integer ? Missing.seconds : Int32($0 / 1000) }
        for times in [Column.integers(rows.times), .seconds(seconds)] {
            let summary = RowSummary(rows.fates, files: rows.files, times: times, zone: zone)
            #expect(summary.days.mapValues(\.accepted).filter { $0.value > 0 } == accepted)
            #expect(summary.days.mapValues(\.kept).filter { $0.value > 0 } == kept)
            #expect(summary.files.map(\.span) == spans)
            #expect(
                summary.files.map { $0.count(.accepted) }
                    == rows.files.map { file in file.count { rows.fates[$0] == .accepted } })
            #expect(summary.kept == rows.fates.count { $0 == .accepted || $0 == .rejected })
            #expect(summary.rejected(on: 0...40_000) == rejected)
        }
        #expect(accepted.count > 4)
    }
}

extension SplitMix {
    fileprivate mutating func next(_ limit: UInt64) -> Int { Int(next() % limit) }
}
