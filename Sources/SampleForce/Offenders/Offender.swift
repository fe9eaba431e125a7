import Tables

/// A registered sexual offender, as the export of one day has them. No time stands in it, only days.
struct Offender: SheetRecord {
    enum Column: String, CaseIterable {
        case id = "Ref"
        case risk = "Risk Level"
        case management = "Status"
        case due = "Next Visit Due"
        case lastVisit = "Last Visit"
        case armsDue = "ARMS Due"
        case supervised = "Supv Review"
        case manager = "Offender Manager"
        case team = "Unit"
    }

    enum Risk: String {
        case veryHigh = "VERY HIGH", high = "HIGH", medium = "MEDIUM", low = "LOW"

        /// Days from one visit to the next.
        var interval: Int {
            switch self {
            case .veryHigh: 30
            case .high: 90
            case .medium: 180
            case .low: 365
            }
        }
    }

    let id: String
    let risk: Risk
    let management: String
    /// The number of the manager, from 0.
    let manager: Int
    var due: CivilDate?
    var lastVisit: CivilDate?
    var armsDue: CivilDate?
    var supervised: CivilDate?
    var marks = SheetMarks<Column>()

    var isActive: Bool { management == "COMMUNITY" }

    func cell(_ column: Column) -> String {
        func text(_ day: CivilDate?) -> String { day.map(britishDate) ?? "" }
        return switch column {
        case .id: id
        case .risk: risk.rawValue
        case .management: management
        case .due: text(due)
        case .lastVisit: text(lastVisit)
        case .armsDue: text(armsDue)
        case .supervised: text(supervised)
        case .manager: isActive ? "C\(2041 + manager * 7)" : ""
        case .team: manager % 6 < 3 ? "MOSOVO North" : "MOSOVO South"
        }
    }

    /// The day of the visit is over, and nobody has seen them since.
    var isOverdue: Bool {
        guard let due, due < Offender.tomorrow else { return false }
        return lastVisit.map { $0 < due } ?? true
    }

    /// The day on which the account of 30 September 2026 is given.
    private static let tomorrow = CivilDate(year: 2026, month: 10, day: 1)

    /// Whole days between the day of the visit and that of the account.
    var daysOverdue: Int { due.map { Offender.tomorrow.days - $0.days } ?? 0 }

    /// Whether the risk is to be assessed again on that day or later, and a supervisor looked within ninety days.
    var isAssessed: Bool { armsDue.map { $0 >= Offender.tomorrow } ?? false }
    var isSupervised: Bool { supervised.map { Offender.tomorrow.days - $0.days <= 90 } ?? false }

    /// As an export some days earlier had it.
    func earlier(_ days: Int) -> Offender {
        func before(_ day: CivilDate?) -> CivilDate? { day.map { $0.adding(days: -days) } }
        var offender = self
        offender.marks = SheetMarks()
        offender.due = before(due)
        offender.lastVisit = before(lastVisit)
        offender.armsDue = before(armsDue)
        offender.supervised = before(supervised)
        return offender
    }
}
