/// A case of images of children that waits for a warrant or an arrest.
struct EnforcementCase: SheetRecord {
    enum Column: String, CaseIterable {
        case id = "CaseID"
        case referred = "ReferredOn"
        case state = "Stage"
        case review = "IntelRefreshedOn"
        case risk = "KiratLevel"
        case enforced = "EnforcedOn"
    }

    enum State: String { case waiting = "Awaiting enforcement", enforced = "Enforced", closed = "No further action" }

    let id: String
    let referred: Int
    var state: State
    var review: Int?
    let risk: String
    var enforced: Int?
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        func stamp(_ time: Int?) -> String {
            guard let time else { return "" }
            let (day, second) = UKClock.local(time)
            return "\(day)T\(clockText(second))"
        }
        return switch column {
        case .id: id
        case .referred: stamp(referred)
        case .state: state.rawValue
        case .review: stamp(review)
        case .risk: risk
        case .enforced: stamp(enforced)
        }
    }

    /// A case closed without enforcement is waiting until nobody knows when.
    func isWaiting(at end: Int) -> Bool {
        referred < end && (enforced.map { $0 >= end } ?? (state == .waiting))
    }
}
