/// A number that may be absent, in the space of the number: runs hold hundreds of thousands of rows of them.
@propertyWrapper
package struct Slim<Number: SlimNumber>: Sendable, Hashable {
    private var held: Number

    package init(wrappedValue: Number?) {
        held = wrappedValue ?? .absent
    }

    package var wrappedValue: Number? {
        get { held.isAbsent ? nil : held }
        set { held = newValue ?? .absent }
    }
}

/// A number with one value that stands for none and that no figure has.
package protocol SlimNumber: Sendable, Hashable {
    static var absent: Self { get }
    var isAbsent: Bool { get }
}

extension Int: SlimNumber {
    package static var absent: Int { .min }
    package var isAbsent: Bool { self == .min }
}

extension Double: SlimNumber {
    /// Less than any figure, and equal to itself, which what is no number is not.
    package static var absent: Double { -.infinity }
    package var isAbsent: Bool { self == -.infinity }
}
