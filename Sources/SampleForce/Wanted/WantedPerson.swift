/// A person wanted on warrant or for arrest, as the warrants database has them.
struct WantedPerson: SheetRecord {
    enum Column: String, CaseIterable {
        case person = "SUBJ_URN"
        case wanted = "Wntd Frm D/T"
        case why = "Wnt Rsn (cd)"
        case risk = "RA-Lvl"
        case circulated = "PNC Circ'n Dt"
        case review = "Lst Rvw"
        case cleared = "Clrd/Cncl D/T"
    }

    let person: String
    var wanted: Int
    let why: String
    let risk: String
    var circulated: Int?
    var review: Int?
    var cleared: Int?
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        switch column {
        case .person: person
        case .wanted: Moments.minuteStamp(wanted)
        case .why: why
        case .risk: risk
        case .circulated: circulated.map(Moments.minuteStamp) ?? ""
        case .review: review.map(Moments.minuteStamp) ?? ""
        case .cleared: cleared.map(Moments.minuteStamp) ?? ""
        }
    }

    func isOpen(at end: Int) -> Bool { wanted < end && cleared.map { $0 >= end } ?? true }
}
