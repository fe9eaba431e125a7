/// A figure with its types, and its keys as written, so that checks can point at them.
struct CheckedFigure {
    let figure: FigureDefinition
    let fields: Fields
    let table: TableTypes
    let isLocal: Bool
}
