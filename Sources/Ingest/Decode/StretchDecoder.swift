import Definitions
import Tables

/// Decodes one stretch of a chunk column by column, inside the chunk's own task.
struct StretchDecoder {
    private let plan: FilePlan
    private let batch: RecordBatch
    private let rows: ChunkRows
    private let zone: ZoneTable
    private var names: Names
    private var faults = FaultList()
    private var context: TimeContext
    private var columns: [Column?]
    private var evidence: [ColumnEvidence]
    private var times: [Int: TimeColumn] = [:]
    private var keyProof: KeyProof

    /// - Parameters:
    ///   - names: those of the stretches before it; its own codes are added to them.
    ///   - context: that of the stretch before it.
    init(
        _ batch: RecordBatch, plan: FilePlan, zone: ZoneTable, names: consuming Names, context: TimeContext? = nil
    ) {
        var faults = FaultList()
        let rows = selectRows(of: batch, plan: plan, &faults)
        self.init(batch, rows, plan: plan, zone: zone, names: names, context: context)
        self.faults = faults
    }

    private init(
        _ batch: RecordBatch, _ rows: ChunkRows, plan: FilePlan, zone: ZoneTable, names: consuming Names,
        context: TimeContext? = nil
    ) {
        self.names = names
        self.plan = plan
        self.batch = batch
        self.rows = rows
        self.zone = zone
        keyProof = KeyProof(by: plan.source.keyMeans)
        self.context = context ?? TimeContext(clock: LocalClock(zone), limits: plan.limits)
        columns = Array(repeating: nil, count: plan.source.columns.count)
        evidence = Array(repeating: ColumnEvidence(), count: plan.source.columns.count)
    }

    /// What it learnt of times, for the next stretch.
    consuming func takeContext() -> TimeContext { context }

    mutating func decoded() -> DecodedChunk {
        for place in plan.source.columns.indices { decode(place) }
        for place in plan.source.clockOrder { decodeClock(place) }
        settleTimes()
        var all: [Column] = []
        var evidenceOfAll: [ColumnEvidence] = []
        for (place, column) in columns.enumerated() {
            guard let column else { continue }
            all.append(column)
            evidenceOfAll.append(evidence[place])
        }
        let malformed = rows.malformed.isEmpty ? LenientReading() : readMalformed()
        var others = rows.others
        let bad = batch.faults.filter { $0.code == .invalidEncoding }
        others.badEncoding = bad.first.map { ($0.offset, bad.count) }
        return DecodedChunk(
            names: names, columns: all, missing: all.map(\.missingCount), keyProof: keyProof, evidence: evidenceOfAll,
            faults: faults.sorted(),
            malformed: malformed, records: recordPlaces(of: rows, in: batch), lineCount: batch.lineCount, others: others
        )
    }

    /// The keys of malformed records, decoded as those of others but apart from them: what is wrong with such a key is
    /// no fault, and its values are in no column.
    private mutating func readMalformed() -> LenientReading {
        let lenient = batch.lenient(rows.malformed.map { rows.records[Int($0)] }, plan.source.source.dialect)
        var reading = LenientReading()
        reading.rows = rows.malformed
        reading.cells = (0..<lenient.count).map { Int32(lenient.cellCount(of: $0)) }
        reading.widths = Array(repeating: Int32(plan.map.fewestCells), count: lenient.count)
        var all = ChunkRows()
        all.records = Array(0..<Int32(lenient.count))
        // Handed over, so that there is never a second copy of them.
        let known = names
        names = Names()
        var decoder = StretchDecoder(lenient, all, plan: plan, zone: zone, names: known)
        for place in plan.source.keyPlaces { decoder.decode(place) }
        decoder.settleTimes()
        names = decoder.names
        if let place = plan.source.orderedKey { keyProof.note(seeming: decoder.cells(place)) }
        for place in plan.source.keyPlaces {
            guard let values = decoder.columns[place] else { continue }
            let column = plan.source.columns[place]
            reading.keys.append(.init(name: column.name, type: column.type, resolution: nil, values: values))
        }
        return reading
    }

