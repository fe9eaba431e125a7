package import Tables

/// What the codes of files that cannot be read, and of records that libcsv refuses, mean.
package let readingCodes: [CodeExplanation] = [
    .init(
        code: "E0610", title: "a file that cannot be read", meaning: "The system refused to open or read an export.",
        remedy: "Let the account that runs the pipeline read the file, and look at the disk when it reports errors."),
    .init(
        code: "E0611", title: "a file that changes while it is read",
        meaning: "An export has not the size it had when reading began, so it was still being written or copied.",
        remedy: "Let the export finish first; best, copy it under another name and rename it when it is whole."),
    .init(
        code: "E0612", title: "a damaged archive",
        meaning: "A .gz file is cut short, fails its check sum or has other bytes after its end; none of it is used.",
        remedy: "Copy or export the file again; gzip -t FILE shows whether an archive is whole."),
    .init(
        code: "E0613", title: "an encoding that is not the declared one",
        meaning: "The first bytes of the file show another encoding than the source declares.",
        remedy: "Set the source's encoding to the one the message names, or have the export saved as before."),
    .init(
        code: "E0614", title: "a file without lines",
        meaning: "A line is longer than 2 GB, or the first records do not end within 64 MB.",
        remedy: "See whether the file is an export at all."),
    .init(
        code: "E0619", title: "bytes that are not accounted for",
        meaning: "The units found in a file do not add up to its size. No figure is published from such a reading.",
        remedy: "Report it with the file's dialect: it is a fault of the pipeline."),
    .init(
        code: "R01", title: "a stray quote",
        meaning: "A quote stands inside an unquoted field, or text follows a closing quote.",
        remedy: "Have the quote doubled and its field quoted; declare quote: none when the export never quotes."),
    .init(
        code: "R02", title: "a quote still open at the end of the file", meaning: "The last field was never closed.",
        remedy: "See whether the export was cut short; otherwise mend the quote."),
    .init(
        code: "R03", title: "a line break in a column not declared to hold any",
        meaning: "A quoted field goes on after its line ends. Without bounds a stray quote swallows good records.",
        remedy: "When the column does hold line breaks, declare line_breaks: { columns: [NAME], lines: 100 }."),
    .init(
        code: "R04", title: "a record that is too long",
        meaning: "The record has more bytes than record_bytes, or more lines than line_breaks allow.",
        remedy: "Look for an open quote; raise the limit when such records are real."),
    .init(
        code: "R05", title: "a zero byte", meaning: "The record holds a NUL, which no text does.",
        remedy: "See whether the export is UTF-16; otherwise have it written again."),
    .init(
        code: "R06", title: "a byte outside the encoding",
        meaning: "The record holds bytes that the declared encoding does not allow.",
        remedy: "When many records do, declare the encoding the message names; bytes over 7F are usually windows-1252."),
]
