import Spreadsheet
import Tables
import Testing

@Suite struct SpreadsheetTests {
    private func sheet(
        _ name: String = "Figures", table: String = "figures_by_month", headers: [String] = ["KPI", "Value"],
        rows: [[Cell]] = [[.text("C01"), .number(88.5, decimals: 1)]]
    ) -> Sheet {
        Sheet(
            name: name, title: "Figures", marking: "OFFICIAL", notes: ["Data to 30 Sep 2026."], table: table,
            columns: headers.map { Sheet.Column($0) }, rows: rows)
    }

    private func workbook(_ sheets: [Sheet]) -> Workbook {
        Workbook(
            properties: Workbook.Properties(
                title: "Figures", author: "Loamshire Police", subject: "", marking: "OFFICIAL", comments: "",
                created: 1_790_726_400),
            sheets: sheets)
    }

    @Test func sameValueSameBytes() throws {
        let bytes = try workbook([sheet()]).bytes()
        #expect(bytes.prefix(4) == [0x50, 0x4b, 3, 4])
        #expect(try workbook([sheet()]).bytes() == bytes)
    }

    @Test(arguments: ["", "History", "a/b", "it's [x]", "'quoted", String(repeating: "n", count: 32)])
    func namesThatNoProgramTakes(_ name: String) {
        #expect(throws: fault("sheet '\(name)': no program takes this name")) { try workbook([sheet(name)]).bytes() }
    }

    @Test(arguments: ["plain", "1_a", "fig ures_", "AB_é"])
    func tableNamesThatAreNone(_ name: String) {
        #expect(throws: fault("sheet 'Figures': its table cannot be named '\(name)'")) {
            try workbook([sheet(table: name)]).bytes()
        }
    }

    @Test func namesGivenTwice() {
        #expect(throws: fault("the name 'FIGURES' is given twice")) {
            try workbook([sheet(), sheet("FIGURES", table: "others_by_month")]).bytes()
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func numbersThatAreNone(_ number: Double) {
        #expect(throws: fault("sheet 'Figures': a number is none")) {
            try workbook([sheet(rows: [[.text("C01"), .number(number, decimals: 1)]])]).bytes()
        }
    }

    @Test func shapesThatAreNone() {
        #expect(throws: fault("it has no sheet")) { try workbook([]).bytes() }
        #expect(throws: fault("sheet 'Figures': its table has no row")) { try workbook([sheet(rows: [])]).bytes() }
        #expect(throws: fault("sheet 'Figures': a row has 1 cells, not 2")) {
            try workbook([sheet(rows: [[.text("C01")]])]).bytes()
        }
        #expect(throws: fault("sheet 'Figures': two columns have the same header")) {
            try workbook([sheet(headers: ["KPI", "kpi"])]).bytes()
        }
        #expect(throws: fault("sheet 'Figures': there is no sheet 'Others'")) {
            try workbook([sheet(rows: [[.sheet("Others"), .absent("[x]")]])]).bytes()
        }
    }

    @Test func longAndOddTextsAreWritten() throws {
        let odd = ["\u{0}\u{1}\u{FFFF}", "_x0041_", "=1+1", "a\r\nb\rc", String(repeating: "é", count: 40_000), "😀"]
        let bytes = try workbook([sheet(rows: odd.map { [.text($0), .absent("[x]")] })]).bytes()
        #expect(bytes.count > 1000)
    }

    private func fault(_ reason: String) -> Diagnostic {
        Diagnostic(
            code: "E0913", "the workbook cannot be written: \(reason)",
            help: "this is a fault of the program; report it with the run's run.json")
    }
}
