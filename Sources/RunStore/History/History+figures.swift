import GRDB
package import Tables

extension History {
    /// Remembers a published run: the files that it read, and each figure that it says otherwise than was said last.
    /// Gives back how many that were.
    package func keep(_ run: KeptRun, figures: [KeptFigure], attempt: Int64?) throws(Diagnostic) -> Int {
        try writing { try add(run, figures: figures, attempt: attempt, $0).different }
    }

    /// Does as much of `keep` as can be done before the run is published; nobody sees it, and nothing of it stays, until
    /// `confirm`. Gives back what that is to be called with.
    package func prepare(_ run: KeptRun, figures: [KeptFigure], attempt: Int64?) throws(Diagnostic) -> Int64? {
        try having { database in
            try database.beginTransaction(.immediate)
            do {
                return try add(run, figures: figures, attempt: attempt, database).publication
            } catch {
                try? database.rollback()
                throw error
            }
        }
    }

    /// The run that was prepared is published.
    package func confirm(_ publication: Int64?, published: String) throws(Diagnostic) {
        try having { database in
            try database.execute(
                sql: "UPDATE publication SET published = ? WHERE id = ?", arguments: [published, publication])
            try database.commit()
        }
    }

    /// The run that was prepared came to nothing.
    package func withdraw() throws(Diagnostic) {
        try having { database in if database.isInsideTransaction { try database.rollback() } }
    }

    private func having<Value: Sendable>(_ work: (Database) throws -> Value) throws(Diagnostic) -> Value {
        do { return try queue.writeWithoutTransaction(work) } catch { throw History.trouble(error, path) }
    }

    /// Nothing to do where the run is the newest already.
    private func add(_ run: KeptRun, figures: [KeptFigure], attempt: Int64?, _ database: Database) throws
        -> (publication: Int64?, different: Int)
    {
        let newest = try Row.fetchOne(database, sql: "SELECT as_of, run FROM publication ORDER BY id DESC LIMIT 1")
        if let newest, text(newest, 0) == run.asOf, text(newest, 1) == run.run { return (nil, 0) }
        try database.execute(
            sql: "INSERT INTO publication (attempt, published, as_of, run, program) VALUES (?, ?, ?, ?, ?)",
            arguments: [attempt, run.published, run.asOf, run.run, run.program])
        let publication = database.lastInsertedRowID
        try add(run.exports, to: publication, database)
        return (publication, try add(figures, to: publication, asOf: run.asOf, database))
    }

    private func add(_ exports: [KeptRun.Export], to publication: Int64, _ database: Database) throws {
        let insert = try database.makeStatement(sql: "INSERT OR IGNORE INTO export VALUES (?, ?, ?, ?, ?, ?, ?)")
        for export in exports {
            try insert.execute(arguments: [
                publication, export.source, export.file, export.sha256, export.state, export.accepted, export.rejected,
            ])
        }
    }

    private func add(
        _ figures: [KeptFigure], to publication: Int64, asOf: String, _ database: Database
    ) throws -> Int {
        var known = try lastSaid(database)
        var different: [(figure: KeptFigure, replaces: Int64?)] = []
        var seen: Set<KeptFigure.Key> = []
        for figure in figures where seen.insert(figure.key).inserted {
            let last = known.removeValue(forKey: figure.key)
            if let last, last.figure.says(thatOf: figure) { continue }
            different.append((figure, last?.id))
        }
        // A replay of an earlier day does not reach the later periods; what it reaches and does not say is gone.
        let gone = known.values.filter { $0.asOf <= asOf && $0.figure.state != KeptFigure.absent }
        for last in gone.sorted(by: { $0.id < $1.id }) {
            let absent = KeptFigure(
                key: last.figure.key, state: KeptFigure.absent, value: nil, numerator: nil, denominator: nil,
                verdict: "", definition: "")
            different.append((absent, last.id))
        }
        let replace = try database.makeStatement(sql: "UPDATE figure SET is_last = 0 WHERE id = ?")
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO figure
                    (publication, kpi, statistic, period, state, value, numerator, denominator, verdict, definition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for (figure, last) in different {
            if let last { try replace.execute(arguments: [last]) }
            try insert.execute(arguments: [
                publication, figure.key.kpi, figure.key.statistic, figure.key.period, figure.state, figure.value,
                figure.numerator, figure.denominator, figure.verdict, figure.definition,
            ])
        }
        return different.count
    }

    private func lastSaid(_ database: Database) throws
        -> [KeptFigure.Key: (id: Int64, asOf: String, figure: KeptFigure)]
    {
        var found: [KeptFigure.Key: (id: Int64, asOf: String, figure: KeptFigure)] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(History.figureColumns), p.as_of, f.id FROM figure f JOIN publication p ON p.id = f.publication
                WHERE f.is_last = 1
                """)
        while let row = try rows.next() {
            guard let figure = History.figure(row), let id = integer(row, 10) else { continue }
            found[figure.key] = (Int64(id), text(row, 9) ?? "", figure)
        }
        return found
    }

    /// Everything that was said of a KPI, oldest first within each period; of one period only where one is given.
    package func said(of kpi: String, period: String? = nil) throws(Diagnostic) -> [SaidFigure] {
        try reading { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(History.figureColumns), p.as_of, p.run, p.published
                    FROM figure f JOIN publication p ON p.id = f.publication
                    WHERE f.kpi = ? AND (? IS NULL OR f.period = ?) ORDER BY f.id
                    """, arguments: [kpi, period, period]
            ).compactMap { row in
                History.figure(row).map {
                    SaidFigure(figure: $0, asOf: text(row, 9) ?? "", run: text(row, 10) ?? "", published: text(row, 11))
                }
            }
        }
    }

    /// The published runs in the order in which they became the latest, oldest first.
    package func runs() throws(Diagnostic) -> [KeptRun] {
        try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT as_of, run, program, published FROM publication ORDER BY id"
            ).map { row in
                KeptRun(
                    asOf: text(row, 0) ?? "", run: text(row, 1) ?? "", program: text(row, 2) ?? "",
                    published: text(row, 3), exports: [])
            }
        }
    }

    private static let figureColumns =
        "f.kpi, f.statistic, f.period, f.state, f.value, f.numerator, f.denominator, f.verdict, f.definition"

    private static func figure(_ row: Row) -> KeptFigure? {
        guard let kpi = text(row, 0), let statistic = text(row, 1), let period = text(row, 2), let state = text(row, 3)
        else { return nil }
        return KeptFigure(
            key: .init(kpi: kpi, statistic: statistic, period: period), state: state, value: number(row, 4),
            numerator: number(row, 5), denominator: integer(row, 6), verdict: text(row, 7) ?? "",
            definition: text(row, 8) ?? "")
    }
}
