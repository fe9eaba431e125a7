/// What the finest part of a time format tells apart, in milliseconds, where it is coarser than an hour.
package enum Resolution {
    package static let day: Int64 = 86_400_000
    /// Of a time that says the month and no day; it stands for the month's first instant.
    package static let month: Int64 = 31 * day
}
