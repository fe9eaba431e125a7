import Tables
import Testing

@testable import Ingest

@Suite struct TimeFormatTests {
    /// What a cell reads as: `2026-03-01 10:00:00.000` with an offset in minutes, or why not.
    private func read(_ cell: String, _ formats: String..., needsDate: Bool = true) -> String {
        var reader = TimeReader(formats.compactMap { TimeFormat($0, needsDate: needsDate) })
        return read(cell, by: &reader, needsDate: needsDate)
    }

    private func read(_ cell: String, by reader: inout TimeReader, needsDate: Bool = true) -> String {
        let text = Array(cell.utf8)
        switch reader.read(text, 0, text.count) {
        case .unreadable: return "unreadable"
        case .impossible: return "impossible"
        case .placeholder: return "placeholder"
        case .read:
            let clock = Decoded.utc(reader.clock).dropFirst(11).dropLast()
            let offset = reader.offset == Missing.integer ? "" : " \(reader.offset / 60_000)"
            return needsDate ? "\(CivilDate(days: reader.days)) \(clock)\(offset)" : String(clock)
        }
    }

    @Test func lettersReadWhatTheyName() {
        #expect(read("01/03/2026 10:05:07", "dd/MM/yyyy HH:mm:ss") == "2026-03-01 10:05:07")
        #expect(read("01/03/2026 10:05", "dd/MM/yyyy HH:mm") == "2026-03-01 10:05:00")
        #expect(read("2026-03-01 10:05:07.250", "yyyy-MM-dd HH:mm:ss.SSS") == "2026-03-01 10:05:07.250")
        #expect(read("1/3/26 9:05", "d/M/yy H:mm") == "2026-03-01 09:05:00")
        #expect(read("01 Mar 2026 10:05", "dd MMM yyyy HH:mm") == "2026-03-01 10:05:00")
        #expect(read("01-MAR-2026 10:05", "dd-MMM-yyyy HH:mm") == "2026-03-01 10:05:00")
        #expect(read("20260301T100507", "yyyyMMdd'T'HHmmss") == "2026-03-01 10:05:07")
        #expect(read("01/03/2026  10:05:07", "dd/MM/yyyy HH:mm:ss") == "2026-03-01 10:05:07")
    }

    @Test func twelveHourClocksTurnAtNoonAndMidnight() {
        let format = "M/d/yyyy h:mm:ss a"
        #expect(read("11/30/2025 12:00:01 AM", format) == "2025-11-30 00:00:01")
        #expect(read("11/30/2025 12:00:01 PM", format) == "2025-11-30 12:00:01")
        #expect(read("11/30/2025 1:00:01 pm", format) == "2025-11-30 13:00:01")
        #expect(read("1/3/2025 11:59:59 AM", format) == "2025-01-03 11:59:59")
        #expect(read("11/30/2025 13:00:01 PM", format) == "impossible")
    }

    @Test func isoTakesFractionsAndOffsets() {
        #expect(read("2026-03-01T10:05:07", "iso") == "2026-03-01 10:05:07")
        #expect(read("2026-03-01T10:05:07.1234567Z", "iso") == "2026-03-01 10:05:07.123 0")
        #expect(read("2026-07-01T10:05:07+01:00", "iso") == "2026-07-01 10:05:07 60")
        #expect(read("2026-07-01 10:05:07-0530", "yyyy-MM-dd HH:mm:ssXXX") == "2026-07-01 10:05:07 -330")
        #expect(read("2026-03-01", "iso") == "unreadable")
    }

    @Test func serialsAreRoundedToTheSecond() {
        // 46012.590277777 is 21 December 2025, 14:10 by the spreadsheet that wrote it.
        #expect(read("46012.590277777", "excel") == "2025-12-21 14:10:00")
        #expect(read("46012", "excel") == "2025-12-21 00:00:00")
        #expect(read("46012.999999", "excel") == "2025-12-22 00:00:00")
        #expect(read("4.6E+04", "excel") == "unreadable")
        #expect(read("-1", "excel") == "unreadable")
    }

    @Test func whatDoesNotExistIsNotRolledOver() {
        #expect(read("31/02/2026 10:00:00", "dd/MM/yyyy HH:mm:ss") == "impossible")
        #expect(read("12/31/2026 10:00:00", "dd/MM/yyyy HH:mm:ss") == "impossible")
        #expect(read("01/03/2026 24:10:00", "dd/MM/yyyy HH:mm:ss") == "impossible")
        #expect(read("01/03/2026 10:60:00", "dd/MM/yyyy HH:mm:ss") == "impossible")
        #expect(read("29/02/2024 10:00:00", "dd/MM/yyyy HH:mm:ss") == "2024-02-29 10:00:00")
        #expect(read("24:10:00", "HH:mm:ss", needsDate: false) == "impossible")
    }

