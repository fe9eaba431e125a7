import Ingest
import Tables
import Testing

@Suite("The sample force's second night")
struct SecondNightTests {
    @Test("late and corrected records of September change its figures, and its file's account")
    func september() async throws {
        let truth = try SampleTruth.read().second_night
        // September needs the 28 days before it, and nothing that is older.
        let sample = try SampleFolder()
        try sample.bring("loamshire") { name in ["202607", "202608", "202609"].contains { name.contains($0) } }
        try sample.bring("second-night")
        try sample.bring("loamshire", of: "incidents") { $0.contains("202609") }
        try sample.bring("loamshire", of: "crimes")
        let night = try await SampleNight(sample, asOf: truth.as_of)
        for planted in truth.files + [truth.september_file] {
            let found = night.ingested.files.first { $0.file == planted.file }
            #expect(found?.source == planted.source)
            #expect(found?.ledger == planted.ledger.ledger, "\(planted.file)")
        }
        let rows = try await night.months(
            Set(truth.figures.map(\.figure)).sorted(), from: "2026-09-01", to: "2026-09-30")
        #expect(truth.figures.count > 40)
        #expect(differences(truth.figures, rows) == [])
    }

    @Test("a window of a week corrects what the last one had, brings late logs and deletes one")
    func incidents() async throws {
        let truth = try SampleTruth.read().second_night
        let sample = try SampleFolder()
        try sample.bring("loamshire") { $0.contains("202609") }
        try sample.bring("second-night")
        try sample.bring("loamshire", of: "incidents")
        try sample.bring("second-night", of: "incidents")
        try sample.bring("loamshire", of: "crimes")
        let night = try await SampleNight(sample, asOf: truth.as_of)
        #expect(truth.incident_files.count == 12)
        for planted in truth.incident_files {
            let found = night.ingested.files.first { $0.file == planted.file }
            #expect(found?.source == planted.source)
            #expect(found?.ledger == planted.ledger.ledger, "\(planted.file)")
        }
        #expect(truth.incident_files.contains { $0.ledger.removed == 1 })
        let rows = try await night.months(
            Set(truth.incident_figures.map(\.figure)).sorted(), from: "2026-09-01", to: "2026-09-30")
        #expect(truth.incident_figures.count > 20)
        #expect(differences(truth.incident_figures, rows) == [])
    }

    @Test("the copies of crimes and outcomes replace those of the night before; entries of a week are ruled anew")
    func crimes() async throws {
        let truth = try SampleTruth.read().second_night
        let sample = try SampleFolder()
        try sample.bring("loamshire") { $0.contains("202609") }
        try sample.bring("second-night")
        try sample.bring("loamshire", of: "incidents")
        try sample.bring("second-night", of: "incidents")
        try sample.bring("loamshire", of: "crimes")
        try sample.bring("second-night", of: "crimes")
        let night = try await SampleNight(sample, asOf: truth.as_of)
        for planted in truth.crime_files {
            let found = night.ingested.files.first { $0.file == planted.file }
            #expect(found?.source == planted.source)
            #expect(found?.ledger == planted.ledger.ledger, "\(planted.file)")
        }
        let rows = try await night.months(
            Set(truth.crime_figures.map(\.figure)).sorted(), from: "2026-09-01", to: "2026-09-30")
        #expect(truth.crime_figures.count > 15)
        #expect(differences(truth.crime_figures, rows) == [])
    }

    @Test("suspects of September that come late, and those whose state has changed")
    func suspects() async throws {
        let truth = try SampleTruth.read().second_night
        let sample = try SampleFolder()
        try sample.bring("loamshire") { $0.contains("202609") }
        try sample.bring("second-night")
        for system in ["incidents", "crimes", "suspects"] {
            try sample.bring("loamshire", of: system)
            try sample.bring("second-night", of: system)
        }
        let night = try await SampleNight(sample, asOf: truth.as_of)
        #expect(truth.suspect_files.count == 25)
        for planted in truth.suspect_files {
            let found = night.ingested.files.first { $0.file == planted.file }
            #expect(found?.source == planted.source)
            #expect(found?.ledger == planted.ledger.ledger, "\(planted.file)")
        }
        let rows = try await night.months(["S01"], from: "2026-09-01", to: "2026-09-30")
        #expect(truth.suspect_figures.count == 1)
        #expect(differences(truth.suspect_figures, rows) == [])
    }
}
