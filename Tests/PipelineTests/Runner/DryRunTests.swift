import RunStore
import Testing

@testable import PipelineRunner

@Suite("A dry run only looks")
struct DryRunTests {
    @Test("it writes nothing, and shows what would move")
    func moves() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try force.write(calls: SmallForce.calls(slow: 6))
        let before = try force.folder.contents()
        let report = await force.run(isDryRun: true)
        #expect(try force.folder.contents() == before)
        #expect(report.exitCode == 0)
        #expect(report.failure == [])
        #expect(report.summary.contains("  C01 share 2026-09: 90% to 85% (-5 points)"))
        #expect(report.summary.count <= 24)
    }

    @Test("before anything is published, and when nothing has changed, it says so")
    func nothing() async throws {
        let force = try SmallForce()
        let first = await force.run(isDryRun: true)
        #expect(first.summary.last == "nothing is published yet: every figure would be new")
        #expect(System.kind(of: "\(force.folder.path)/out") == nil)
        #expect(System.kind(of: "\(force.folder.path)/state") == nil)
        _ = await force.run()
        let second = await force.run(isDryRun: true)
        #expect(second.summary.last == "the same as latest: no figure would move")
    }

    @Test("the biggest movement for its size comes first; figures that come and go are counted")
    func order() {
        func table(_ rows: [String]) -> [UInt8] {
            let header = "kpi,statistic,period,dimension,member,value,unit\r\n"
            return Array((header + rows.map { $0 + "\r\n" }.joined()).utf8)
        }
        let before = table([
            "C01,share,2026-09,all,all,90,percent", "C02,mean,2026-09,all,all,4,seconds",
            "C03,median,2026-09,queue,\"a, b\",10,seconds", "C04,share,2026-09,all,all,5,percent",
            "C05,share,2026-09,all,all,,percent",
        ])
        let after = table([
            "C01,share,2026-09,all,all,91,percent", "C02,mean,2026-09,all,all,6,seconds",
            "C03,median,2026-09,queue,\"a, b\",10.5,seconds", "C05,share,2026-09,all,all,7,percent",
        ])
        let found = Movements(from: before, to: after)
        #expect(found.moved.map(\.key) == ["C02 mean 2026-09", "C03 median 2026-09 queue=a, b", "C01 share 2026-09"])
        #expect(found.appearing == 1)
        #expect(found.vanishing == 1)
    }
}
