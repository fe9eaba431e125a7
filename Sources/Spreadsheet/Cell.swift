/// What stands in a cell of a workbook.
package enum Cell: Sendable, Hashable {
    case text(String)
    /// Shown with so many decimals. A number that is not finite never gets this far: it is `.absent`.
    case number(Double, decimals: Int)
    /// A shorthand in brackets in place of a number, such as `[x]` for not available.
    case absent(String)
    /// The name of another sheet of the workbook, which leads to it.
    case sheet(String)
}
