/// A figure with its types, and its keys as written, so that checks can point at them.
struct CheckedFigure {
    let figure: FigureDefinition
    let fields: Fields
    let table: TableTypes
    /// Whether the measure could be read; a count stands for one that could not.
    let isMeasured: Bool
}
