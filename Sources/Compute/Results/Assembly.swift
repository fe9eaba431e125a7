import Definitions
import Expressions
import Tables

/// Tallies put together to lines of results, in the order of figures, statistics, kinds of period, periods, members.
struct Assembly {
    static let totalKinds: [PeriodKind] = [.week, .month, .quarter, .financialYear, .rollingTwelveMonths]
    static let memberKinds: [PeriodKind] = [.month, .financialYear, .rollingTwelveMonths]
    /// 168 members: months would be small numbers only.
    static let hourKinds: [PeriodKind] = [.financialYear, .rollingTwelveMonths]

    let engine: Engine
    let plans: [FigurePlan]
    let spaces: [Space]
    let tallies: [SpaceTally]
    private let coverages: [String: Coverage]

    init(engine: Engine, plans: [FigurePlan], spaces: [Space], tallies: [SpaceTally]) {
        self.engine = engine
        self.plans = plans
        self.spaces = spaces
        self.tallies = tallies
        var coverages: [String: Coverage] = [:]
        for table in engine.input.tables {
            let time = engine.input.definition.schemas.first { $0.name == table.name }?.time ?? ""
            coverages[table.name] = Coverage(table, time: time, zone: engine.input.zone)
        }
        self.coverages = coverages
    }

    /// What the accepted rows behind a table span.
    func coverage(of table: String) -> Coverage {
        engine.input.definition.rootSchema(of: table).flatMap { coverages[$0] }
            ?? Coverage(
                SourceTable(name: "", fields: [], rejected: [], rowFiles: [], rowOffsets: [], files: [], key: []),
                time: "", zone: engine.input.zone)
    }

    func totals(of plan: Int, kinds: [PeriodKind]) -> [FigureRow] {
        let coverage = coverage(of: plans[plan].figure.table)
        guard let first = coverage.days.map({ CivilDate(days: $0.lowerBound) }) else { return [] }
        let periods = kinds.flatMap { spine($0, from: first, asOf: engine.input.asOf, coverage: coverage) }
        return rows(of: plan, by: nil, in: periods)
    }

    func breakdowns(of plan: Int) -> [FigureRow] {
        let coverage = coverage(of: plans[plan].figure.table)
        guard let first = coverage.days.map({ CivilDate(days: $0.lowerBound) }) else { return [] }
        return plans[plan].dimensions.flatMap { dimension in
            let kinds = dimension == "hour_of_week" ? Assembly.hourKinds : Assembly.memberKinds
            let periods = kinds.flatMap { spine($0, from: first, asOf: engine.input.asOf, coverage: coverage) }
            return rows(of: plan, by: dimension, in: periods)
        }
    }

    /// The lines of one figure for the given periods: one per statistic, period and member.
    func rows(of plan: Int, by dimension: String?, in periods: [Period]) -> [FigureRow] {
        let chosen = plans[plan]
        guard let space = spaceIndex(of: plan, dimension),
            let entry = spaces[space].figures.first(where: { $0.plan == plan })
        else { return [] }
        let coverage = coverage(of: chosen.figure.table)
        let members = (0..<chosen.tallyCount).map { tally in
            named(tallies[space].members(ofTally: entry.firstTally + tally), spaces[space])
        }
        var rows: [FigureRow] = []
        for (place, statistic) in chosen.statistics.enumerated() {
            let members = members[chosen.tallied[place]]
            let listed =
                dimension == nil
                ? [(value: Int64(0), name: "all", tally: members.first?.tally)]
                : members.filter { $0.tally?.hasCandidates ?? false }
            for period in periods {
                for member in listed {
                    let maker = RowMaker(
                        plan: chosen, statistic: statistic, engine: engine, coverage: coverage,
                        dimension: dimension ?? "all", member: member.name,
                        hourOfWeek: dimension == "hour_of_week" && member.value != Missing.integer
                            ? Int(member.value) : nil)
                    rows.append(maker.row(member.tally, in: period))
                }
            }
        }
        return rows
    }

    func exclusions(of plan: Int) -> [ExclusionRow] {
        let coverage = coverage(of: plans[plan].figure.table)
        guard let first = coverage.days.map({ CivilDate(days: $0.lowerBound) }) else { return [] }
        let periods = Assembly.totalKinds.flatMap {
            spine($0, from: first, asOf: engine.input.asOf, coverage: coverage)
        }
        return exclusions(of: plan, in: periods, nil)
    }

    /// How many rows each reason left out, in declared order.
    func exclusions(of plan: Int, in periods: [Period], _ member: MemberChoice?) -> [ExclusionRow] {
        let figure = plans[plan].figure
        guard let space = spaceIndex(of: plan, member?.dimension),
            let entry = spaces[space].figures.first(where: { $0.plan == plan })
        else { return [] }
        let members = named(tallies[space].members(ofTally: entry.firstTally), spaces[space])
        let tally = member == nil ? members.first?.tally : members.first { $0.name == member?.member }?.tally
        let coverage = coverage(of: figure.table)
        return periods.flatMap { period in
            let counts = tally?.counts(
                in: period, days: plans[plan].days(of: period, upTo: engine.input.asOf.day), coverage: coverage,
                countsMissing: false)
            return figure.among.exclusions.enumerated().map { order, exclusion in
                ExclusionRow(
                    kpi: figure.id, period: period, reason: exclusion.reason, order: order + 1,
                    count: counts?.excluded(order) ?? 0)
            }
        }
    }

    private func spaceIndex(of plan: Int, _ dimension: String?) -> Int? {
        spaces.firstIndex { space in
            space.dimension == dimension && space.figures.contains { $0.plan == plan }
        }
    }

    /// Members with their names: numbers by number, texts by their bytes, not recorded last.
    private func named(
        _ members: [(member: Int64, tally: MemberTally)], _ space: Space
    ) -> [(value: Int64, name: String, tally: MemberTally?)] {
        let type = space.member?.expression.type ?? .integer
        let all = members.map {
            (value: $0.member, name: engine.memberName($0.member, type), tally: Optional($0.tally))
        }
        guard type.isText else {
            return all.filter { $0.value != Missing.integer } + all.filter { $0.value == Missing.integer }
        }
        return all.sorted { left, right in
            if (left.value == Missing.integer) != (right.value == Missing.integer) {
                return right.value == Missing.integer
            }
            return Array(left.name.utf8).lexicographicallyPrecedes(Array(right.name.utf8))
        }
    }
}

extension Engine {
    /// A member as results print it.
    func memberName(_ value: Int64, _ type: ValueType) -> String {
        if value == Missing.integer { return "(not recorded)" }
        if type.isText { return names.text(of: Int32(value)) }
        switch type {
        case .flag: return value == 1 ? "yes" : "no"
        case .date: return CivilDate(days: Int(value)).description
        case .integer, .number, .duration, .time, .text, .id, .category, .pseudonym, .null: return String(value)
        }
    }
}
