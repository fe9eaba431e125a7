import Compute
import Tables
import Testing

/// VECTORS.md section 8, "Calls", with the catalogue's own definitions.
@Suite("Calls by hand")
struct CallVectorTests {
    /// The cases 1 to 9: a switchboard, a second queue, hang-ups at 4 and 5 s, and callers who come back.
    static func rows() -> [[String: String]] {
        func call(_ id: String, _ offered: String, _ more: [String: String]) -> [String: String] {
            var row = [
                "call_id": id, "channel": "101", "offered_at": "2026-03-02 \(offered)", "direction": "inbound",
                "queue": "Q", "caller_hash": "h\(id)",
            ]
            for (key, value) in more { row[key] = value }
            return row
        }
        func answered(_ at: String, by type: String = "handler") -> [String: String] {
            ["disposition": "answered", "answered_at": "2026-03-02 \(at)", "answered_by_type": type]
        }
        func abandoned(_ at: String) -> [String: String] {
            ["disposition": "abandoned", "abandoned_at": "2026-03-02 \(at)"]
        }
        return [
            call(
                "1", "08:00:00",
                ["disposition": "transferred", "answered_at": "2026-03-02 08:00:05", "answered_by_type": "ivr"]),
            call(
                "1", "08:00:10",
                [
                    "leg_seq": "2", "disposition": "transferred", "answered_at": "2026-03-02 08:00:50",
                    "answered_by_type": "switchboard",
                ]),
            call("1b", "08:01:00", answered("08:11:00").merging(["parent_call_id": "1"]) { $1 }),
            call(
                "2", "08:30:00",
                ["disposition": "transferred", "answered_at": "2026-03-02 08:30:04", "answered_by_type": "switchboard"]),
            call("2b", "08:30:10", abandoned("08:35:00").merging(["parent_call_id": "2"]) { $1 }),
            call("3", "08:40:00", abandoned("08:40:04")),
            call("4", "08:50:00", abandoned("08:50:05")),
            call("5", "09:00:00", abandoned("09:02:00")),
            call("6", "10:01:00", answered("10:02:00").merging(["channel": "livechat", "caller_hash": "h5"]) { $1 }),
            call("7", "09:00:00", abandoned("09:02:00")),
            call("8", "10:01:00", answered("10:02:01").merging(["caller_hash": "h7"]) { $1 }),
            call("9", "09:00:00", abandoned("09:02:00").merging(["caller_hash": ""]) { $1 }),
        ]
    }

    @Test(
        "Every figure equals the worked value",
        arguments: [
            ("C06", 4.0, 7, 1), ("C06.handler", 5, 7, 1), ("C07", 5, 8, 0), ("C12", 1, 4, 1), ("C10", 1, 6, 0),
            ("C10.strict", 1, 8, 0),
        ])
    func figure(kpi: String, numerator: Double, denominator: Int, excluded: Int) async throws {
        let fixture = try Fixture.catalogue()
        let row = try #require(try await fixture.row(try fixture.input(Self.rows()), kpi, nil, "2026-03"))
        #expect(row.numerator == numerator)
        #expect(row.denominator == denominator)
        #expect(row.excluded == excluded)
        #expect(row.value == numerator * 100 / Double(denominator))
    }

    @Test("A caller is a repeat caller at the third call within 28 days to the second, both ends closed")
    func repeatWindow() async throws {
        let fixture = try Fixture.catalogue()
        func call(_ id: Int, _ offered: String) -> [String: String] {
            [
                "call_id": "\(id)", "channel": "999", "offered_at": offered, "disposition": "answered",
                "answered_at": offered, "caller_hash": "same", "queue": "Q",
            ]
        }
        // 28 days after 09:00:00 in winter is 09:00:00 again; a second later the first call has left the window.
        let closed = [call(1, "2026-01-01 09:00:00"), call(2, "2026-01-10 09:00:00"), call(3, "2026-01-29 09:00:00")]
        let open = [call(1, "2026-01-01 09:00:00"), call(2, "2026-01-10 09:00:00"), call(3, "2026-01-29 09:00:01")]
        let together = [call(1, "2026-01-01 09:00:00"), call(2, "2026-01-10 09:00:00"), call(3, "2026-01-10 09:00:00")]
        for (rows, repeats) in [(closed, 1.0), (open, 0), (together, 2)] {
            let row = try #require(try await fixture.row(try fixture.input(rows), "C11", nil, "2026-01"))
            #expect(row.numerator == repeats)
            #expect(row.denominator == 3)
        }
    }

    @Test("A transfer chain counts as one call, whatever its ids; a loop keeps each call apart")
    func chains() async throws {
        let fixture = try Fixture.catalogue()
        func leg(_ id: String, _ parent: String, _ minute: Int, _ more: [String: String]) -> [String: String] {
            var row = [
                "call_id": id, "parent_call_id": parent, "channel": "101", "direction": "inbound", "queue": "Q",
                "offered_at": "2026-03-02 10:\(padded(minute, 2)):00", "disposition": "transferred",
            ]
            for (key, value) in more { row[key] = value }
            return row
        }
        let end = ["disposition": "answered", "answered_at": "2026-03-02 10:10:00", "answered_by_type": "handler"]
        let chain = [
            leg("a", "", 0, ["answered_by_type": "ivr"]), leg("b", "a", 1, ["answered_by_type": "ivr"]),
            leg("c", "b", 2, end),
        ]
        let chained = try #require(try await fixture.row(try fixture.input(chain), "C08.human", nil, "2026-03"))
        #expect(chained.denominator == 1)
        #expect(chained.value == 600)
        let loop = [leg("a", "b", 0, end), leg("b", "a", 1, end)]
        let looped = try #require(try await fixture.row(try fixture.input(loop), "C08.human", nil, "2026-03"))
        #expect(looped.denominator == 2)
        let orphan = [leg("a", "gone", 0, end)]
        let alone = try #require(try await fixture.row(try fixture.input(orphan), "C08.human", nil, "2026-03"))
        #expect(alone.denominator == 1)
    }
}
