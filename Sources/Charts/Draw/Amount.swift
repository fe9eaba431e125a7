/// A number with the words that readers see of it, so that a chart never rounds in its own way.
package struct Amount: Sendable, Hashable {
    package let value: Double
    package let text: String

    package init(_ value: Double, _ text: String) {
        self.value = value
        self.text = text
    }
}
