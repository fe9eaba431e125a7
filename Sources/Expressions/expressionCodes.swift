package import Tables

/// What the codes of faults in expressions mean.
package let expressionCodes: [CodeExplanation] = [
    CodeExplanation(
        code: ExpressionCode.syntax, title: "an expression that cannot be read",
        meaning: "A word or sign stands where none or another one is expected, or the expression breaks off.",
        remedy: "Look at the place named; `pipeline help language` shows how each construct is written."),
    CodeExplanation(
        code: ExpressionCode.unterminatedText, title: "a text that never ends",
        meaning: "A text begins with ' and no second ' closes it.",
        remedy: "Close the text; an apostrophe inside it is written twice."),
    CodeExplanation(
        code: ExpressionCode.parenthesis, title: "parentheses that do not match",
        meaning: "A parenthesis is opened and never closed, or closed and never opened. Inside { } a comma ends an"
            + " unquoted value, so that an expression with a list loses its end.",
        remedy: "Close the parenthesis, or put the whole expression in double quotes."),
    CodeExplanation(
        code: ExpressionCode.foreign, title: "something the language does not have",
        meaning: "Division, casts, rounding, patterns, text functions and signs of other languages were left out:"
            + " database engines differ on them, and figures must not.",
        remedy: "Write what the help names instead, or map the value in the source."),
    CodeExplanation(
        code: ExpressionCode.literal, title: "a literal that is none",
        meaning: "A number is too long, a unit of time is unknown, or a date does not exist.",
        remedy: "Write numbers in at most 18 digits, durations in ms, s, min, h, d or w, and dates as '2026-03-31'."),
    CodeExplanation(
        code: ExpressionCode.unknownColumn, title: "an unknown column",
        meaning: "A name is neither a column nor a population of the table, or of the rows that a relation leads to.",
        remedy: "Take the name suggested, or define the column."),
    CodeExplanation(
        code: ExpressionCode.unknownFunction, title: "an unknown function",
        meaning: "A name before a parenthesis is not a function of the language.",
        remedy: "Take the function suggested."),
    CodeExplanation(
        code: ExpressionCode.unknownRelation, title: "an unknown relation",
        meaning: "A name before a dot, or inside `any`, `count`, `first` or `last`, is not a relation of the table.",
        remedy: "Take the name suggested, or declare the relation in the table."),
    CodeExplanation(
        code: ExpressionCode.unknownSetting, title: "an unknown setting",
        meaning: "No setting has the name that stands after `setting.`.",
        remedy: "Take the name suggested, or add the setting to settings.yaml."),
    CodeExplanation(
        code: ExpressionCode.unknownSource, title: "an unknown source",
        meaning: "`supplied` asks for a source that no definition names.",
        remedy: "Take the name suggested."),
    CodeExplanation(
        code: ExpressionCode.unknownValue, title: "not a value of the category",
        meaning: "A category is compared with a text that it can never hold, so that the answer would always be no.",
        remedy: "Take one of the values named, or add the value to the schema."),
    CodeExplanation(
        code: ExpressionCode.type, title: "types that do not fit",
        meaning: "An operation joins values that have nothing in common, such as a duration and a bare number.",
        remedy: "Write what the help names: `10 s` for a duration, `date(X)` for the local day of a time."),
    CodeExplanation(
        code: ExpressionCode.arguments, title: "a wrong number of arguments",
        meaning: "A function takes another number of values.",
        remedy: "Give the values that the message names."),
    CodeExplanation(
        code: ExpressionCode.relation, title: "a relation used in the wrong way",
        meaning: "`first` and `last` need a relation with an order; `RELATION.column` needs one without, which leads to"
            + " one row at most.",
        remedy: "Write the form that the help names, or change the relation's `order`."),
    CodeExplanation(
        code: ExpressionCode.null, title: "a comparison or sum with null",
        meaning: "Whatever is compared with null or added to it is unknown for every row.",
        remedy: "Write `X is null` or `X is not null`."),
]