    private mutating func decode(_ place: Int) {
        let column = plan.source.columns[place]
        faults.column = plan.source.faultColumns[place]
        let isPresenceOnly = plan.source.isPresenceOnly[place]
        if plan.map.places[place] == .absent {
            columns[place] = isPresenceOnly ? absent(column).presence(names) : absent(column)
            if place == plan.source.words {
                columns[place] = .integers(Array(repeating: Missing.integer, count: rows.records.count))
            }
            if place == plan.source.orderedKey { keyProof = .none(by: plan.source.keyMeans) }
            return
        }
        switch column.decoder {
        case .computed, .timeOfDay: return
        case .text where isPresenceOnly: columns[place] = presence(place, isIdentifier: false)
        case .identifier where isPresenceOnly: columns[place] = presence(place, isIdentifier: true)
        case .text where place == plan.source.words:
            columns[place] = .integers(decodeWords(cells(place), isIdentifier: false, &faults))
        case .identifier where place == plan.source.words:
            columns[place] = .integers(decodeWords(cells(place), isIdentifier: true, &faults))
        case .text: columns[place] = .codes(texts(place, isIdentifier: false))
        case .identifier: columns[place] = .codes(texts(place, isIdentifier: true))
        case .flag(let tokens): columns[place] = .flags(decodeFlags(cells(place), tokens: tokens, &faults))
        case .integer: columns[place] = .integers(decodeIntegers(cells(place), &faults))
        case .number(let decimals): columns[place] = .integers(decodeNumbers(cells(place), decimals: decimals, &faults))
        case .pseudonym(let pseudonymiser):
            columns[place] = .codes(decodePseudonyms(cells(place), with: pseudonymiser, names: &names))
        case .category(let tokens):
            let (codes, unknown) = decodeCategories(cells(place), tokens: tokens, names: &names, &faults)
            columns[place] = isPresenceOnly ? Column.codes(codes).presence(names) : .codes(codes)
            evidence[place].labels = LabelTally(known: codes.count { $0 != Missing.code }, unknown)
        case .duration(let form):
            let values = decodeDurations(cells(place), form: form, &faults)
            evidence[place].nonzero = values.count { $0 > 0 }
            evidence[place].hasSeconds = values.contains { $0 > 0 && $0 % 60_000 != 0 }
            columns[place] = StretchDecoder.narrowed(values, isNarrow: column.isNarrow)
        case .date(let formats):
            columns[place] = .integers(
                decodeDates(
                    cells(place), formats: formats, isPlanned: column.isPlanned, limits: plan.limits, &faults))
        case .time(let formats):
            times[place] = decodeTimes(
                cells(place), of: place, formats: formats, isPlanned: column.isPlanned, &context, &faults)
        }
    }

    /// A column's texts, and what tells the key's apart.
    private mutating func texts(_ place: Int, isIdentifier: Bool) -> [Int32] {
        let found = cells(place)
        let codes = decodeTexts(found, isIdentifier: isIdentifier, names: &names, &faults)
        if place == plan.source.orderedKey {
            keyProof = KeyProof(found, by: plan.source.keyMeans)
            keyProof.missing = codes.count { $0 == Missing.code } - rows.malformed.count
        }
        return codes
    }

    /// The presence of a column's cells, and what tells the key's apart.
    private mutating func presence(_ place: Int, isIdentifier: Bool) -> Column {
        let found = cells(place)
        guard place == plan.source.orderedKey else {
            return .flags(decodePresence(found, isIdentifier: isIdentifier, &faults))
        }
        let presence = decodePresence(found, isIdentifier: isIdentifier, &keyProof, &faults)
        keyProof.missing = presence.count { $0 == Missing.flag } - rows.malformed.count
        return .flags(presence)
    }

    private mutating func decodeClock(_ place: Int) {
        let column = plan.source.columns[place]
        guard case .timeOfDay(let formats, let dayFormats, let follows) = column.decoder,
            plan.map.places[place] != .absent
        else { return }
        faults.column = plan.source.faultColumns[place]
        let before = instantsBefore(follows)
        var days = repeatedCell([], rows)
        if let day = plan.map.days[place] { days = gatherCells(day, batch, rows, plan.source.nulls) }
        let clocks = cells(place)
        times[place] = decodeTimesOfDay(
            clocks, days: days, formats: formats, dayFormats: dayFormats, isPlanned: column.isPlanned,
            follows: { row in
                for instants in before where instants[row] != Missing.integer { return instants[row] }
                return Missing.integer
            }, &context, &faults)
    }

