/// One thing that is said, and what it is about; a line without a label goes on with what the one before it is about.
package struct LabelledLine: Sendable, Hashable {
    package let label: String
    package let text: String

    package init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }

    /// The line for a terminal, its text under those of the others.
    package func text(width: Int) -> String {
        label + String(repeating: " ", count: max(label.isEmpty ? 0 : 1, width - label.count)) + text
    }
}
