/// Quantiles of the standard normal distribution that published intervals use, to full double precision.
package enum NormalQuantile {
    /// Two-sided 95%.
    package static let z95 = 1.959963984540054
}
