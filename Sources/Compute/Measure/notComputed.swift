import Definitions

/// A figure's dimension that this run's data cannot tell.
package struct UntoldDimension: Sendable, Hashable {
    package let kpi: String
    package let dimension: String
}

/// What this run's data cannot give, without computing anything: whole figures, and dimensions of the others.
package func notComputed(
    _ input: ComputeInput
) -> (figures: [UncomputedFigure], dimensions: [UntoldDimension]) {
    let (plans, uncomputed) = planFigures(input.definition.figures, input)
    let dimensions = plans.filter(\.isReported).flatMap { plan in
        plan.figure.by.filter { !plan.dimensions.contains($0) }.map {
            UntoldDimension(kpi: plan.figure.id, dimension: $0)
        }
    }
    return (uncomputed + input.leftOutFigures, dimensions)
}
