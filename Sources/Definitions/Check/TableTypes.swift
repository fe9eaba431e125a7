import Expressions
import Tables

/// What is known of one table while definitions are checked.
struct TableTypes {
    /// `calls` for the canonical table, `contacts` for a derived one.
    let name: String
    var columns: [String: ValueType] = [:]
    /// Columns whose values are never shown.
    var sensitive: Set<String> = []
    /// Columns that have a fault of their own or read one that has: their type is not known.
    var failed: Set<String> = []
    var populations: [String: Selection] = [:]
    var failedPopulations: Set<String> = []
    var relations: [TableDefinition.Relation] = []
    var dimensions: [String] = []
    var failedDimensions: Set<String> = []
    var time: String?
    /// Of a reference table: the columns that name a row, and whether a day does too.
    var key: [String] = []
    var isDated = false
    /// The instant at which the rows are taken, where a row is one of several of the same case.
    var stockInstant: String?

    var populationNames: Set<String> { Set(populations.keys).union(failedPopulations) }
    var columnNames: [String] { columns.keys.sorted() }
}
