/// A visit to a registered offender, whether or not anybody opened the door.
struct OffenderVisit: SheetRecord {
    enum Column: String, CaseIterable {
        case offender = "Ref"
        case time = "Visit Date/Time"
        case seen = "Seen"
        case kind = "Visit Type"
    }

    let offender: String
    let time: Int
    let isSeen: Bool
    let kind: String
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        switch column {
        case .offender: offender
        case .time: Moments.minuteStamp(time)
        case .seen: isSeen ? "Y" : "N"
        case .kind: kind
        }
    }
}
