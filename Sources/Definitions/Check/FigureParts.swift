/// The two figures that a third is made of, and what it has of them.
struct FigureParts {
    let table: String
    let period: String
    let amongText: String
    let figures: [FigureDefinition]
}
