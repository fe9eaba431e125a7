import Tables

/// How many contacts of a channel the planning tool expects in an hour. It knows no clock changes: each day has the hours
/// from 0 to 23.
struct ForecastHour: SheetRecord {
    enum Column: String, CaseIterable {
        case day = "Date"
        case interval = "Interval"
        case channel = "Channel"
        case volume = "Fcst Vol"
    }

    /// The local day and hour as the tool names them.
    let day: CivilDate
    let hour: Int
    let channel: Channel
    /// In hundredths.
    var volume: Int
    var marks = SheetMarks<Column>()

    func cell(_ column: Column) -> String {
        switch column {
        case .day: britishDate(day)
        case .interval: "\(padded(hour, 2)):00"
        case .channel: channel == .emergency ? "999" : channel == .nonEmergency ? "101" : "CHAT"
        case .volume: "\(volume / 100).\(padded(volume % 100, 2))"
        }
    }

    /// The instant at which the hour begins; where the clock shows it twice, the first.
    var begins: Int {
        let time = UKClock.utc(day, hour * 3600)
        return UKClock.changes(on: day) && UKClock.isSummer(time - 3600) && !UKClock.isSummer(time) && hour == 1
            ? time - 3600 : time
    }
}
