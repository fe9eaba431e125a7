import Tables

/// The calendar of bank holidays that a force's working days follow: the one it names, or that of England and Wales.
func buildHolidays(_ drafts: [Drafts.Owned], chosen: YamlValue?, findings: Findings) -> HolidayCalendar {
    var calendars: [HolidayCalendar] = []
    for draft in drafts {
        guard let name = draft.fields.requiredText("calendar") else { continue }
        if calendars.contains(where: { $0.name == name }) {
            findings.error(
                .duplicateName, "there are two calendars named \(quoted(name))", at: draft.fields["calendar"]?.location,
                help: "give a calendar of the force another name, and name it under `calendar` of pipeline.yaml")
        } else {
            calendars.append(readHolidays(draft.fields, name: name, findings: findings))
        }
    }
    guard let chosen else {
        return calendars.first { $0.name == HolidayCalendar.defaultName } ?? HolidayCalendar()
    }
    if let found = calendars.first(where: { $0.name == chosen.text }) { return found }
    findings.error(
        .holidays, "there is no calendar \(quoted(chosen.text ?? chosen.shape)) of bank holidays", at: chosen.location,
        help: suggestion(chosen.text ?? "", calendars.map(\.name)))
    return HolidayCalendar()
}

extension HolidayCalendar {
    /// What a force follows that names no calendar.
    fileprivate static let defaultName = "england-and-wales"
}

private func readHolidays(_ fields: Fields, name: String, findings: Findings) -> HolidayCalendar {
    let authority = fields.requiredText("authority")
    let first = fields.required("from").flatMap { _ in fields.date("from") }
    let last = fields.required("to").flatMap { _ in fields.date("to") }
    var covers: ClosedRange<CivilDate>?
    if let first, let last {
        if first <= last {
            covers = first...last
        } else {
            findings.error(.holidays, "`to` must not be before `from`", at: fields["to"]?.location)
        }
    }
    var days: [CivilDate] = []
    if fields.required("holidays") != nil {
        for value in fields.list("holidays") {
            guard let day = readDay(value, after: days.last, covers: covers, findings: findings) else { continue }
            days.append(day)
        }
    }
    return HolidayCalendar(name: name, covers: covers, holidays: days, authority: authority ?? "")
}

/// One day of a rising list; nothing, with the fault, when it cannot stand there.
private func readDay(
    _ value: YamlValue, after last: CivilDate?, covers: ClosedRange<CivilDate>?, findings: Findings
) -> CivilDate? {
    guard let text = value.text, let day = CivilDate(text) else {
        findings.error(
            .badValue, "a holiday is \(value.text.map(quoted) ?? value.shape), but must be a day such as 2026-12-25",
            at: value.location)
        return nil
    }
    if let last, day <= last {
        findings.error(
            .holidays, day == last ? "\(day) is listed twice" : "\(day) is listed after \(last)", at: value.location,
            help: day == last ? "keep it once" : "list the days in their order")
        return nil
    }
    if let covers, !covers.contains(day) {
        findings.error(
            .holidays,
            "\(day) is not one of the days from \(covers.lowerBound) to \(covers.upperBound) that the "
                + "calendar covers", at: value.location, help: "change `from` or `to`, or take the day out")
        return nil
    }
    if day.weekday >= 5 {
        findings.warning(
            .holidays, "\(day) is a \(day.weekday == 5 ? "Saturday" : "Sunday"), which is no working day anyway",
            at: value.location, help: "list the day that is kept instead, if there is one")
    }
    return day
}
