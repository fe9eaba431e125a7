import Definitions
import Expressions

/// What the names in a figure's definition stand for, in the order in which a reader meets them: its populations and
/// columns, and what those are made of.
func meaningLines(_ figure: FigureDefinition, _ definition: PipelineDefinition) -> [String] {
    let tables = madeFrom(figure.table, in: definition)
    var known: Set<String> = []
    var lines: [String] = []
    func explain(_ text: String, levels: Int) {
        for name in names(in: text) where known.insert(name).inserted {
            guard let meaning = tables.lazy.compactMap({ $0.meaning(of: name) }).first else { continue }
            lines.append("\(name): \(meaning)")
            if levels > 1 { explain(meaning, levels: levels - 1) }
        }
    }
    for text in [figure.amongText, figure.measureText, figure.due.map(expressionText) ?? ""] {
        explain(text, levels: 2)
    }
    return lines
}

/// A table and those that it is made from.
func madeFrom(_ table: String, in definition: PipelineDefinition) -> [TableDefinition] {
    guard let found = definition.tables.first(where: { $0.name == table }) else { return [] }
    if case .table(let parent) = found.from { return [found] + madeFrom(parent, in: definition) }
    return [found]
}

extension TableDefinition {
    /// How a name of the table is defined; nothing where an export has it as it is.
    fileprivate func meaning(of name: String) -> String? {
        if let column = columns.first(where: { $0.name == name }) {
            return column.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard let population = populations.first(where: { $0.name == name }) else { return nil }
        return population.selection.conditions.map(expressionText).joined(separator: " and ")
    }
}

/// The words of a text that may be names, without those in quotes, those after a dot and those that functions are called by.
private func names(in text: String) -> [String] {
    var found: [String] = []
    var word = ""
    var isQuoted = false
    var before: Character = " "
    func isPart(_ character: Character) -> Bool {
        character == "_" || character.isASCII && (character.isLetter || character.isNumber)
    }
    for character in text + " " {
        if character == "'" { isQuoted.toggle() }
        if !isQuoted, isPart(character) {
            word.append(character)
            continue
        }
        if !word.isEmpty, before != ".", character != "(" { found.append(word) }
        word = ""
        before = character
    }
    return found
}
