import Expressions
import Tables

/// What an unmapped column reads as, ready to be repeated over a batch.
struct DefaultValue {
    private let type: ValueType
    private let value: Int64

    init(_ text: String?, type: ValueType, names: inout Names) {
        self.type = type
        guard let text else {
            value = Missing.integer
            return
        }
        value = type.isText ? Int64(names.code(of: text)) : DefaultValue.literal(text, type)
    }

    /// Flags are written as yes and no, too.
    private static func literal(_ text: String, _ type: ValueType) -> Int64 {
        if type == .flag, let place = TokenTable(yes: [], no: [], mapped: [:]).place(of: Array(text.utf8)[...]) {
            return Int64(place)
        }
        return parseLiteral(text, as: type) ?? Missing.integer
    }

    func repeated(_ count: Int) -> Vector {
        if type.isText {
            return .codes(Array(repeating: value == Missing.integer ? Missing.code : Int32(value), count: count))
        }
        if type == .flag {
            return .flags(Array(repeating: value == Missing.integer ? Missing.flag : UInt8(value), count: count))
        }
        return .integers(Array(repeating: value, count: count))
    }
}
