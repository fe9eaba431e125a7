import Tables

/// One incident log as the control room knows it. Times are UTC seconds; nothing stands for "not recorded".
struct Log {
    /// The local day of creation and the number on that day: together the log's identifier.
    var day: CivilDate
    var number: Int
    var origin: Origin
    /// The identifier of the segment or contact that opened it.
    var callRef: String?
    var received: Int?
    var created: Int
    var thrive: Int?
    var grade: Grade
    var finalGrade: Grade
    var code: OpeningCode
    var place: Place
    var mustAttend: Bool?
    var attended: Bool?
    /// When somebody was there, whether or not the export says it.
    var arrival: Int?
    var questions = Questions()
    var isDomestic = false
    var isArmed = false
    var bodyVideo: Bool?
    var dash: DASH?
    var delay: DelayReason?
    var appointment: ClosedRange<Int>?
    var examinerRequested: Int?
    var examinerArrived: Int?
    var armedAuthorised: Int?
    var isRemote: Bool?
    var status = Status.closed
    var callerCancelled: Int?
    var closed: Int?
    var reopened: Int?
    var duplicateOf: LogID?
    /// As typed, separated by semicolons.
    var closingCodes = ""
    var crimes: [CrimeLink] = []
    var summary = ""
    var visits: [Visit] = []
    var regrades: [Regrade] = []
    var entries: [Entry] = []

    /// Under the rate in ten-thousandths: somebody is there in time.
    var luck = 0
    /// The logs that repeat this one, by place in the month.
    var copies: [Int] = []
    /// Belongs to a story that no planted fault may disturb.
    var isStory = false
    /// Cells that a planted fault spoiled, and those written without quotes whatever they hold.
    var spoiled: [LogColumn: String] = [:]
    var isBare = false
    var fate = Row.Fate.accepted
    /// Deleted from the system before the newer export, or typed in after the first night.
    var presence = Presence.always

    var id: LogID { LogID(day: day, number: number) }

    /// What a planted fault may touch without changing anything else.
    var isPlain: Bool {
        !isStory && fate == .accepted && status == .closed && copies.isEmpty && duplicateOf == nil
            && presence == .always && spoiled.isEmpty && reopened == nil && callerCancelled == nil
    }

    enum Presence { case always, deletedBeforeLastExport, typedInNextNight, deletedNextNight }
}

/// Log numbers start again every day.
struct LogID: Hashable {
    let day: CivilDate
    let number: Int

    /// A number that no log has.
    static let nowhere = 99_999
}

extension Log {
    /// A unit sent to the log.
    struct Visit {
        var callsign: String
        var type: UnitType
        var assigned: Int?
        var mobile: Int?
        var arrived: Int?
        var cleared: Int?
        /// The type as a planted fault wrote it.
        var label: String?
        var fate = Row.Fate.accepted
    }

    /// A change of the grade.
    struct Regrade {
        var time: Int
        var from: Grade
        var to: Grade
        var reason: String
        var fate = Row.Fate.accepted
    }

    /// A dated entry.
    struct Entry {
        var time: Int
        var kind: EntryKind
        var fate = Row.Fate.accepted
    }

    /// What the handler asked and advised; nothing where no answer was recorded.
    struct Questions {
        var vulnerabilityAsked: Bool?
        var isVulnerable: Bool?
        var repeatChecked: Bool?
        var isRepeatVictim: Bool?
        var prevention: Bool?
        var preservation: Bool?
    }

    /// Where it happened and who covers it.
    struct Place {
        var area: Area
        var beat: String
        var team: String
        var isRural: Bool?
    }
}
