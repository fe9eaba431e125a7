import GRDB
import Tables
import Testing

@testable import RunStore

/// A folder of its own for one history.
private final class StateFixture {
    let path: String

    init(_ name: String) throws {
        path = "\(System.environment("TMPDIR") ?? "/tmp")/history-tests-\(System.processID)-\(name)"
        try FileTree.remove(path)
        try FileTree.make(path, mode: 0o700)
    }

    deinit { try? FileTree.remove(path) }

    var file: String { "\(path)/\(History.fileName)" }

    func open() -> History.Opened { History.open(state: path, today: "2026-10-01") }

    /// A history of three nights.
    func fill() throws {
        let history = try #require(open().history)
        for night in 1...3 {
            let id = try history.begin(
                KeptAttempt(started: "2026-10-0\(night)T02:00:00Z", process: 7, host: "h"), endingOthers: true)
            _ = try history.keep(run(night), figures: figures(night), attempt: id)
            try history.end(
                id,
                as: KeptAttempt(
                    started: "2026-10-0\(night)T02:00:00Z", process: 7, host: "h", asOf: "2026-09-2\(night)",
                    ended: "2026-10-0\(night)T02:01:00Z", outcome: "published", exitCode: 0, run: "a\(night)"))
        }
    }

    func run(_ night: Int) -> KeptRun {
        KeptRun(
            asOf: "2026-09-2\(night)", run: "a\(night)", program: "1", published: "2026-10-0\(night)T02:00:30Z",
            exports: [.init(source: "s", file: "f\(night)", sha256: "00", state: "read", accepted: 2, rejected: 0)])
    }

    /// C01 moves on the third night; C02 never; 500 more fill pages.
    func figures(_ night: Int) -> [KeptFigure] {
        let many = (0..<500).map { figure("D\($0)", 1) }
        return [figure("C01", night == 3 ? 50 : 40), figure("C02", 7)] + many
    }

    func figure(_ kpi: String, _ value: Double) -> KeptFigure {
        KeptFigure(
            key: .init(kpi: kpi, statistic: "share", period: "2026-09"), state: "ok", value: value, numerator: value,
            denominator: 100, verdict: "not_met", definition: "h")
    }
}

@Suite("History")
struct HistoryTests {
    @Test("a figure is kept when it differs from the last kept, and only then")
    func kept() throws {
        let state = try StateFixture("kept")
        try state.fill()
        let history = try #require(try History.look(state: state.path))
        let said = try history.said(of: "C01")
        #expect(said.map(\.figure.value) == [40, 50])
        #expect(said.map(\.run) == ["a1", "a3"])
        #expect(said.map(\.published) == ["2026-10-01T02:00:30Z", "2026-10-03T02:00:30Z"])
        #expect(try history.said(of: "C02").map(\.run) == ["a1"])
        #expect(try history.runs().map(\.run) == ["a1", "a2", "a3"])
    }

    @Test("a figure that goes back is said again; one that is said no more is absent; a replay takes nothing away")
    func absent() throws {
        let state = try StateFixture("absent")
        try state.fill()
        let history = try #require(state.open().history)
        _ = try history.keep(state.run(4), figures: [state.figure("C01", 40)], attempt: nil)
        #expect(try history.said(of: "C01").map(\.figure.value) == [40, 50, 40])
        #expect(try history.said(of: "C02").map(\.figure.state) == ["ok", "absent"])
        let replay = KeptRun(asOf: "2025-01-01", run: "b", program: "1", published: nil, exports: [])
        #expect(try history.keep(replay, figures: [], attempt: nil) == 0)
        #expect(try history.said(of: "C01").map(\.figure.value) == [40, 50, 40])
    }

