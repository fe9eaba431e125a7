import Tables

extension Crime {
    /// The record of the crime, without its line end.
    var record: String {
        var text = ""
        for column in CrimeColumn.allCases {
            if column != .id { text += "," }
            let cell = spoiled[column] ?? self.cell(column)
            text += column == .summary && isBare ? cell : quoted(cell)
        }
        return text
    }

    private func cell(_ column: CrimeColumn) -> String {
        switch column {
        case .id: id
        case .log: logID.map { "\(britishDate($0.day))-\($0.number)" } ?? ""
        case .reported: system.stamp(reported)
        case .recorded: system.stamp(recorded)
        case .code: offence.code
        case .group: offence.group
        case .subgroup: offence.subgroup
        case .area: place.area.rawValue
        case .team: place.team
        case .officer: officer
        case .domestic: system.flag(isDomestic)
        case .hate: system.flag(isHate)
        case .fraud: system.flag(isFraud)
        case .victimType, .ethnicity, .sex, .age, .enhanced, .acknowledged, .exempt, .needs, .referred, .consents,
            .updateDays:
            victimCell(column)
        case .required, .requiredSkill, .allocatedSkill, .allocated, .plan, .closingReview: investigationCell(column)
        case .status: status.label(system)
        case .outcome: outcomeCell
        case .outcomeTime: outcome.map { $0.code == "0" ? "" : system.stamp($0.time) } ?? ""
        case .cancelled: system.stamp(cancellation?.time)
        case .cancelReason: cancellation?.reason ?? ""
        case .approved: system.flag(cancellation?.isApproved)
        case .withdrawn: system.stamp(withdrawal?.time)
        case .withdrawalReason: withdrawal?.reason ?? ""
        case .withdrawalRecord: withdrawal?.record?.label(system) ?? ""
        case .linesComplete: system.flag(closing.linesComplete)
        case .evidenceLed: system.flag(closing.evidenceLed)
        case .rationale: system.flag(closing.rationale)
        case .order: system.flag(closing.orderConsidered)
        case .view: closing.victimView?.label(system) ?? ""
        case .summary: summary
        }
    }

    private var outcomeCell: String {
        guard let outcome else { return system == .connect && status == .open ? "0" : "" }
        return OutcomeCode.label(outcome.code, system)
    }

    private func victimCell(_ column: CrimeColumn) -> String {
        switch column {
        case .victimType: victim.type?.label(system) ?? ""
        case .ethnicity: victim.ethnicity?.label(system) ?? ""
        case .sex: victim.sex?.label(system) ?? ""
        case .age: victim.age?.label(system) ?? ""
        case .enhanced: system.flag(victim.isEnhanced)
        case .acknowledged: system.dayStamp(victim.acknowledged)
        case .exempt: system.flag(victim.isExempt)
        case .needs: system.dayStamp(victim.needsAssessed)
        case .referred: system.stamp(victim.referred)
        case .consents: system.flag(victim.consents)
        default: victim.updateDays.map { "\($0)" } ?? ""
        }
    }

    private func investigationCell(_ column: CrimeColumn) -> String {
        switch column {
        case .required: system.flag(investigation.isRequired)
        case .requiredSkill: investigation.requiredSkill?.label(system) ?? ""
        case .allocatedSkill: investigation.allocatedSkill?.label(system) ?? ""
        case .allocated: system.stamp(investigation.allocated)
        case .plan: system.stamp(investigation.plan)
        default: system.stamp(investigation.closingReview)
        }
    }

    /// The record of an entry.
    func record(_ event: CrimeEvent) -> String {
        let mark = system == .connect ? "|" : ";"
        return [
            id, event.spoiledTime ?? system.stamp(event.time), event.label ?? event.type.label(system),
            system.stamp(event.decision), event.officer, event.person,
        ].joined(separator: mark)
    }

    /// The record of an outcome; a later one supersedes it.
    func record(_ outcome: OutcomeEntry, isSuperseded: Bool) -> String {
        func stamp(_ time: Int) -> String { britishStamp(UKClock.local(time)) }
        return [
            system == .connect ? "C" : "N", id, outcome.label ?? OutcomeCode.label(outcome.code, system),
            outcome.spoiledTime ?? stamp(outcome.time), stamp(outcome.entered), isSuperseded ? "Y" : "N",
        ].joined(separator: "\t")
    }
}
