import Definitions
import Tables

extension SourceRows {
    /// The table's own time of every row as an instant: of a date the beginning of its local day. Nothing where the schema
    /// has none.
    func times(zone: ZoneTable) -> Column? {
        guard let place = place(of: schema.time) else { return nil }
        let values = columns[place].values
        guard columns[place].type == .date else { return values }
        return .integers(
            values.widened().map { $0 == Missing.integer ? $0 : zone.start(of: CivilDate(days: Int(clamping: $0))) })
    }
}
