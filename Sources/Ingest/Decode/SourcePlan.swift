import Definitions
import Tables

/// A source compiled for decoding: everything that does not depend on the file.
struct SourcePlan: Sendable {
    let source: SourceDefinition
    let schema: SchemaDefinition
    let columns: [ColumnPlan]
    let nulls: NullTokens
    let skips: [RecordBeginning]
    /// What the cell must hold that makes a record a row; empty for any text.
    let rowTexts: Set<[UInt8]>
    let control: RecordBeginning?
    /// Bytes of the control record's beginning, after which its number stands.
    let controlText: [UInt8]
    /// The place of each column among the decoded ones, for faults; computed columns come last.
    let faultColumns: [Int32]
    /// By column whether only the presence of its cells is kept: nothing asks for the texts themselves.
    let isPresenceOnly: [Bool]
    /// Whether columns of few texts are kept in a byte a row.
    let packsLabels: Bool
    /// The one column of the key, where something else than its texts must show that no two are equal: as a rule they are not
    /// kept.
    let orderedKey: Int?
    /// What shows it.
    let keyMeans: KeyMeans
    /// The column whose texts are only told apart, where there is one.
    let words: Int?
    /// The columns that the key is read from; none when a part of it is computed or follows another column.
    let keyPlaces: [Int]
    /// Clock readings in an order in which each follows a column that is decoded before it.
    let clockOrder: [Int]
    /// Unplanned times in the order of the canonical table, then the source's own; one of its own that clocks follow comes
    /// before them. It is the order in which a row's times happen.
    let timeOrder: [Int]
    /// Times without a fixed place among the others, each with the one that it does not come before.
    let looseTimes: [(place: Int, anchor: Int)]

    /// `keeping` names the columns whose texts are kept; nothing keeps all. `ordersKeys` tells a key's texts apart by `keyMeans`
    /// even where they are kept.
    init(
        _ source: SourceDefinition, schema: SchemaDefinition, key: PseudonymKey?, keeping: Set<String>? = nil,
        by keyMeans: KeyMeans = .order, packsLabels: Bool = false, wordsOf wordColumn: String? = nil,
        ordersKeys: Bool = false
    ) throws {
        self.packsLabels = packsLabels
        self.keyMeans = keyMeans
        self.source = source
        self.schema = schema
        var plans: [ColumnPlan] = []
        var faults: [Diagnostic] = []
        for mapping in source.columns {
            do {
                plans.append(try ColumnPlan(mapping, schema: schema, key: key))
            } catch {
                faults.append(error)
            }
        }
        if !faults.isEmpty { throw Diagnostics(faults) }
        columns = plans
        nulls = NullTokens(source.dialect)
        let encoding = source.dialect.encoding
        skips = source.dialect.skip.map { RecordBeginning($0, encoding: encoding) }
        rowTexts = Set((source.rowsWith?.values ?? []).map { folded($0) })
        control = source.dialect.control.map { RecordBeginning($0, encoding: encoding) }
        controlText = Array((source.dialect.control ?? "").utf8)
        var next: Int32 = 0
        faultColumns = plans.map { plan in
            if plan.isComputed { return -1 }
            next += 1
            return next - 1
        }
        let forgotten = plans.map { plan in
            keeping.map { !$0.contains(plan.name) && plan.mayBePresenceOnly } ?? false
        }
        orderedKey = plans.indices.first {
            (forgotten[$0] || ordersKeys) && source.key == [plans[$0].name] && plans[$0].isText
        }
        // Rows with one key are compared in every column, so all are kept where it is not sure that there are none.
        isPresenceOnly = source.key.isEmpty || orderedKey != nil ? forgotten : forgotten.map { _ in false }
        words = plans.firstIndex { $0.name == wordColumn && $0.isText }
        keyPlaces = SourcePlan.keyPlaces(plans, key: source.key)
        clockOrder = SourcePlan.clockOrder(plans)
        timeOrder = SourcePlan.timeOrder(plans, schema: schema)
        looseTimes = schema.columns.compactMap { column in
            guard let after = column.after, let place = plans.firstIndex(where: { $0.name == column.name }),
                let anchor = plans.firstIndex(where: { $0.name == after })
            else { return nil }
            return (place, anchor)
        }
    }

    private static func keyPlaces(_ plans: [ColumnPlan], key: [String]) -> [Int] {
        let places = key.compactMap { name in plans.firstIndex { $0.name == name } }
        let areRead = places.allSatisfy { place in
            switch plans[place].decoder {
            case .computed, .timeOfDay: false
            default: true
            }
        }
        return areRead ? places : []
    }

    private static func clockOrder(_ plans: [ColumnPlan]) -> [Int] {
        var waiting: [Int] = []
        for (place, plan) in plans.enumerated() {
            if case .timeOfDay = plan.decoder { waiting.append(place) }
        }
        var order: [Int] = []
        while !waiting.isEmpty {
            let ready = waiting.first { place in
                guard case .timeOfDay(_, _, let follows?) = plans[place].decoder else { return true }
                return !waiting.contains { $0 != place && plans[$0].name == follows }
            }
            // Columns that follow each other in a circle are taken as they stand.
            let next = ready ?? waiting[0]
            order.append(next)
            waiting.removeAll { $0 == next }
        }
        return order
    }

    private static func timeOrder(_ plans: [ColumnPlan], schema: SchemaDefinition) -> [Int] {
        let times = plans.indices.filter { place in
            switch plans[place].decoder {
            case .time, .timeOfDay: !plans[place].isPlanned && schema.column(named: plans[place].name)?.after == nil
            default: false
            }
        }
        func ownRank(_ place: Int) -> Int {
            schema.columns.firstIndex { $0.name == plans[place].name } ?? schema.columns.count + place
        }
        func rank(_ place: Int) -> Int {
            guard schema.column(named: plans[place].name) == nil else { return ownRank(place) * 2 + 1 }
            let followers = times.filter { follower in
                guard case .timeOfDay(_, _, let follows) = plans[follower].decoder else { return false }
                return follows == plans[place].name
            }
            return followers.map { ownRank($0) * 2 }.min() ?? ownRank(place) * 2 + 1
        }
        return times.sorted { rank($0) < rank($1) }
    }
}
