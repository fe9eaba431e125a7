/// What a force wants to happen around its runs: programs to start, and files that other programs watch.
package struct Operations: Sendable, Hashable {
    /// A program and its arguments, started without a shell after figures were published.
    package let onSuccess: [String]
    /// The same after a run that published nothing because it failed.
    package let onFailure: [String]
    /// A file for the textfile collector of Prometheus.
    package let prometheus: String?
    /// A file that gets one JSON object per line.
    package let log: String?

    package init(
        onSuccess: [String] = [], onFailure: [String] = [], prometheus: String? = nil, log: String? = nil
    ) {
        self.onSuccess = onSuccess
        self.onFailure = onFailure
        self.prometheus = prometheus
        self.log = log
    }
}
