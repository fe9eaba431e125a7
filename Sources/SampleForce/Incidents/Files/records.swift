import Tables

extension Log {
    /// The record of the log, without its line end.
    var record: String {
        var text = ""
        for column in LogColumn.allCases {
            if column != .date { text += "," }
            let cell = spoiled[column] ?? self.cell(column)
            text += column == .summary && isBare ? cell : quoted(cell)
        }
        return text
    }

    private func cell(_ column: LogColumn) -> String {
        switch column {
        case .date: britishDate(day)
        case .number: "\(number)"
        case .callRef: callRef ?? ""
        case .origin: origin.rawValue
        case .received: stamp(received)
        case .created: stamp(created)
        case .thrive: thrive.map { clockText(UKClock.local($0).second) } ?? ""
        case .grade: "G\(grade)"
        case .finalGrade: "G\(finalGrade)"
        case .code: code.name
        case .area: place.area.rawValue
        case .beat: place.beat
        case .team: place.team
        case .rurality: place.isRural.map { $0 ? "R" : "U" } ?? ""
        case .mustAttend: flag(mustAttend)
        case .attended: flag(attended)
        case .vulnerabilityAsked: flag(questions.vulnerabilityAsked)
        case .vulnerable: flag(questions.isVulnerable)
        case .repeatCheck: flag(questions.repeatChecked)
        case .repeatVictim: flag(questions.isRepeatVictim)
        case .prevention: flag(questions.prevention)
        case .preservation: flag(questions.preservation)
        case .domestic: flag(isDomestic)
        case .armed: flag(isArmed)
        case .bodyVideo: flag(bodyVideo)
        case .dash: dash?.rawValue ?? ""
        case .delay: delay?.rawValue ?? ""
        case .appointmentStart: minute(appointment?.lowerBound)
        case .appointmentEnd: minute(appointment?.upperBound)
        case .examinerRequested: stamp(examinerRequested)
        case .examinerArrived: stamp(examinerArrived)
        case .armedAuthorised: stamp(armedAuthorised)
        case .remote: flag(isRemote)
        case .status: status.rawValue
        case .callerCancelled: stamp(callerCancelled)
        case .closed: stamp(closed)
        case .reopened: stamp(reopened)
        case .duplicateDate: duplicateOf.map { britishDate($0.day) } ?? ""
        case .duplicateNumber: duplicateOf.map { "\($0.number)" } ?? ""
        case .noCrime: ""
        case .closingCodes: closingCodes
        case .crimes: crimes.map(\.id).joined(separator: ";")
        case .summary: summary
        }
    }
}

/// A unit's record.
func record(_ visit: Log.Visit, of id: LogID) -> String {
    "\(britishDate(id.day)),\(id.number),\(visit.callsign),\(visit.label ?? visit.type.rawValue),"
        + "\(stamp(visit.assigned)),\(stamp(visit.mobile)),\(stamp(visit.arrived)),\(stamp(visit.cleared))"
}

/// A regrade's record.
func record(_ regrade: Log.Regrade, of id: LogID) -> String {
    "\(britishDate(id.day)),\(id.number),\(stamp(regrade.time)),G\(regrade.from),G\(regrade.to),\(regrade.reason)"
}

/// An entry's record.
func record(_ entry: Log.Entry, of id: LogID) -> String {
    "\(britishDate(id.day))|\(id.number)|\(stamp(entry.time))|\(entry.kind.rawValue)|C\(padded(entry.time % 97, 3))"
}

private func stamp(_ time: Int?) -> String { time.map { britishStamp(UKClock.local($0)) } ?? "" }

private func minute(_ time: Int?) -> String { String(stamp(time).dropLast(3)) }

private func flag(_ flag: Bool?) -> String { flag.map { $0 ? "Y" : "N" } ?? "" }

/// A cell of a comma-separated export with the quotes that it needs.
func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
}
