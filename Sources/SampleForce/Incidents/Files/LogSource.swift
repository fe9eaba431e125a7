/// The four exports of the command-and-control system.
enum LogSource: String, CaseIterable {
    case logs = "cad_logs"
    case units = "cad_units"
    case grades = "cad_grades"
    case entries = "cad_entries"

    var format: ExportFormat {
        switch self {
        case .logs:
            ExportFormat(
                source: rawValue, folder: "incidents", stem: rawValue,
                titles: ["Loamshire Police - Command and Control - Logs", ""],
                headers: LogColumn.allCases.map(\.rawValue), hasGrandTotal: true)
        case .units:
            format([
                "Log Date", "Log No", "Callsign", "Unit Type", "Assigned", "Mobile", "At Scene", "Clear",
            ])
        case .grades: format(["Log Date", "Log No", "Changed", "From Grade", "To Grade", "Reason"])
        case .entries:
            ExportFormat(
                source: rawValue, folder: "incidents", stem: rawValue,
                headers: ["Log Date", "Log No", "Entered", "Entry Type", "Entered By"], delimiter: "|",
                encoding: .utf8)
        }
    }

    private func format(_ headers: [String]) -> ExportFormat {
        ExportFormat(source: rawValue, folder: "incidents", stem: rawValue, headers: headers)
    }
}

/// The columns of the export of logs, in order, by header.
enum LogColumn: String, CaseIterable {
    case date = "Log Date"
    case number = "Log No"
    case callRef = "Call Ref"
    case origin = "Source"
    case received = "Call Received"
    case created = "Created"
    case thrive = "THRIVE"
    case grade = "Init Grade"
    case finalGrade = "Final Grade"
    case code = "Opening Code"
    case area = "BCU"
    case beat = "Beat"
    case team = "Team"
    case rurality = "Urb/Rur"
    case mustAttend = "Att Req"
    case attended = "Attended"
    case vulnerabilityAsked = "Vuln Asked"
    case vulnerable = "Vulnerable"
    case repeatCheck = "Repeat Check"
    case repeatVictim = "Repeat Victim"
    case prevention = "Prevention Advice"
    case preservation = "Scene Advice"
    case domestic = "DA"
    case armed = "Armed"
    case bodyVideo = "BWV"
    case dash = "DASH"
    case delay = "Delay Reason"
    case appointmentStart = "Appt Start"
    case appointmentEnd = "Appt End"
    case examinerRequested = "CSI Requested"
    case examinerArrived = "CSI At Scene"
    case armedAuthorised = "Armed Auth"
    case remote = "Remote Res"
    case status = "Status"
    case callerCancelled = "Caller Cancelled"
    case closed = "Closed"
    case reopened = "Reopened"
    case duplicateDate = "Dup Date"
    case duplicateNumber = "Dup No"
    case noCrime = "No Crime"
    case closingCodes = "Closing Codes"
    case crimes = "Crime Nos"
    case summary = "Summary"
}
