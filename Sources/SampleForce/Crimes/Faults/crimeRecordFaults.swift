import Tables

extension CrimeFault {
    /// Records that a reader cannot take, or must take with care, and labels that the mapping does not know.
    static let recordFaults: [CrimeFault] = [
        CrimeFault(
            name: "stray quote in a text: 14\" TV", month: Month(2025, 1), count: 3, code: "R01", fate: .rejected
        ) { crime in
            crime.summary = "14\" TV stolen from front room"
            crime.isBare = true
        },
        CrimeFault(
            name: "a comma that makes a 46th column", month: Month(2026, 2), count: 2, code: "R08", fate: .rejected
        ) { crime in
            crime.summary = "flat 3, rear door"
            crime.isBare = true
        },
        CrimeFault(name: "pound sign and curly apostrophe", month: Month(2025, 3), count: 5) { crime in
            crime.summary = "£40 taken from Mum’s purse"
        },
        CrimeFault(
            name: "formula in a reason", month: Month(2025, 2), count: 2, rule: "DQ27", column: "withdrawal_reason",
            suits: { $0.withdrawal?.reason != nil }
        ) { crime in
            crime.spoiled[.withdrawalReason] = "=HYPERLINK(\"http://intranet.example/reason\",\"see\")"
        },
        CrimeFault(
            name: "crime number in scientific notation: 9.926E+10", month: Month(2026, 3), count: 2, rule: "DQ05",
            code: "V09", column: "crime_id", fate: .rejected
        ) { $0.spoiled[.id] = "9.926E+10" },
        CrimeFault(
            name: "no crime number", month: Month(2025, 8), count: 2, rule: "DQ05", code: "V10", column: "crime_id",
            fate: .rejected
        ) { $0.spoiled[.id] = "" },
        CrimeFault(
            name: "log that is in no export", month: Month(2025, 6), count: 4, column: "incident_id",
            suits: { $0.logID != nil && $0.isLogKnown }
        ) { crime in
            crime.logID = crime.logID.map { LogID(day: $0.day, number: LogID.nowhere) }
            crime.isLogKnown = false
        },
        CrimeFault(
            name: "ethnicity that is not in the map", month: Month(2025, 4), count: 5, rule: "DQ06", code: "V06",
            column: "victim_ethnicity_self", suits: { $0.victim.ethnicity != nil }
        ) { crime in
            crime.spoiled[.ethnicity] = "W8"
            crime.victim.ethnicity = nil
        },
        CrimeFault(
            name: "kind of victim that is not in the map", month: Month(2026, 2), count: 4, rule: "DQ06", code: "V06",
            column: "victim_type"
        ) { crime in
            crime.spoiled[.victimType] = "Charity"
            crime.victim.type = nil
        },
        CrimeFault(
            name: "state that is not in the map", month: Month(2026, 4), count: 2, rule: "DQ06", code: "V06",
            column: "status", suits: isFinished
        ) { $0.spoiled[.status] = "Filed (Admin)" },
        CrimeFault(name: "null texts n/a, - and NULL", month: Month(2024, 11), count: 6, suits: hasBlanks) { crime in
            crime.spoiled = [.closingReview: "n/a", .needs: "-", .approved: "NULL"]
        },
        CrimeFault(name: "yes as Y, 1 and TRUE", month: Month(2026, 5), count: 6, suits: { $0.isDomestic == true }) {
            $0.spoiled[.domestic] = ["Y", "1", "TRUE"][$0.recorded % 3]
        },
    ]

    @Sendable private static func hasBlanks(_ crime: Crime) -> Bool {
        crime.investigation.closingReview == nil && crime.victim.needsAssessed == nil
    }
}

extension CrimeMonth {
    /// Equal records twice, and two records of one crime that contradict each other.
    mutating func repeatRecords(_ random: inout SplitMix64) {
        let system: CrimeSystem = month.first <= Migration.last ? .connect : .niche
        var places = crimes.indices.filter { crimes[$0].isPlain && crimes[$0].system == system }
        random.shuffle(&places)
        for (rank, place) in places.prefix(6).enumerated() {
            crimes[place].isStory = true
            var copy = crimes[place]
            copy.isCopy = true
            if rank < 4 {
                copy.fate = .duplicate
            } else {
                crimes[place].fate = .rejected
                copy.fate = .rejected
                copy.spoiled[.team] = "\(copy.place.area.short) Response 9"
            }
            crimes.append(copy)
        }
        planted += [
            (
                .crimes(system),
                FileTruth.Planted(
                    fault: "record repeated exactly", rule: nil, code: nil, column: nil, fate: "duplicate", count: 4)
            ),
            (
                .crimes(system),
                FileTruth.Planted(
                    fault: "two records of one crime that contradict each other", rule: "DQ04", code: nil, column: nil,
                    fate: "rejected", count: 4)
            ),
        ]
    }

    /// Arrests and outcomes of crimes that are in no export.
    mutating func addStrays() {
        for number in 1...3 {
            guard var stray = crimes.first(where: { $0.system == .connect }) else { return }
            let time = UKClock.utc(month.first.adding(days: number), 43_200)
            stray = Crime(
                system: .connect, id: "CR/9999\(number)/25", recorded: time, offence: stray.offence,
                place: stray.place, officer: stray.officer)
            stray.events = [CrimeEvent(type: .arrest, time: time, officer: stray.officer, person: "N100001")]
            stray.outcomes = [Crime.OutcomeEntry(code: "18", time: time + 3600, entered: time + 3600)]
            strays.append(stray)
        }
        planted += [CrimeSource.connectEvents, .outcomes].map { source in
            (
                source,
                FileTruth.Planted(
                    fault: "crime is in no export", rule: nil, code: nil, column: "crime_id", fate: "accepted",
                    count: strays.count)
            )
        }
    }
}
