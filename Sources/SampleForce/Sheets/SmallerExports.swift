/// The exports of the smaller systems: suspects, wanted people, digital forensics, registered offenders, enforcement,
/// agents' states and forecasts. None of them takes a random number from the streams of the others.
struct SmallerExports {
    private let seed: SplitMix64
    private let scale: Int
    private let isClean: Bool
    private var suspects: SuspectPlan
    private var exhibits = ExhibitPlan()
    private var offered = OfferedHours()
    private(set) var figures = Figures()
    private(set) var rules = TableRules()
    private(set) var files: [FileTruth] = []
    /// The night after: the files of its export of suspects with the older ones as they stand then, and September.
    private(set) var nextFiles: [FileTruth] = []
    private(set) var nextFigures = Figures()

    init(seed: SplitMix64, scale: Int, isClean: Bool) {
        self.seed = seed
        self.scale = scale
        self.isClean = isClean
        suspects = SuspectPlan(scale: scale, seed: seed)
    }

    mutating func note(_ crimes: CrimeMonth) {
        suspects.note(crimes)
        exhibits.note(crimes)
    }

    mutating func note(_ contacts: [Call]) { offered.note(contacts) }

    mutating func write(_ tree: Tree) throws {
        let suspects = try SuspectExports(self.suspects.suspects, isClean: isClean, seed: seed, tree: tree)
        let wanted = try WantedExport(scale: scale, isClean: isClean, seed: seed, tree: tree)
        var random = seed.stream("exhibits")
        let exhibits = try ExhibitExport(
            self.exhibits.exhibits(scale: scale, &random), isClean: isClean, seed: seed, tree: tree)
        let offenders = try OffenderExports(scale: scale, isClean: isClean, seed: seed, tree: tree)
        let cases = try EnforcementExport(scale: scale, isClean: isClean, seed: seed, tree: tree)
        let states = try AgentStateExports(scale: scale, isClean: isClean, seed: seed, tree: tree)
        let forecast = try ForecastExports(offered, scale: scale, isClean: isClean, seed: seed, tree: tree)
        files =
            suspects.files + [wanted.file, exhibits.file] + offenders.files + [cases.file] + states.files
            + forecast.files
        for part in [
            suspects.figures, wanted.figures, exhibits.figures, offenders.figures, cases.figures, states.figures,
            forecast.figures,
        ] { figures.merge(part) }
        rules.merge(suspects.rules)
        rules.merge(exhibits.rules)
        nextFiles = suspects.nextFiles
        nextFigures = suspects.nextFigures
    }

    static let arcs = [
        HighRiskPursuit.arc, WarrantTeam.arc, DailyCheck.arc, Bench.arc, OverdueVisits.arc, EnforcementPlan.arc,
        BusyEvenings.arc, ForecastPlan.arc, OtherForces.arc,
    ]
}
