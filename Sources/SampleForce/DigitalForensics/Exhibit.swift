/// A device given to the digital forensics unit, as its case system has it.
struct Exhibit: SheetRecord {
    enum Column: String, CaseIterable {
        case id = "Exhibit Ref"
        case crime = "Crime No"
        case device = "Device"
        case priority = "Pri"
        case submitted = "Received"
        case started = "Exam Start"
        case completed = "Exam End"
        case returned = "Handed Back"
        case due = "SLA Due"
        case state = "State"
    }

    /// Its letter in the export, and the days in which the unit means to be done.
    enum Priority: String, CaseIterable {
        case urgent = "U", high = "H", normal = "N"

        var days: Int {
            switch self {
            case .urgent: 7
            case .high: 42
            case .normal: 120
            }
        }
    }

    let id: String
    let crime: String?
    let device: String
    let priority: Priority
    var submitted: Int
    var started: Int?
    var completed: Int?
    var returned: Int?
    var due: Int
    /// Seconds in which nobody could have begun: it needs equipment or a password that the unit has not.
    var parked = 0
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        func stamp(_ time: Int?) -> String { time.map(Moments.namedStamp) ?? "" }
        return switch column {
        case .id: id
        case .crime: crime ?? ""
        case .device: device
        case .priority: priority.rawValue
        case .submitted: stamp(submitted)
        case .started: stamp(started)
        case .completed: stamp(completed)
        case .returned: stamp(returned)
        case .due: stamp(due)
        case .state: state
        }
    }

    private var state: String {
        if returned != nil { return "Returned" }
        if completed != nil { return "Complete" }
        return started == nil ? "Awaiting" : "In Exam"
    }

    /// As it was known on 30 September 2026.
    var known: Exhibit {
        func past(_ time: Int?) -> Int? { time.flatMap { $0 < Moments.asOf ? $0 : nil } }
        var exhibit = self
        exhibit.started = past(started)
        exhibit.completed = past(completed)
        exhibit.returned = past(returned)
        return exhibit
    }

    func isWaiting(at end: Int) -> Bool { submitted < end && started.map { $0 >= end } ?? true }
}
