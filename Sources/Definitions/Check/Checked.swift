/// Definitions whose names and types are known, with the keys they were written with: what every check looks at.
struct Checked {
    let tables: [TableDefinition]
    let references: [ReferenceTable]
    let typing: Typing
    let settings: [SettingDefinition]
    let standards: [ResolvedStandard]
    let figures: [CheckedFigure]
    let rules: [RuleDefinition]
    let lists: [ListDefinition]
    let holidays: HolidayCalendar
    /// The ids of all figures, also of those that could not be built or are left out.
    let knownFigures: Set<String>
}

/// Every check of definitions that are otherwise sound, in the order in which they run; one file each.
let definitionChecks: [@Sendable (Checked, Findings) -> Void] = [
    checkPeriodColumns,
    checkDueTimes,
    checkUnits,
    checkMissingRules,
    checkDimensions,
    checkShownColumns,
    checkStockPeriods,
    checkParts,
    checkReferenceKeys,
    checkStandards,
    checkVariants,
    checkExclusionReasons,
    checkDatedSettings,
    checkUnusedSettings,
    checkWorkingDays,
]
