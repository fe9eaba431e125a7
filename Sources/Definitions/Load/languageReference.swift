import FoundationEssentials

/// The reference of the definition language and the mapping cookbook: the README.md that lies with our definitions, the
/// one text that `pipeline help language` and a reader on the web share.
package func languageReference(folder: String? = nil) -> String {
    var places: [String] = []
    if let folder {
        places += [joinedPath(folder, "../README.md"), joinedPath(folder, "../peel/README.md")]
    }
    places += ["Pipelines/README.md", DefinitionFolders.installed + "/README.md"]
    for place in places {
        guard let data = FileManager.default.contents(atPath: place),
            let text = String(validating: Array(data), as: UTF8.self), text.hasPrefix("# The definition language")
        else { continue }
        return text
    }
    return "The language reference is not installed here; it is Pipelines/README.md of the project.\n"
}