    /// The instants that a clock reading follows: the column named, and where that is empty the one which that follows.
    private func instantsBefore(_ name: String?) -> [[Int64]] {
        var found: [[Int64]] = []
        var seen: Set<String> = []
        var next = name
        while let name = next, seen.insert(name).inserted,
            let place = plan.source.columns.firstIndex(where: { $0.name == name })
        {
            if let column = times[place] { found.append(column.instants) }
            guard case .timeOfDay(_, _, let follows) = plan.source.columns[place].decoder else { break }
            next = follows
        }
        return found
    }

    private mutating func settleTimes() {
        let order = plan.source.timeOrder.filter { times[$0] != nil }
        var ordered = order.compactMap { times[$0] }
        settleDoubledHours(&ordered, steps: order.map { plan.source.columns[$0].resolution ?? 1 })
        for (index, place) in order.enumerated() { times[place] = ordered[index] }
        for (place, anchor) in plan.source.looseTimes {
            guard var loose = times[place], let instants = times[anchor]?.instants else { continue }
            settleDoubledHours(&loose, step: plan.source.columns[place].resolution ?? 1, after: instants)
            times[place] = loose
        }
        for (place, column) in plan.source.columns.enumerated() {
            guard let time = times[place] else { continue }
            evidence[place].known = time.known
            evidence[place].hasSeconds = time.hasSeconds
            evidence[place].hasClock = time.hasClock
            let step = min(column.resolution ?? 1000, 60_000)
            columns[place] =
                step == 1000 && column.isNarrow
                ? StretchDecoder.narrowed(time.instants, isNarrow: true)
                : StretchDecoder.narrowed(
                    time.instants.map { $0 == Missing.integer ? $0 : floorDivide($0, step) * step },
                    isNarrow: column.isNarrow)
        }
    }

    /// The cells that a column is decoded from, rewritten where the mapping says so.
    private mutating func cells(_ place: Int) -> CellColumn {
        let column = plan.source.columns[place]
        let found: CellColumn
        switch plan.map.places[place] {
        case .cell(let cell): found = gatherCells(cell, batch, rows, plan.source.nulls)
        case .joined(let parts):
            var separator = ""
            if case .joined(_, let text) = column.mapping.origin { separator = text }
            found = joinedCells(
                parts, column.parts, with: Array(separator.utf8), batch, rows, plan.source.nulls, &faults)
        case .constant:
            var text = ""
            if case .constant(let constant) = column.mapping.origin { text = constant }
            found = repeatedCell(Array(text.utf8), rows)
        case .absent, .computed: return repeatedCell([], rows)
        }
        guard let rewriting = column.rewriting else { return found }
        let (rewritten, labels) = rewriting.rewritten(found, &faults)
        evidence[place].references = labels
        return rewritten
    }

    /// A column that this file does not have reads as the schema's default; malformed rows read as nothing.
    private mutating func absent(_ column: ColumnPlan) -> Column {
        let value = DefaultValue(column.absent, type: column.type, names: &names)
        var values = ComputedValues(type: column.type, isNarrow: column.isNarrow)
        values.append(value.repeated(rows.records.count))
        for row in rows.malformed { values.clear(Int(row)) }
        return values.column
    }

    private static func narrowed(_ values: [Int64], isNarrow: Bool) -> Column {
        guard isNarrow else { return .integers(values) }
        let span = values.span
        var isBefore1970 = false
        let seconds = [Int32](capacity: span.count) { seconds in
            var row = 0
            while row < span.count {
                // Which values are missing is as good as chance in some columns, so that it is not branched on.
                let value = span[row]
                let second = Int32(truncatingIfNeeded: UInt64(bitPattern: value) / 1000)
                isBefore1970 = isBefore1970 || (value < 0 && value != Missing.integer)
                seconds.append(value < 0 ? Missing.seconds : second)
                row += 1
            }
        }
        guard isBefore1970 else { return .seconds(seconds) }
        return .seconds(
            values.map { value in
                value == Missing.integer
                    ? Missing.seconds : Int32(truncatingIfNeeded: floorDivide(value, 1000))
            })
    }
}
