package import Charts

/// One page before the shell is put around it.
package struct Page: Sendable {
    /// Where it stands in the run, such as `kpi/C01.html`.
    package let path: String
    package let title: String
    /// The line under the title: which days the page is about.
    package let period: String
    package let main: Markup

    package init(path: String, title: String, period: String, main: Markup) {
        self.path = path
        self.title = title
        self.period = period
        self.main = main
    }

    /// What leads from this page to the folder of the run.
    package var root: String {
        path.contains("/") ? "../" : ""
    }
}

/// Where the page of a KPI stands inside a run.
package func figurePath(_ id: String) -> String {
    "kpi/\(id).html"
}
