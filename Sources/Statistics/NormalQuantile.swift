/// Quantiles of the standard normal distribution that published intervals use, to full double precision.
package enum NormalQuantile {
    /// Two-sided 95%.
    package static let z95 = 1.959963984540054
    /// Two-sided 99.8%.
    package static let z998 = 3.090232306167813
}
