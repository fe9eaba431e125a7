/// One recorded crime as its system knows it. Times are UTC seconds; nothing stands for "not recorded".
struct Crime {
    let system: CrimeSystem
    let id: String
    /// The log that it was recorded from.
    var logID: LogID?
    /// The log can be read: it is in the exports.
    var isLogKnown = true
    var reported: Int?
    var recorded: Int
    var offence: Offence
    var place: Log.Place
    /// The collar number of the officer in the case.
    var officer: String
    var isDomestic: Bool?
    var isHate: Bool?
    var isFraud: Bool?
    var victim = Victim()
    var investigation = Investigation()
    var transferred: Int?
    var cancellation: Cancellation?
    var withdrawal: Withdrawal?
    var closing = ClosingNotes()
    /// In the order in which they were entered.
    var outcomes: [OutcomeEntry] = []
    var events: [CrimeEvent] = []
    var summary = ""

    /// A second record of the crime, which brings no entries of its own.
    var isCopy = false
    /// Filed although no outcome is known, or live although one is.
    var statusFault: CrimeStatus?
    /// Belongs to a story that no planted fault may disturb.
    var isStory = false
    var spoiled: [CrimeColumn: String] = [:]
    /// The summary is written without quotes whatever it holds.
    var isBare = false
    var fate = Row.Fate.accepted
    var presence = Presence.always

    enum Presence { case always, deletedLastNight, deletedNextNight, correctedNextNight }

    /// What a planted fault may touch without changing anything else.
    var isPlain: Bool {
        !isStory && fate == .accepted && presence == .always && spoiled.isEmpty && transferred == nil
            && cancellation == nil && isFraud != true && statusFault == nil
    }

    /// As the newest row of its history has it.
    var outcome: OutcomeEntry? { outcomes.last }

    /// As the next night has it: the report came a day earlier than was first written down.
    var corrected: Crime {
        var crime = self
        crime.reported = reported.map { $0 - 93_600 }
        return crime
    }

    var status: CrimeStatus {
        if let statusFault { return statusFault }
        if transferred != nil { return .transferred }
        if cancellation != nil { return .cancelled }
        return (outcome?.code ?? "0") == "0" ? .open : .closed
    }
}

extension Crime {
    /// Who the victim is, and what the Victims' Code asks for.
    struct Victim {
        var type: VictimType?
        var ethnicity: Ethnicity?
        var sex: Sex?
        var age: AgeBand?
        var isEnhanced: Bool?
        var acknowledged: Int?
        var isExempt: Bool?
        var needsAssessed: Int?
        var referred: Int?
        var consents: Bool?
        /// How often the victim wants to hear, in days.
        var updateDays: Int?
    }

    /// Who was to find out, and how.
    struct Investigation {
        /// No: screened out.
        var isRequired: Bool?
        var requiredSkill: Skill?
        var allocatedSkill: Skill?
        var allocated: Int?
        var plan: Int?
        var closingReview: Int?
    }

    /// The crime is no crime after all.
    struct Cancellation {
        var time: Int
        var reason: String
        var isApproved: Bool?
    }

    /// The victim no longer wants the police to act.
    struct Withdrawal {
        var time: Int?
        var reason: String?
        var record: WithdrawalRecord?
    }

    /// What the officer writes when the case is filed.
    struct ClosingNotes {
        var linesComplete: Bool?
        var evidenceLed: Bool?
        var rationale: Bool?
        var orderConsidered: Bool?
        var victimView: VictimView?
    }

    /// One row of the outcome history.
    struct OutcomeEntry {
        var code: String
        var time: Int
        var entered: Int
        /// A label that the mapping does not know, and a time that cannot be read.
        var label: String?
        var spoiledTime: String?
        var fate = Row.Fate.accepted
    }

    /// A dated entry.
    struct CrimeEvent {
        var type: CrimeEventType
        var time: Int
        var decision: Int?
        var officer = ""
        var person = ""
        /// A label that the mapping does not know, and a time that cannot be read.
        var label: String?
        var spoiledTime: String?
        var fate = Row.Fate.accepted
    }
}

typealias CrimeEvent = Crime.CrimeEvent
