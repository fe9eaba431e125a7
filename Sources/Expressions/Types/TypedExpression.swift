package import Tables

/// An expression whose names are resolved and whose types are known: what evaluation, SQL printing and hashing read.
package struct TypedExpression: Sendable, Hashable {
    package let node: Node
    package let type: ValueType

    package init(_ node: Node, _ type: ValueType) {
        self.node = node
        self.type = type
    }

    /// Whose row a column is read from.
    package enum Row: Sendable, Hashable {
        /// The row the expression belongs to.
        case own
        /// The related row, inside the condition of `any`, `count`, `first` or `last`.
        case related
    }

    package enum Comparison: String, Sendable, Hashable {
        case equal = "=", notEqual = "<>", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    }

    package enum Arithmetic: String, Sendable, Hashable {
        case add = "+", subtract = "-", multiply = "*"
    }

    /// The functions of LANGUAGE section 1 that take values of one row. Argument types are checked before.
    package enum Function: String, Sendable, Hashable, CaseIterable {
        case elapsed, days, date
        case hourOfWeek = "hour_of_week"
        case hourStart = "hour_start"
        case month, weekday, hour, minute, second, coalesce, least, greatest, abs
        /// Working days after the first day up to the second: `n(b) - n(a)`.
        case workingDays = "working_days"
        /// The day on which so many working days after a day have passed.
        case addWorkingDays = "add_working_days"
    }

    package enum Aggregate: String, Sendable, Hashable, CaseIterable {
        case any, count, first, last
    }

    /// `any(REL v where C)`, `count(REL v where C)`, `first(REL v where C).column`, `last(…).column`.
    package struct RelatedRows: Sendable, Hashable {
        package let aggregate: Aggregate
        /// The relation's name, declared by the expression's table.
        package let relation: String
        package let condition: TypedExpression?
        /// The column taken by `first` and `last`.
        package let column: String?

        package init(aggregate: Aggregate, relation: String, condition: TypedExpression?, column: String?) {
            self.aggregate = aggregate
            self.relation = relation
            self.condition = condition
            self.column = column
        }
    }

    /// `count_within(key, time, width where C)`: rows of the table with the same key in the trailing window, both ends
    /// closed, the row itself included when it satisfies the condition.
    package struct TrailingCount: Sendable, Hashable {
        package let key: TypedExpression
        package let time: TypedExpression
        package let width: TypedExpression
        package let condition: TypedExpression?

        package init(
            key: TypedExpression, time: TypedExpression, width: TypedExpression, condition: TypedExpression?
        ) {
            self.key = key
            self.time = time
            self.width = width
            self.condition = condition
        }
    }

    package struct Branch: Sendable, Hashable {
        package let condition: TypedExpression
        package let value: TypedExpression

        package init(condition: TypedExpression, value: TypedExpression) {
            self.condition = condition
            self.value = value
        }
    }

    package indirect enum Node: Sendable, Hashable {
        case null
        case flag(Bool)
        /// An integer, a scaled number, a duration in milliseconds or a date in days, as the type says.
        case integer(Int64)
        case text(String)
        case column(String, of: Row)
        /// A column of the row that a to-one relation leads to; unknown when there is none.
        case lookup(relation: String, column: String)
        /// A named, possibly dated, constant.
        case setting(String)
        /// The instant at which knowledge ends.
        case asOf
        /// Whether a population holds the own (or related) row: its conditions true and no exclusion true.
        case population(String, of: Row)
        /// Whether a source is supplied at all.
        case supplied(String)
        case not(TypedExpression)
        case and([TypedExpression])
        case or([TypedExpression])
        case compare(Comparison, TypedExpression, TypedExpression)
        /// `x in (…)`: the list holds literals and perhaps null.
        case inList(TypedExpression, [TypedExpression])
        case isNull(TypedExpression)
        case arithmetic(Arithmetic, TypedExpression, TypedExpression)
        case negate(TypedExpression)
        case choose([Branch], otherwise: TypedExpression?)
        case call(Function, [TypedExpression])
        case related(RelatedRows)
        case trailingCount(TrailingCount)
    }
}
