import Synchronization

/// A value that one task hands to another, which alone has it then and can let go of it.
final class HandedOver<Value: Sendable>: Sendable {
    private let value: Mutex<Value?>

    init(_ value: consuming Value) {
        self.value = Mutex(value)
    }

    /// The value; it can be taken once.
    func take() -> Value {
        guard let taken = value.withLock({ $0.take() }) else { preconditionFailure("a value was taken twice") }
        return taken
    }
}
