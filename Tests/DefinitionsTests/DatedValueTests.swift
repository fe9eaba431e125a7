import Definitions
import Tables
import Testing

/// Settings and standards over time, ours and a force's.
@Suite struct DatedValueTests {
    private func short(_ local: String) throws -> [String] {
        let definition = try Fixture(["force/settings.yaml": "settings:\n" + local]).load()
        let setting = try #require(definition.settings.first { $0.name == "short" })
        return setting.values.map { "\($0.from?.description ?? "-") \($0.value) \($0.isLocal ? "local" : "ours")" }
    }

    @Test func aLocalValueWithoutADateReplacesOurs() throws {
        #expect(try short("- { short: 10 s, authority: CM/14 }") == ["- 10000 local"])
    }

    @Test func aDatedOneFollowsOurs() throws {
        #expect(
            try short("- { short: 10 s, from: 2026-04-01, authority: CM/14 }") == [
                "- 5000 ours", "2026-04-01 10000 local",
            ])
    }

    @Test func valuesStandInTheOrderOfTheirDates() throws {
        #expect(
            try short(
                """
                - { short: 9 s, from: 2026-04-01, authority: b }
                - { short: 7 s, authority: a }
                - { short: 8 s, from: 2025-04-01, authority: c }
                """) == ["- 7000 local", "2025-04-01 8000 local", "2026-04-01 9000 local"])
    }

    @Test func percentages() throws {
        func values(_ text: String) throws -> (type: ValueType, values: [Int64], isPercent: Bool, text: String) {
            let setting = try #require(
                try Fixture(["base/settings.yaml": Fixture.settings + text]).load().settings.first {
                    $0.name == "limit"
                })
            return (setting.type, setting.values.map(\.value), setting.isPercent, setting.text(of: setting.values[0]))
        }
        for (written, stored, text) in [
            ("10 %", 1000, "10 %"), ("12.5%", 1250, "12.5 %"), ("0 %", 0, "0 %"), ("100 %", 10_000, "100 %"),
            ("0.25 %", 25, "0.25 %"), ("20.00 %", 2000, "20 %"),
        ] {
            let found = try values("\n- { limit: \(written), authority: us }")
            #expect(found.type == .number(decimals: 2))
            #expect(found.values == [Int64(stored)])
            #expect(found.isPercent)
            #expect(found.text == text)
        }
        let dated = try values(
            "\n- { limit: 10 %, authority: us }\n- { limit: 12.5 %, from: 2026-01-01, authority: us }")
        #expect(dated.values == [1000, 1250])
        for written in ["101 %", "1.005 %", "-5 %", "ten %", "%"] {
            let fixture = Fixture(["base/settings.yaml": Fixture.settings + "\n- { limit: 1️⃣\(written), authority: us }"]
            )
            let place = fixture.place("1️⃣", in: "base/settings.yaml")
            #expect(fixture.faults().first?.hasPrefix("\(place): error: ") == true, "\(written)")
        }
        let mixed = Fixture([
            "base/settings.yaml": Fixture.settings + "\n- { limit: 10 %, authority: us }\n",
            "force/settings.yaml": "settings:\n- { 1️⃣limit: 10, authority: us }",
        ])
        #expect(
            mixed.faults() == [
                "\(mixed.place("1️⃣", in: "force/settings.yaml")): error: `limit` is a whole number here and a percentage "
                    + "elsewhere [E0254]\n    help: write it with a percent sign, such as 10 %"
            ])
    }

    @Test func faultsOfSettings() {
        func faults(_ local: String) -> [String] { Fixture(["force/settings.yaml": "settings:\n" + local]).faults() }
        #expect(
            faults("- { shrt: 10 s, authority: x }") == [
                "force/settings.yaml:2:5: error: nothing reads the setting `shrt`, and we have none of that name "
                    + "[E0266]\n    help: did you mean `short`?"
            ])
        #expect(
            faults("- { short: 10, authority: x }") == [
                "force/settings.yaml:2:5: error: `short` is a whole number here and a duration elsewhere [E0254]\n"
                    + "    help: give it a unit, such as 5 s or 15 min"
            ])
        #expect(
            faults("- { short: 10 sec, authority: x }") == [
                "force/settings.yaml:2:12: error: `short` is `10 sec`, but must be a duration such as 5 s, a percentage "
                    + "such as 10 % or a whole number [E0254]\n    help: units are ms, s, min, h, d and w"
            ])
        #expect(
            faults("- { short: 10 s }") == [
                "force/settings.yaml:2:3: error: a setting needs the key `authority` [E0234]"
            ])
        #expect(
            faults("- { short: 10 s, form: 2026-01-01, authority: x }") == [
                "force/settings.yaml:2:18: error: unknown key `form` in a setting [E0231]\n"
                    + "    help: did you mean `from`?"
            ])
        #expect(
            faults("- { short: 10 s, authority: x }\n- { short: 11 s, authority: x }") == [
                "force/settings.yaml:3:5: error: `short` has two values from the beginning [E0242]"
            ])
    }

    @Test func aDatedSettingNeedsToKnowTheDay() {
        let faults = Fixture([
            "force/settings.yaml": "settings:\n- { short: 10 s, authority: x, from: 2026-01-01 }",
            "base/tables/calls.yaml": Fixture.table.replacing("time: offered_at\n", with: ""),
        ]).faults()
        #expect(
            faults.first
                == "base/kpis/calls.yaml:6:10: error: `setting.short` has dated values, and `contacts` does not say which "
                + "time decides [E0253]\n    help: give the table the key `time`")
    }

    private func levels(_ ours: String, _ local: String) throws -> [String] {
        let definition = try Fixture([
            "base/standards.yaml": "standards:\n" + ours, "force/standards.yaml": "standards:\n" + local,
        ]).load()
        let standard = try #require(definition.standards.first { $0.name == "answer" })
        return standard.levels.map { level in
            "\(level.from?.description ?? "-") \(level.until?.description ?? "-") \(level.value) \(level.status.rawValue)"
        }
    }

    @Test func aLocalStandardReplacesOursFromItsDay() throws {
        let ours = """
            - { id: answer, rule: ">=", value: 90 %, from: 2009-01-01, authority: us, status: national }
            - { id: answer, rule: ">=", value: 99.9 %, from: 2027-01-01, authority: us, status: national }
            """
        #expect(
            try levels(
                ours, "- { id: answer, rule: \">=\", value: 95%, from: 2026-04-01, authority: x, status: local }")
                == ["2009-01-01 2026-04-01 90.0 national", "2026-04-01 - 95.0 local"])
        #expect(
            try levels(ours, "") == ["2009-01-01 2027-01-01 90.0 national", "2027-01-01 - 99.9 national"])
    }

    @Test func durationsAreInTheUnitOfTheKPI() throws {
        let definition = try Fixture([
            "base/standards.yaml": """
            standards:
            - { id: answer, rule: "<=", value: 90 s, authority: us, status: reference }
            """,
            "base/kpis/calls.yaml": """
            kpis:
            - { id: C01, name: a, table: contacts, period: offered_at, mean: wait, unit: min, standard: answer }
            """,
        ]).load()
        #expect(definition.standards.first?.levels.first?.value == 1.5)
    }

    @Test func faultsOfStandards() {
        func faults(_ local: String) -> [String] { Fixture(["force/standards.yaml": "standards:\n" + local]).faults() }
        #expect(
            faults("- { id: answer, rule: \"<=\", value: 90 %, authority: x, status: local }") == [
                "force/standards.yaml:2:24: error: `answer` has the rule <= here and >= elsewhere [E0255]\n"
                    + "    help: give a standard with another rule another id"
            ])
        #expect(
            faults("- { id: answer, rule: \">=\", value: 30 s, authority: x, status: locl }") == [
                "base/kpis/calls.yaml:9:13: error: `answer` is a duration but the unit of the KPI is `percent` [E0255]",
                "force/standards.yaml:2:64: error: `status` is `locl`, which is not one of its values [E0236]\n"
                    + "    help: did you mean `local`?",
            ])
    }
}
