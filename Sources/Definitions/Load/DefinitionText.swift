import Tables

/// One file of definitions as read.
struct DefinitionText {
    /// Inside the `definitions/` of a run, such as `peel/kpis/calls.yaml`.
    let path: String
    /// As messages name it, such as `Pipelines/peel/kpis/calls.yaml`.
    let shown: String
    let bytes: [UInt8]
}

/// All files that one definition is made of.
struct DefinitionTexts {
    /// The name of the force's own folder, such as `loamshire`.
    let force: String
    /// The name of the folder it extends, such as `peel`.
    let base: String
    let texts: [DefinitionText]

    /// The files of a folder, by path below it, in the order of their paths.
    func below(_ folder: String) -> [(path: String, text: DefinitionText)] {
        texts.compactMap { text in
            guard text.path.hasPrefix(folder + "/") else { return nil }
            return (String(text.path.dropFirst(folder.count + 1)), text)
        }
    }
}
