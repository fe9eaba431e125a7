/// How a missing value is stored in the arrays of a column: a reserved value of the element type, never a second array.
package enum Missing {
    /// Missing time, duration, date, integer or number.
    @inlinable package static var integer: Int64 { Int64.min }
    /// Missing whole seconds in four bytes.
    @inlinable package static var seconds: Int32 { Int32.min }
    /// Missing whole number in two bytes.
    @inlinable package static var small: Int16 { Int16.min }
    /// Missing text, id, category or pseudonym.
    @inlinable package static var code: Int32 { -1 }
    /// Missing text among labels.
    @inlinable package static var label: UInt8 { 255 }
    /// Unknown yes/no; 0 is no and 1 is yes.
    @inlinable package static var flag: UInt8 { 2 }
}