    @Test("what is prepared is seen by nobody until it is confirmed, and not at all once it is withdrawn")
    func prepared() throws {
        let state = try StateFixture("prepared")
        try state.fill()
        let history = try #require(state.open().history)
        func runs() throws -> [String] { try #require(try History.look(state: state.path)).runs().map(\.run) }
        _ = try history.prepare(state.run(4), figures: state.figures(4), attempt: nil)
        #expect(try runs() == ["a1", "a2", "a3"])
        try history.withdraw()
        try history.withdraw()
        #expect(try runs() == ["a1", "a2", "a3"])
        let prepared = try history.prepare(state.run(4), figures: state.figures(4), attempt: nil)
        #expect(try runs() == ["a1", "a2", "a3"])
        try history.confirm(prepared, published: "2026-10-04T02:00:40Z")
        #expect(try runs() == ["a1", "a2", "a3", "a4"])
        #expect(try history.runs().last?.published == "2026-10-04T02:00:40Z")
        // The same run again is none to remember.
        let again = try history.prepare(state.run(4), figures: [], attempt: nil)
        try history.confirm(again, published: "2026-10-05T02:00:40Z")
        #expect(try runs() == ["a1", "a2", "a3", "a4"])
        #expect(try history.runs().last?.published == "2026-10-04T02:00:40Z")
    }

    @Test("an attempt that was killed is marked by the next")
    func killed() throws {
        let state = try StateFixture("killed")
        let history = try #require(state.open().history)
        _ = try history.begin(KeptAttempt(started: "2026-10-01T02:00:00Z", process: 7, host: "h"), endingOthers: true)
        #expect(try history.attempts(last: 5).map(\.outcome) == ["running"])
        _ = try history.begin(KeptAttempt(started: "2026-10-01T02:30:00Z", process: 8, host: "h"), endingOthers: true)
        let attempts = try history.attempts(last: 5)
        #expect(attempts.map(\.outcome) == ["running", "did_not_end"])
        #expect(attempts.map(\.ended) == [nil, nil])
    }

    @Test("a damaged history is put aside with a warning and begun anew", arguments: 0..<40)
    func damaged(seed: Int) throws {
        let state = try StateFixture("damaged-\(seed)")
        try state.fill()
        var bytes = try System.read(state.file)
        var mixed = UInt64(seed + 1) &* 0x9e37_79b9_7f4a_7c15
        func next(_ limit: Int) -> Int {
            mixed ^= mixed << 13
            mixed ^= mixed >> 7
            mixed ^= mixed << 17
            return Int(mixed % UInt64(limit))
        }
        switch seed % 4 {
        case 0: bytes = (0..<bytes.count).map { _ in UInt8(next(256)) }
        case 1: bytes = Array(bytes.prefix(next(bytes.count)))
        case 2: bytes = Array(bytes.prefix(bytes.count - 2048))
        default: for _ in 0..<400 { bytes[next(bytes.count)] = UInt8(next(256)) }
        }
        try FileTree.remove(state.file)
        try System.create(state.file, bytes, mode: 0o600)
        // Nothing here may trap, whatever was hit; what SQLite does not notice at once it notices by the second night.
        for night in 4...6 {
            guard let history = state.open().history else { continue }
            do throws(Diagnostic) {
                _ = try history.keep(state.run(night), figures: state.figures(night), attempt: nil)
                _ = try history.said(of: "C01")
                _ = try history.attempts(last: 100)
            } catch {
                if error.code == History.damaged { history.abandon(today: "2026-10-0\(night)") }
            }
        }
        let history = try #require(state.open().history)
        _ = try history.keep(state.run(7), figures: state.figures(7), attempt: nil)
        #expect(try history.said(of: "C01").last?.figure.value == 40)
    }

    @Test("bytes that are no database are put aside under the day's name")
    func aside() throws {
        let state = try StateFixture("aside")
        try System.create(state.file, Array(repeating: 65, count: 5000), mode: 0o600)
        let opened = state.open()
        #expect(opened.isNew)
        #expect(opened.history != nil)
        #expect(
            opened.warnings.map(\.description) == [
                """
                warning: the history was damaged and is begun again from the runs still published [E0772]
                    help: what it was lies in \(state.file).corrupt-2026-10-01; no figure depends on it
                """
            ])
        #expect(System.kind(of: "\(state.file).corrupt-2026-10-01") == .file)
    }

    @Test("a history of a newer program is neither read nor written")
    func newer() throws {
        for change in ["PRAGMA user_version = 99", "INSERT INTO grdb_migrations VALUES ('2 something')"] {
            let state = try StateFixture("newer-\(change.count)")
            try state.fill()
            let queue = try DatabaseQueue(path: state.file)
            try queue.write { try $0.execute(sql: change) }
            try queue.close()
            let before = try System.read(state.file)
            let opened = state.open()
            #expect(opened.history == nil)
            #expect(opened.warnings.map(\.code) == [History.newer])
            #expect(throws: Diagnostic.self) { try History.look(state: state.path) }
            #expect(try System.read(state.file) == before)
        }
    }

    @Test("a history that another program holds is a warning, not a wait")
    func locked() throws {
        let state = try StateFixture("locked")
        try state.fill()
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: state.file, configuration: configuration)
        try queue.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        let opened = state.open()
        #expect(opened.history == nil)
        #expect(opened.warnings.map(\.code) == [History.unusable])
        try queue.inDatabase { try $0.execute(sql: "COMMIT") }
        #expect(state.open().history != nil)
    }

    @Test("a folder in its place is a warning")
    func folder() throws {
        let state = try StateFixture("folder")
        try FileTree.make(state.file, mode: 0o700)
        #expect(state.open().warnings.map(\.code) == [History.unusable])
    }

    @Test("the schema refuses what makes no sense")
    func constraints() throws {
        let state = try StateFixture("constraints")
        try state.fill()
        let queue = try #require(state.open().history).queue
        let bad = [
            "INSERT INTO attempt (started, process, host, outcome) VALUES ('yesterday', 1, 'h', 'running')",
            "INSERT INTO attempt (started, process, host, outcome) VALUES ('2026-10-01T02:00:00Z', 1, 'h', 'published')",
            "UPDATE attempt SET exit_code = 256",
            "INSERT INTO publication (as_of, run, program) VALUES ('2026', 'a', '1')",
            "INSERT INTO publication (attempt, as_of, run, program) VALUES (999, '2026-10-01', 'a', '1')",
            "UPDATE figure SET publication = 999",
            "UPDATE figure SET is_last = 1",
            "UPDATE figure SET denominator = -1",
            "UPDATE figure SET value = 'many'",
            "UPDATE figure SET kpi = NULL",
        ]
        for sql in bad {
            #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
        }
    }
}
