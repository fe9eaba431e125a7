extension FigureDefinition {
    func with(hash: String) -> FigureDefinition {
        var copy = self
        copy.hash = hash
        return copy
    }
}
