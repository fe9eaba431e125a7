import Definitions
import Tables

/// Which decoded columns any file of a source has. One that no file has is as if nobody had mapped it.
struct PresentColumns: Sendable {
    /// The plan's columns that are decoded and that some file has.
    let columns: [ColumnPlan]
    /// By decoded column its place among these; -1 for one that no file has.
    private let places: [Int32]
    /// Columns of the schema that are mapped nowhere, or only optionally and absent everywhere.
    let unmapped: [String]

    init(_ plan: SourcePlan, in headers: [MappedFile]) {
        var columns: [ColumnPlan] = []
        var places: [Int32] = []
        for (number, column) in plan.columns.enumerated() where !column.isComputed {
            let isAbsent = !headers.isEmpty && headers.allSatisfy { $0.map.places[number] == .absent }
            places.append(isAbsent ? -1 : Int32(columns.count))
            if !isAbsent { columns.append(column) }
        }
        let mapped = Set(columns.map(\.name)).union(plan.columns.filter(\.isComputed).map(\.name))
        self.columns = columns
        self.places = places
        unmapped = plan.schema.columns.map(\.name).filter { !mapped.contains($0) }
    }

    /// Those of the decoded columns that some file has.
    func selected<Element>(_ all: [Element]) -> [Element] {
        zip(places, all).filter { $0.0 >= 0 }.map(\.1)
    }

    /// Faults by the places of these columns, without those of absent ones.
    func selected(_ faults: [DecodedSource.Fault]) -> [DecodedSource.Fault] {
        faults.compactMap { fault in
            guard fault.column >= 0 else { return fault }
            let place = places[Int(fault.column)]
            return place < 0 ? nil : .init(row: fault.row, column: place, code: fault.code)
        }
    }
}
