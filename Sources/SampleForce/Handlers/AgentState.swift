/// A stretch that a call handler spent in one state, as the telephone system logs it.
struct AgentState: SheetRecord {
    enum Column: String, CaseIterable {
        case agent = "Agent ID"
        case state = "State"
        case start = "State Start"
        case end = "State End"
        case skill = "Split/Skill"
    }

    enum State: String {
        case available = "AVAIL", handling = "ON CONTACT", wrap = "ACW", pause = "AUX BREAK", offline = "STAFFED OFF"
    }

    let agent: String
    let state: State
    let start: Int
    /// Nothing: until the next.
    var end: Int?
    let skill: String
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        switch column {
        case .agent: agent
        case .state: state.rawValue
        case .start: britishStamp(UKClock.local(start))
        case .end: end.map { britishStamp(UKClock.local($0)) } ?? ""
        case .skill: skill
        }
    }
}
