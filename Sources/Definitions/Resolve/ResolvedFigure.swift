import Tables

/// A figure as the force uses it: ours or its own, with what it changes and why.
struct ResolvedFigure {
    var figure: Drafts.Figure
    /// Our own keys when the force changes some of them.
    var ours: Drafts.Figure?
    var change: FigureDefinition.Change?
    /// The hash of ours that the change was written against, and where it stands.
    var base: YamlValue?
    var changeLocation: Diagnostic.Location?
}

/// All figures of a force, and those of ours that it leaves out.
struct ResolvedFigures {
    var figures: [ResolvedFigure] = []
    var leftOut: [(figure: ResolvedFigure, because: String)] = []
}
