import Definitions
import Expressions
import Statistics
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
    /// By canonical table the periods that its data reach into, the same for all of its figures.
    private let spines: [String: [PeriodKind: [Period]]]
    private let ranks = QuantileRanks()
    private let hours: ElapsedHours
    /// The members of each space as results order them.
    private let groups: [[MemberGroups]]

    init(engine: Engine, plans: [FigurePlan], spaces: [Space], tallies: consuming [SpaceTally]) async throws {
        self.init(
            engine: engine, plans: plans, spaces: spaces,
            tallies: try await packed(tallies, jobs: engine.input.jobs), coverages: Compute.coverages(of: engine.input))
    }

    /// Of tallies that are packed; `coverages` are those of all tables with their rows.
    init(
        engine: Engine, plans: [FigurePlan], spaces: [Space], tallies: [SpaceTally], coverages: [String: Coverage]
    ) {
        self.engine = engine
        self.plans = plans
        self.spaces = spaces
        self.tallies = tallies
        groups = zip(spaces, self.tallies).map { space, tally in
            let type = space.member?.expression.type ?? .integer
            return tally.members { engine.memberName($0, type) }.ordered(type, by: \.member, named: \.name)
        }
        self.coverages = coverages
        spines = coverages.mapValues { coverage in
            guard let first = coverage.days.map({ CivilDate(days: $0.lowerBound) }) else { return [:] }
            let pairs = Assembly.totalKinds.map {
                ($0, spine($0, from: first, asOf: engine.input.asOf, coverage: coverage))
            }
            return Dictionary(uniqueKeysWithValues: pairs)
        }
        let asOf = engine.input.asOf.day.days
        let first = plans.contains(where: \.countsHours) ? coverages.values.compactMap(\.days?.lowerBound).min() : nil
        hours = ElapsedHours(engine.input.zone, in: first.flatMap { $0 <= asOf ? $0...asOf : nil })
    }

    /// What the accepted rows behind a table span.
    func coverage(of table: String) -> Coverage {
        engine.input.definition.rootSchema(of: table).flatMap { coverages[$0] }
            ?? Coverage(
                SourceTable(name: "", fields: [], rejected: [], rowFiles: [], rowOffsets: [], files: [], key: []),
                time: "", zone: engine.input.zone)
    }

    /// Every period that a figure is given for, as far as its data reach, of totals or of a dimension's members.
    func periods(of plan: Int, by dimension: String?) -> [Period] {
        let spine = engine.input.definition.rootSchema(of: plans[plan].figure.table).flatMap { spines[$0] }
        let kinds =
            dimension == nil
            ? Assembly.totalKinds : dimension == "hour_of_week" ? Assembly.hourKinds : Assembly.memberKinds
        return kinds.flatMap { spine?[$0] ?? [] }
    }

    func totals(of plan: Int) -> [FigureRow] {
        rows(of: plan, by: nil, in: periods(of: plan, by: nil))
    }

    func breakdown(of plan: Int, by dimension: String) -> [FigureRow] {
        rows(of: plan, by: dimension, in: periods(of: plan, by: dimension))
    }

    /// The lines of one figure for the given periods: one per statistic, period and member. Where an excluded period of
    /// the force concerns one, also what it would be with the rows that are left out.
    func rows(of plan: Int, by dimension: String?, in periods: [Period]) -> [FigureRow] {
        let rows = ownRows(of: plan, by: dimension, in: periods)
        guard let twin = plans[plan].twin else { return rows }
        let touched = periods.filter { period in plans[plan].calendar.excluded.contains { $0.overlaps(period) } }
        return rows.including(ownRows(of: twin, by: dimension, in: touched))
    }

    private func ownRows(of plan: Int, by dimension: String?, in periods: [Period]) -> [FigureRow] {
        let chosen = plans[plan]
        switch chosen.figure.measure {
        case .difference(let own, let other):
            return differences(of: own, minus: other, as: plan, by: dimension, in: periods)
        case .ratioOf(let top, let bottom):
            return ratios(of: top, by: bottom, as: plan, by: dimension, in: periods)
        case .mix: return mixes(of: plan, by: dimension, in: periods)
        case .count, .countPerHour, .share, .mean, .sum, .quantiles, .bands, .per, .survival: break
        }
        let members = members(of: plan, by: dimension)
        let boundary = chosen.place { if case .boundary = $0 { true } else { false } }
        let unended = chosen.place { if case .unended = $0 { true } else { false } }
        let maturity = chosen.place(where: \.isMaturity)
        var makers: [[LineMaker]] = []
        for (place, tallied) in chosen.tallied.enumerated() where members.indices.contains(tallied) {
            let reported = members[tallied].indices.filter {
                isReported(members[tallied][$0], by: dimension)
            }
            let facts = facts(of: plan, chosen.statistics[place], by: dimension)
            makers.append(
                reported.map { order in
                    let tallies = LineTallies(
                        own: members[tallied][order].tally, boundary: boundary.flatMap { members[$0][order].tally },
                        unended: unended.flatMap { members[$0][order].tally },
                        maturity: maturity.flatMap { members[$0][order].tally })
                    return LineMaker(RowMaker(facts, members[tallied][order]), tallies)
                })
        }
        // Period by period, so that the distributions of one serve all statistics and then make room for the next.
        var rows = makers.map { _ in [FigureRow]() }
        for place in rows.indices { rows[place].reserveCapacity(makers[place].count * periods.count) }
        for period in periods {
            for place in makers.indices {
                for maker in makers[place] { rows[place].append(maker.row(in: period)) }
            }
        }
        return rows.count == 1 ? rows[0] : rows.flatMap { $0 }
    }

    /// The total stands in every period, whatever its rows; a member does when some accepted row has it.
    func isReported(_ member: Member, by dimension: String?) -> Bool {
        dimension == nil || member.tally?.hasCandidates ?? true
    }

    func facts(of plan: Int, _ statistic: FigurePlan.Statistic, by dimension: String?) -> LineFacts {
        LineFacts(
            plans[plan], statistic, by: dimension, engine: engine, coverage: coverage(of: plans[plan].figure.table),
            ranks: ranks, hours: hours)
    }

    /// What rows are counted by in a dimension: one member, or all of them; without any row there is no tally.
    typealias Member = (value: Int64, name: String, tally: MemberTally?)

    /// The members of a dimension, or everything, by the figure's tallies: the same in the same order for each.
    func members(of plan: Int, by dimension: String?) -> [[Member]] {
        guard let space = spaceIndex(of: plan, dimension),
            let entry = spaces[space].figures.first(where: { $0.plan == plan })
        else { return [] }
        return plans[plan].tallies(by: dimension).indices.map { tally in
            let tallied = tallies[space].tallies[entry.firstTally + tally]
            if dimension == nil {
                return [(value: 0, name: "all", tally: groups[space].first.map { MemberTally(tallied, $0) })]
            }
            return groups[space].map { (value: $0.member, name: $0.name, tally: MemberTally(tallied, $0)) }
        }
    }

    func exclusions(of plan: Int) -> [ExclusionRow] {
        exclusions(of: plan, in: periods(of: plan, by: nil), nil)
    }

    /// How many rows each reason left out, in declared order. A difference leaves none out itself: its two sides have
    /// lines of their own.
    func exclusions(of plan: Int, in periods: [Period], _ member: MemberChoice?) -> [ExclusionRow] {
        let figure = plans[plan].figure
        guard let members = members(of: plan, by: member?.dimension).first else { return [] }
        let tally = member == nil ? members.first?.tally : members.first { $0.name == member?.member }?.tally
        let coverage = coverage(of: figure.table)
        var rows: [ExclusionRow] = []
        rows.reserveCapacity(periods.count * figure.among.exclusions.count)
        for period in periods {
            let counts = tally?.counts(
                in: period, days: plans[plan].days(of: period, upTo: engine.input.asOf.day), coverage: coverage,
                countsMissing: false)
            for (order, exclusion) in figure.among.exclusions.enumerated() {
                rows.append(
                    ExclusionRow(
                        kpi: figure.id, period: period, reason: exclusion.reason, order: order + 1,
                        count: counts?.excluded(order) ?? 0))
            }
        }
        return rows
    }

    func spaceIndex(of plan: Int, _ dimension: String?) -> Int? {
        spaces.firstIndex { space in
            space.dimension == dimension && space.figures.contains { $0.plan == plan }
        }
    }
}

extension Array {
    /// Members as results order them: numbers by number, texts by their bytes, not recorded last.
    func ordered(_ type: ValueType, by value: (Element) -> Int64, named name: (Element) -> String) -> [Element] {
        let recorded = filter { value($0) != Missing.integer }.sorted { left, right in
            type.isText
                ? name(left).utf8.lexicographicallyPrecedes(name(right).utf8)
                : value(left) < value(right)
        }
        return recorded + filter { value($0) == Missing.integer }
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
