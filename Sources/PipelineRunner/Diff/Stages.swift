import Compute
import RunStore
import Tables

/// The same figures on the way from one run to another: as the older run's own exports and definitions give them now,
/// then with the newer exports, the newer settings and standards, the newer definitions.
struct Stages {
    private let before: PublishedFolder
    private let after: PublishedFolder
    private let own: FigureStandings?
    private let withRows: FigureStandings?
    private let withSettings: FigureStandings?
    private let withDefinitions: FigureStandings?
    let unexplained: [String]

    init(
        from before: PublishedFolder, to after: PublishedFolder, questions: [FigureQuestion],
        recomputation: Recomputation
    ) async throws {
        self.before = before
        self.after = after
        var reasons: [String] = []
        func made(_ result: Result<FigureStandings, Unexplained>) -> FigureStandings? {
            switch result {
            case .success(let found): return found
            case .failure(let trouble):
                if !reasons.contains(trouble.because) { reasons.append(trouble.because) }
                return nil
            }
        }
        let theirs = "the definitions of run \(before.place.run)"
        own = made(
            try await recomputation.standings(
                of: questions, by: before.definitionFiles, of: theirs, exportsOf: before))
        let newRows = made(
            try await recomputation.standings(of: questions, by: before.definitionFiles, of: theirs, exportsOf: after))
        withRows = newRows
        let hasSameSettings = before.hasSettings(of: after)
        let mixed = before.definitionFiles(withSettingsOf: after)
        let newSettings =
            hasSameSettings
            ? newRows
            : made(
                try await recomputation.standings(
                    of: questions, by: mixed,
                    of: "\(theirs) with the settings and standards of run \(after.place.run)", exportsOf: after))
        withSettings = newSettings
        if before.deciding == after.deciding {
            withDefinitions = newRows
        } else if hasSameDefinitions(before, after) {
            withDefinitions = newSettings
        } else {
            withDefinitions = made(
                try await recomputation.standings(
                    of: questions, by: after.definitionFiles, of: "the definitions of run \(after.place.run)",
                    exportsOf: after))
        }
        unexplained = reasons
    }

    /// One figure's way through the stages.
    func movement(of key: KeptFigure.Key) -> ExplainedMovement {
        let start = before.figures[key].map(FigureNumbers.init)
        let end = after.figures[key].map(FigureNumbers.init)
        let question = Period(parsing: key.period).map {
            FigureQuestion(kpi: key.kpi, statistic: key.statistic, period: $0)
        }
        func stage(_ standings: FigureStandings?) -> Known? {
            guard let standings, let question else { return nil }
            return Known(numbers: standings.figures[question]?.row.map(FigureNumbers.init))
        }
        // The same program says the same again, so that what it said need not be made again to be known.
        let first = stage(own) ?? (before.place.program == programVersion ? Known(numbers: start) : nil)
        let last = stage(withDefinitions) ?? (after.place.program == programVersion ? Known(numbers: end) : nil)
        let isAllRows = before.deciding == after.deciding
        let points: [(cause: DiffCause, known: Known?)] = [
            (.program, first), (.rows, stage(withRows) ?? (isAllRows ? last : nil)),
            (.settings, stage(withSettings) ?? (isAllRows ? last : nil)), (.definitions, last),
            (.program, Known(numbers: end)),
        ]
        return ExplainedMovement(
            key: key, before: start, after: end, steps: steps(from: start, through: points, to: end),
            rows: question.flatMap { rowChanges($0) })
    }

    /// What is known of a figure at a stage. One that the definitions there do not have says nothing, which is something
    /// known.
    private struct Known {
        let numbers: FigureNumbers?
    }

    /// Changes between stages that are known; what lies between them is the work of all causes on the way. What the
    /// program has done to the older figures and to the newer is one step, at the end.
    private func steps(
        from start: FigureNumbers?, through points: [(cause: DiffCause, known: Known?)],
        to end: FigureNumbers?
    ) -> [ExplainedMovement.Step] {
        var parts: [(causes: [DiffCause], before: FigureNumbers?, after: FigureNumbers?)] = []
        var known = start
        var causes: [DiffCause] = []
        for point in points {
            if !causes.contains(point.cause) { causes.append(point.cause) }
            guard let here = point.known else { continue }
            parts.append((causes.sorted(), known, here.numbers))
            known = here.numbers
            causes = []
        }
        // The program's part at the older end is put to that at the newer: every later step is moved by it.
        if let first = parts.first, first.causes == [.program], first.before == first.after { parts.removeFirst() }
        guard parts.first?.causes == [.program], let front = parts.first, parts.count > 1 else {
            return parts.map { .init(causes: $0.causes, before: $0.before, after: $0.after) }
        }
        var running = front.before
        var moved: [ExplainedMovement.Step] = []
        for part in parts.dropFirst().dropLast() {
            let next = running.moved(as: part.before, to: part.after)
            moved.append(.init(causes: part.causes, before: running, after: next))
            running = next
        }
        moved.append(.init(causes: parts[parts.count - 1].causes, before: running, after: end))
        return moved
    }

    private func rowChanges(_ question: FigureQuestion) -> ExplainedMovement.RowChanges? {
        guard let old = own?.figures[question], let new = withRows?.figures[question], let older = old.shares,
            let newer = new.shares, let oldKeys = own?.keys[old.table], let newKeys = withRows?.keys[new.table]
        else { return nil }
        var late = ExplainedMovement.RowChange()
        var changed = late
        var removed = late
        let nothing = RowShare(numerator: 0, denominator: 0)
        for key in Set(older.keys).union(newer.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        where older[key] != newer[key] {
            let was = older[key] ?? nothing
            let now = newer[key] ?? nothing
            func add(to change: inout ExplainedMovement.RowChange) {
                change.keys.append(key)
                change.numerator += now.numerator - was.numerator
                change.denominator += now.denominator - was.denominator
            }
            if !oldKeys.contains(key) {
                add(to: &late)
            } else if !newKeys.contains(key) {
                add(to: &removed)
            } else {
                add(to: &changed)
            }
        }
        // Rows that do not add up to the movement would explain another one.
        let denominator = late.denominator + changed.denominator + removed.denominator
        guard denominator == (new.row?.denominator ?? 0) - (old.row?.denominator ?? 0) else { return nil }
        return .init(late: late, changed: changed, removed: removed, isShowable: old.isShowable && new.isShowable)
    }
}

/// Whether two runs differ in settings and standards alone.
private func hasSameDefinitions(_ before: PublishedFolder, _ after: PublishedFolder) -> Bool {
    func others(_ folder: PublishedFolder) -> [String: [UInt8]] {
        folder.deciding.filter { !$0.key.hasSuffix("/settings.yaml") && !$0.key.hasSuffix("/standards.yaml") }
    }
    return others(before) == others(after)
}

extension FigureNumbers? {
    /// This, moved by as much as one number is from another.
    fileprivate func moved(as before: FigureNumbers?, to after: FigureNumbers?) -> FigureNumbers? {
        guard var found = self, let before, let after else { return after }
        if let value = found.value, let from = before.value, let to = after.value { found.value = value + (to - from) }
        if let count = found.numerator, let from = before.numerator, let to = after.numerator {
            found.numerator = count + (to - from)
        }
        if let count = found.denominator, let from = before.denominator, let to = after.denominator {
            found.denominator = count + (to - from)
        }
        found.state = after.state
        found.verdict = after.verdict
        return found
    }
}