    @Test func otherShapesAreUnreadable() {
        #expect(read("1/3/2026 10:00:00", "dd/MM/yyyy HH:mm:ss") == "unreadable")
        #expect(read("01/03/2026 10:00", "dd/MM/yyyy HH:mm:ss") == "unreadable")
        #expect(read("01/03/2026 10:00:00x", "dd/MM/yyyy HH:mm:ss") == "unreadable")
        #expect(read("yesterday", "dd/MM/yyyy HH:mm:ss") == "unreadable")
    }

    @Test func theFirstFormatThatFitsWins() {
        #expect(read("2026-03-01 10:00", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm") == "2026-03-01 10:00:00")
        #expect(read("31/02/2026 10:00:00", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm") == "impossible")
    }

    @Test func placeholdersMeanNothing() {
        #expect(read("00:00:00", "dd/MM/yyyy HH:mm:ss") == "placeholder")
        #expect(read("00/00/0000 00:00:00", "dd/MM/yyyy HH:mm:ss") == "placeholder")
        #expect(read("01/01/1900", "dd/MM/yyyy HH:mm:ss") == "placeholder")
        #expect(read("30/12/1899", "dd/MM/yyyy HH:mm:ss") == "placeholder")
        #expect(read("01/01/2026", "dd/MM/yyyy HH:mm:ss") == "unreadable")
        #expect(read("00:00:00", "HH:mm:ss", needsDate: false) == "00:00:00")
    }

    @Test func aRememberedDateIsComparedWhole() {
        var reader = TimeReader(["dd/MM/yyyy HH:mm"].compactMap { TimeFormat($0, needsDate: true) })
        let days = ["01/03/2026 10:00", "01/03/2026 11:00", "02/03/2026 10:00", "01/03/2026 10:00"].map { cell in
            let text = Array(cell.utf8)
            _ = reader.read(text, 0, text.count)
            return CivilDate(days: reader.days).description
        }
        #expect(days == ["2026-03-01", "2026-03-01", "2026-03-02", "2026-03-01"])
    }

    @Test(arguments: [
        ["dd/MM/yyyy HH:mm:ss"], ["yyyy-MM-dd HH:mm:ss"], ["iso"], ["dd/MM/yyyy'T'HH:mm:ss", "dd/MM/yyyy HH:mm:ss"],
        ["MM/dd/yyyy HH:mm:ss", "dd/MM/yyyy HH:mm:ss"], ["dd/MM/yyyy HH:mm:ssXXX"], ["dd/MM/yyyy hh:mm:ss a"],
        ["dd-MMM-yyyy HH:mm:ss"], ["d/M/yyyy HH:mm:ss"], ["dd/MM/yyyy HH:mm:ss.SSS"], ["HH:mm:ss dd/MM/yyyy"],
    ]) func whatWasReadBeforeChangesNothing(formats: [String]) {
        var random = SplitMix(seed: 5)
        let days = ["01/03/2026", "02/03/2026", "13/03/2026", "2026-03-01", "01-Mar-2026", "1/3/2026", "31/02/2026"]
        let gaps = [" ", " ", "T", "t", "  ", "", "\u{A0}"]
        let clocks = [
            "10:05:07", "23:59:59", "00:00:00", "24:10:00", "10:60:00", "10:05:60", "1a:05:07", "10-05:07", "10:05:7",
            "10:05:07Z", "10:05:07.250", "10:05", "10:05:07 PM", "/0:05:07",
        ]
        func any(_ parts: [String]) -> String { parts[Int(random.next() % UInt64(parts.count))] }
        let compiled = formats.compactMap { TimeFormat($0, needsDate: true) }
        #expect(compiled.count == formats.count)
        var reader = TimeReader(compiled)
        for _ in 0..<4000 {
            let cell = any(days) + any(gaps) + any(clocks)
            var fresh = TimeReader(compiled)
            #expect(read(cell, by: &reader) == read(cell, by: &fresh), "\(cell)")
        }
    }

    @Test func theFinestLetterIsTheResolution() {
        func resolution(_ format: String) -> Int64? { TimeFormat(format, needsDate: false)?.resolution }
        #expect(resolution("HH:mm:ss.SSS") == 1)
        #expect(resolution("HH:mm:ss") == 1000)
        #expect(resolution("HH:mm") == 60_000)
        #expect(resolution("HH") == 3_600_000)
    }
}
