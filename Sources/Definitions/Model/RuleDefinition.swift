package import Expressions
package import Tables

/// One data-quality rule. It fails only when its expectation is false: unknown passes, as in an SQL CHECK.
package struct RuleDefinition: Sendable {
    package enum Target: Sendable, Hashable {
        /// Known to ingest itself; only its severity and limits are data.
        case builtIn
        /// Sees one row of a canonical table and may change or reject it.
        case source(String)
        /// Sees a table with its relations; may only warn or count.
        case table(String)
    }

    package enum Action: Sendable {
        case reject
        case blank([String])
        case set([Assignment])
        case warn
        case count
        case stopFile
    }

    package struct Assignment: Sendable {
        package let column: String
        package let value: TypedExpression

        package init(column: String, value: TypedExpression) {
            self.column = column
            self.value = value
        }
    }

    package let id: String
    /// What the rule means, in words for a reader.
    package let name: String
    package let target: Target
    /// Nothing for built-in rules.
    package let expect: TypedExpression?
    package let expectText: String?
    package let action: Action
    /// Shares of the rows checked, 0 to 1.
    package let warnAbove: Double?
    package let failAbove: Double?
    package let stopKPIsAbove: Double?
    package let location: Diagnostic.Location

    package init(
        id: String, name: String, target: Target, expect: TypedExpression?, expectText: String?, action: Action,
        warnAbove: Double?, failAbove: Double?, stopKPIsAbove: Double?, location: Diagnostic.Location
    ) {
        self.id = id
        self.name = name
        self.target = target
        self.expect = expect
        self.expectText = expectText
        self.action = action
        self.warnAbove = warnAbove
        self.failAbove = failAbove
        self.stopKPIsAbove = stopKPIsAbove
        self.location = location
    }
}
