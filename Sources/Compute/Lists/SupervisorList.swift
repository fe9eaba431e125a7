package import Definitions
package import Tables

/// One of the force's lists with its rows, or why there are none to be had.
package struct SupervisorList: Sendable {
    package let definition: ListDefinition
    /// The first and last local day that it is about; no first one where it holds every day.
    package let first: CivilDate?
    package let last: CivilDate
    /// Those of the declared columns that no export gives: their cells are empty.
    package let withoutData: [String]
    /// One text for each declared column.
    package let rows: [[String]]
    /// Why the exports cannot give it; nothing where they can.
    package let obstacle: String?
}
