/// The columns of both exports of crimes, in order, with the old system's header and the new one's.
enum CrimeColumn: Int, CaseIterable {
    case id, log, reported, recorded, code, group, subgroup, area, team, officer, domestic, hate, fraud
    case victimType, ethnicity, sex, age, enhanced, required, requiredSkill, allocatedSkill, allocated, plan
    case closingReview, linesComplete, status, outcome, outcomeTime, cancelled, cancelReason, approved
    case acknowledged, exempt, needs, referred, consents, updateDays, withdrawn, withdrawalReason, withdrawalRecord
    case evidenceLed, rationale, order, view, summary

    static let connect = [
        "Crime No", "Log Ref", "Date Reported", "Date Recorded", "HO Code", "HO Class", "HO Sub Class", "District",
        "Team",
        "OIC", "DA Flag", "Hate Flag", "Fraud Flag", "Victim Type", "Self Def Eth", "Victim Sex", "Victim Age",
        "Enh Rights", "Inv Req", "Skill Req", "Skill Alloc", "Date Allocated", "Plan Date", "Closing Review",
        "LOE Complete", "Status", "Outcome", "Outcome Date", "Cancelled Date", "Cancel Code", "FCR Approved",
        "Letter Date", "Letter Exempt", "VNA Date", "Referral Date", "Referral Consent", "Update Days",
        "Withdrawal Date", "Withdrawal Reason", "Withdrawal Record", "ELP Considered", "ELP Rationale",
        "Order Considered", "OOCD View", "MO",
    ]
    static let niche = [
        "OccurrenceNo", "CadRef", "ReportedTime", "RecordedTime", "OffenceCode", "OffenceGroup", "OffenceSubgroup",
        "BCU", "Unit", "OIC", "DomesticAbuse", "HateCrime", "FraudCMA", "VictimType", "VictimEthnicity", "VictimSex",
        "VictimAgeBand", "EnhancedEntitlement", "InvestigationRequired", "SkillRequired", "SkillAllocated",
        "AllocatedTime", "PlanTime", "ClosureReviewTime", "LinesOfEnquiryComplete", "State", "Outcome", "OutcomeTime",
        "CancelledTime", "CancelReason", "FCRApproved", "AckTime", "AckExempt", "NeedsAssessmentTime", "ReferralTime",
        "ReferralConsent", "UpdateFrequencyDays", "WithdrawalTime", "WithdrawalReason", "WithdrawalRecord",
        "EvidenceLedConsidered", "EvidenceLedRationale", "OrderConsidered", "OOCDVictimView", "Summary",
    ]
}
