package import Expressions

/// Which rows a figure is about: conditions that must hold, and ordered exclusions of which the first true one is the
/// row's one reason. An exclusion that is unknown does not exclude.
package struct Selection: Sendable, Hashable {
    package struct Exclusion: Sendable, Hashable {
        package let reason: String
        package let condition: TypedExpression

        package init(reason: String, condition: TypedExpression) {
            self.reason = reason
            self.condition = condition
        }
    }

    /// Outermost population first. Populations inside have been replaced by what they stand for.
    package let conditions: [TypedExpression]
    package let exclusions: [Exclusion]

    package init(conditions: [TypedExpression], exclusions: [Exclusion]) {
        self.conditions = conditions
        self.exclusions = exclusions
    }
}
