/// Folders given on the command line or by `PIPELINE_*`, which come before what `pipeline.yaml` says.
package struct FolderOverrides: Sendable {
    package var inputs: String?
    package var output: String?
    package var state: String?

    package init(inputs: String? = nil, output: String? = nil, state: String? = nil) {
        self.inputs = inputs
        self.output = output
        self.state = state
    }
}
