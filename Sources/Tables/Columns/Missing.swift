/// How a missing value is stored in the arrays of a column: a reserved value of the element type, never a second array.
package enum Missing {
    /// Missing time, duration, date, integer or number.
    package static let integer = Int64.min
    /// Missing whole seconds in four bytes.
    package static let seconds = Int32.min
    /// Missing text, id, category or pseudonym.
    package static let code: Int32 = -1
    /// Unknown yes/no; 0 is no and 1 is yes.
    package static let flag: UInt8 = 2
}
