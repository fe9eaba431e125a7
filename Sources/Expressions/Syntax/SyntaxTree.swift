package import Tables

/// An expression as written: its shape and where each part stands, before any name means anything.
///
/// Whoever loads definitions parses everything first, orders columns by the names they use, and only then checks.
package struct SyntaxTree: Sendable, Hashable {
    let source: SourceText
    let root: Syntax

    /// The text as it was written.
    package var text: String { source.text }
    /// Where the text begins.
    package var location: Diagnostic.Location { source.location }
}

/// One part of an expression and the bytes it was written with.
struct Syntax: Sendable, Hashable {
    let kind: Kind
    let range: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
    }

    /// A name and where it stands.
    struct Name: Sendable, Hashable {
        let text: String
        let range: Range<Int>
    }

    struct Branch: Sendable, Hashable {
        let condition: Syntax
        let value: Syntax
    }

    struct Aggregate: Sendable, Hashable {
        let aggregate: TypedExpression.Aggregate
        let relation: Name
        let alias: Name?
        let condition: Syntax?
        let column: Name?
    }

    struct Trailing: Sendable, Hashable {
        let key: Syntax
        let time: Syntax
        let width: Syntax
        let condition: Syntax?
    }

    indirect enum Kind: Sendable, Hashable {
        case null
        case flag(Bool)
        case number(Int64, decimals: Int)
        case duration(Int64)
        case text(String)
        case name(String)
        /// `REL.column`, or `v.column` inside the condition on a related row.
        case member(Name, Name)
        case setting(Name)
        case asOf
        case call(Name, [Syntax])
        case supplied(Name)
        case aggregate(Aggregate)
        case trailingCount(Trailing)
        case not(Syntax)
        case and([Syntax])
        case or([Syntax])
        case compare(TypedExpression.Comparison, at: Range<Int>, Syntax, Syntax)
        case between(Syntax, Syntax, Syntax, at: Range<Int>, negated: Bool)
        case inList(Syntax, [Syntax], negated: Bool)
        case isNull(Syntax, negated: Bool)
        case arithmetic(TypedExpression.Arithmetic, at: Range<Int>, Syntax, Syntax)
        case negate(Syntax)
        case choose(subject: Syntax?, [Branch], otherwise: Syntax?)
    }
}
