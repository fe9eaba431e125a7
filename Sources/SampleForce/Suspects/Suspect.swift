/// A person named as the suspect of a crime, as the custody system has them on the day of an export.
struct Suspect: SheetRecord {
    enum Column: String, CaseIterable {
        case person = "Nominal Ref"
        case crime = "Crime Ref"
        case named = "Named"
        case state = "State"
        case resolved = "Resolved"
        case risk = "Risk"
    }

    enum State: String {
        case outstanding = "Outstanding"
        case arrested = "Arrested"
        case interviewed = "Vol Interview"
        case eliminated = "Eliminated"
        case charged = "Charged"
    }

    enum Risk: String { case high = "High", medium = "Medium", standard = "Standard" }

    let person: String
    let crime: String
    var named: Int
    let risk: Risk
    /// How and when they stopped being outstanding, by the end of the story.
    var ending: State?
    var resolved: Int?
    /// Missed by the export of its month: the night after brings it.
    var isLate = false
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        switch column {
        case .person: person
        case .crime: crime
        case .named: Moments.minuteStamp(named)
        case .state: (ending ?? .outstanding).rawValue
        case .resolved: resolved.map(Moments.minuteStamp) ?? ""
        case .risk: risk.rawValue
        }
    }

    /// As it was known at a moment.
    func known(at moment: Int) -> Suspect {
        guard let resolved, resolved >= moment else { return self }
        var suspect = self
        suspect.ending = nil
        suspect.resolved = nil
        return suspect
    }

    /// Whether they are outstanding at the end of a month.
    func isOpen(at end: Int) -> Bool {
        named < end && (ending == nil || resolved.map { $0 >= end } ?? false)
    }
}
