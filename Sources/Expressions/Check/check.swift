package import Tables

/// Resolves every name of an expression and gives every part a type, or throws all the faults found.
///
/// With `expecting` the whole must be of that type; literals adapt to it.
package func check(
    _ tree: SyntaxTree, in scope: Scope, expecting: ValueType? = nil
) throws(Diagnostics) -> TypedExpression {
    var checker = Checker(source: tree.source, scope: scope)
    let checked = checker.check(tree.root)
    let result = checked.flatMap { checker.expect($0, expecting, at: tree.root) }
    guard let result, checker.faults.isEmpty else { throw Diagnostics(checker.faults) }
    return result
}
