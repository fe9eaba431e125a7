/// How a missing value is stored in the arrays of a column: a reserved value of the element type, never a second array.
///
/// Public, because only public constants are put in place of their names in other modules, which loops over rows need.
public enum Missing {
    /// Missing time, duration, date, integer or number.
    @inlinable public static var integer: Int64 { Int64.min }
    /// Missing whole seconds in four bytes.
    @inlinable public static var seconds: Int32 { Int32.min }
    /// Missing whole number in two bytes.
    @inlinable public static var small: Int16 { Int16.min }
    /// Missing text, id, category or pseudonym.
    @inlinable public static var code: Int32 { -1 }
    /// Missing text among labels.
    @inlinable public static var label: UInt8 { 255 }
    /// Unknown yes/no; 0 is no and 1 is yes.
    @inlinable public static var flag: UInt8 { 2 }
}
