import Reporting
import Tables

/// One log of the synthetic force and the units sent to it, as the cells of its exports.
struct ShapeLog {
    static let logHeader =
        "Log Date,Log No,Origin,Received,Created,Grade,Final Grade,Code,Area,Rurality,Attended,DA,Status,At Scene,Closed"
    static let unitHeader = "Callsign,Kind,Assigned,Mobile,Unit At Scene,Cleared"

    /// `dd/MM/yyyy,n`, the log's name.
    let key: String
    /// Times are local, in milliseconds as if the clock were UTC; nothing for a cell left empty.
    private let created: Int64
    private let number: Int
    private let cells: [String]
    private let closed: Int64
    private let sent: [Sent]
    private let fault: Fault

    private struct Sent {
        let callsign: String
        let kind: String
        let times: [Int64?]
    }

    enum Fault { case none, badGrade, badCreated, badArrival, malformedUnit, twice }

    /// Logs from 20 September to 30 October 2026, two or three a night across the end of summer time, with numbers that
    /// start again every day, units on either side of midnight, and a few faults.
    static func all(seed: UInt64) -> [ShapeLog] {
        var random = ShapeRandom(seed: seed)
        let first = Int64(CivilDate(year: 2026, month: 9, day: 20).days) * 86_400_000
        var logs: [ShapeLog] = []
        var created = first
        var day = Int64(-1)
        var number = 0
        while created < first + 40 * 86_400_000 {
            created += Int64(random.below(9000) + 600) * 1000
            number = created / 86_400_000 == day ? number + 1 : 1
            day = created / 86_400_000
            let faults: [Int: Fault] = [
                17: .badGrade, 40: .badCreated, 41: .badArrival, 42: .malformedUnit, 43: .twice, 90: .badArrival,
            ]
            logs.append(ShapeLog(created, number, faults[logs.count] ?? .none, &random))
        }
        return logs
    }

    private init(_ created: Int64, _ number: Int, _ fault: Fault, _ random: inout ShapeRandom) {
        self.created = created
        self.number = number
        self.fault = fault
        key = "\(ShapeLog.day(created)),\(number)"
        let grade = ["1", "1", "2", "3"][random.below(4)]
        let final = random.below(6) == 0 ? "2" : grade
        let count = fault == .none ? [0, 1, 1, 2, 3][random.below(5)] : 2
        var sent: [Sent] = []
        for unit in 0..<count {
            let assigned = created + Int64(random.below(900) + 60) * 1000
            let mobile = assigned + Int64(random.below(120)) * 1000
            let arrived = random.below(7) == 0 ? nil : mobile + Int64(random.below(2400)) * 1000
            sent.append(
                Sent(
                    callsign: "U\(random.below(30))-\(unit)",
                    kind: ["response", "neighbourhood", "CSI"][random.below(3)],
                    times: [assigned, mobile, arrived, assigned + Int64(random.below(7200) + 3600) * 1000]))
        }
        self.sent = sent
        closed = created + 4 * 3_600_000
        cells = [
            ["999", "101", "online"][random.below(3)],
            clockText(created - Int64(random.below(200)) * 1000, separator: " "),
            grade, final, ["CR1", "ASB", "TRA"][random.below(3)], ["North", "South"][random.below(2)],
            ["urban", "rural", ""][random.below(3)], count > 0 ? "Y" : "N", random.below(4) == 0 ? "Y" : "N",
            random.below(20) == 0 ? "cancelled" : "closed",
        ]
    }

    private var arrivals: [Int64] {
        // What cannot be read is no arrival in either shape.
        sent.enumerated().compactMap { place, unit in isLost(place) ? nil : unit.times[2] }
    }

    private func isLost(_ unit: Int) -> Bool { unit == 1 && (fault == .badArrival || fault == .malformedUnit) }

    private func row(_ arrival: String) -> String {
        let madeAt = fault == .badCreated ? "2026-02-31 10:00:00" : clockText(created, separator: " ")
        let grade = fault == .badGrade ? "urgent" : cells[2]
        let parts =
            [key, cells[0], cells[1], madeAt, grade] + cells[3...] + [arrival, clockText(closed, separator: " ")]
        return parts.joined(separator: ",")
    }

    var log: String {
        row(arrivals.min().map { clockText($0, separator: " ") } ?? "")
    }

    var clockLog: String {
        row(arrivals.min().map { ShapeLog.clock($0) } ?? "")
    }

    var units: [String] {
        written { clockText($0, separator: " ") }
    }

    var clockUnits: [String] {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = CivilDate(days: Int(created / 86_400_000)).components
        let day = "\(ShapeLog.two(date.day))-\(months[date.month - 1])-\(date.year % 100)"
        let made = ShapeLog.day(created).replacing("/", with: ".") + " " + ShapeLog.clock(created)
        return written { ShapeLog.clock($0) }.map { "\(day),00\(number),\(made),\($0)" }
    }

    private func written(_ time: (Int64) -> String) -> [String] {
        var lines = sent.enumerated().map { place, unit in
            var times = unit.times.map { $0.map(time) ?? "" }
            if fault == .badArrival, place == 1 { times[2] = "soon" }
            let line = ([unit.callsign, unit.kind] + times).joined(separator: ",")
            return fault == .malformedUnit && place == 1 ? String(line.prefix { $0 != "," }) : line
        }
        if fault == .twice, let last = lines.last { lines.append(last) }
        return lines
    }

    private static func day(_ time: Int64) -> String {
        let date = CivilDate(days: Int(time / 86_400_000)).components
        return "\(two(date.day))/\(two(date.month))/\(date.year)"
    }

    private static func clock(_ time: Int64) -> String {
        String(clockText(time, separator: " ").suffix(8))
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Steele, Lea and Flood's generator: the same force on every machine.
struct ShapeRandom {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
