package import Tables

/// What the codes of exports that cannot be found, mapped or decoded mean.
package let mappingCodes = headerCodes + exportNameCodes + valueCodes + keyAndFolderCodes

private let headerCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0301", title: "an empty file",
        meaning: "The file has no record at all; an export without rows still has a header.",
        remedy: "Have it exported again."),
    CodeExplanation(
        code: "E0302", title: "a spreadsheet in place of CSV",
        meaning: "The file is a workbook under another name; its bytes are not text.",
        remedy: "Save it as CSV; renaming does not convert it."),
    CodeExplanation(
        code: "E0303", title: "a web page in place of CSV",
        meaning: "The file is HTML, most often a login or error page saved in place of the export.",
        remedy: "Sign in and export again."),
    CodeExplanation(
        code: "E0304", title: "a header in another encoding",
        meaning: "The header's bytes are not of the encoding that the source declares.",
        remedy: "Declare the encoding that the message calls likely, if the system exports in it."),
    CodeExplanation(
        code: "E0305", title: "a malformed header",
        meaning: "The header record cannot be parsed with the declared quote and delimiter.",
        remedy: "Correct `quote`, `delimiter` or `header`, or mend the export."),
    CodeExplanation(
        code: "E0306", title: "a file shorter than its titles",
        meaning: "The header is declared to stand further down than the file goes.",
        remedy: "Correct `header`, or ask whether the export is complete."),
    CodeExplanation(
        code: "E0310", title: "a header renamed",
        meaning: "A mapped header is not in the file, and another one resembles it.",
        remedy: "List both under `any_of`, so that old and new files are read."),
    CodeExplanation(
        code: "E0311", title: "a mapped column absent",
        meaning: "A mapped header is not in the file, and no other one resembles it.",
        remedy: "Map the header that holds it, mark it optional, or leave it out of the mapping."),
    CodeExplanation(
        code: "E0312", title: "a duplicate header",
        meaning: "Two columns of the file have the same header, and a mapping reads it.",
        remedy: "Have each column exported under its own name."),
    CodeExplanation(
        code: "E0313", title: "a wrong delimiter",
        meaning: "The header is one cell when split at the declared delimiter.",
        remedy: "Declare the delimiter that the message names."),
    CodeExplanation(
        code: "E0314", title: "totals in place of calls",
        meaning:
            "The export has one row per interval. Waits, repeat callers and exclusions are known call by call only.",
        remedy: "Ask for the call-level export."),
]

private let exportNameCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0323", title: "a link among the exports",
        meaning: "The inputs folder itself may be a link; what lies inside it may not, because it could lead anywhere.",
        remedy: "Put the file or folder itself there."),
    CodeExplanation(
        code: "E0324", title: "undated exports",
        meaning: "Several files match a pattern without a date, so nobody knows which is newer.",
        remedy: "Date the file names and the pattern, or keep one file."),
    CodeExplanation(
        code: "E0326", title: "an impossible date in a name",
        meaning: "A file name matches the pattern, and its date is no day of the calendar.",
        remedy: "Rename the file or move it away."),
    CodeExplanation(
        code: "E0327", title: "a file name that is no text", meaning: "The name's bytes are not UTF-8.",
        remedy: "Rename the file."),
    CodeExplanation(
        code: "E0328", title: "an export that is no file", meaning: "A pipe, socket or device has an export's name.",
        remedy: "Put an ordinary file there."),
]

private let valueCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0350", title: "columns that nothing reads",
        meaning: "The export has columns that no mapping names. They are left alone.",
        remedy: "Nothing, unless a figure could use one of them."),
    CodeExplanation(
        code: "E0351", title: "bytes of another encoding",
        meaning:
            "Records hold bytes that the declared encoding does not have. Nothing is replaced: they are rejected.",
        remedy: "Declare the encoding that the system exports in."),
    CodeExplanation(
        code: "E0352", title: "times without seconds",
        meaning:
            "Every value is on the minute, by its format or in fact. Waits in seconds cannot be computed from them.",
        remedy: "Ask for an export with seconds."),
    CodeExplanation(
        code: "E0353", title: "times without a time of day",
        meaning: "Every value is a date, by its format or in fact.", remedy: "Ask for an export with times of day."),
    CodeExplanation(
        code: "E0354", title: "one caller for all calls",
        meaning: "Every value of a caller column is the same: a switchboard's number or a placeholder.",
        remedy: "Map the header that tells callers apart, or list the placeholder under `withheld:`."),
    CodeExplanation(
        code: "E0355", title: "a category mostly unknown",
        meaning: "More than half of a column's values are in no map and read as missing.",
        remedy: "Extend `values:`, or map another header."),
    CodeExplanation(
        code: "E0356", title: "a reference table that matches little",
        meaning: "More than half of a column's values are not in the reference table and read as missing.",
        remedy: "Extend the reference table, or correct how it is looked up."),
]

private let keyAndFolderCodes: [CodeExplanation] = [
    CodeExplanation(
        code: "E0291", title: "no pseudonym key",
        meaning:
            "A column of type pseudonym is hashed with a secret, and the file named as its key is not there.",
        remedy: "Make one outside the definitions: (umask 077; head -c 32 /dev/urandom > PATH)."),
    CodeExplanation(
        code: "E0292", title: "a pseudonym key that is no file",
        meaning: "The path of the pseudonym key leads to a folder, a pipe or a device.",
        remedy: "Name an ordinary file as pseudonym_key."),
    CodeExplanation(
        code: "E0293", title: "a pseudonym key that others can read",
        meaning: "Whoever has the key can find out which pseudonym belongs to which number.",
        remedy: "chmod 600 the file; if others may have read it, make a new key."),
    CodeExplanation(
        code: "E0294", title: "a pseudonym key that is too short",
        meaning: "Fewer than 32 bytes could be guessed.", remedy: "Make a new key of 32 random bytes."),
    CodeExplanation(
        code: "E0295", title: "a pseudonym without a key",
        meaning: "A source has a column of type pseudonym, and pipeline.yaml names no pseudonym_key.",
        remedy: "Make a key and name it, or map the column with `type: id` if the export is hashed already."),
    CodeExplanation(
        code: "E0296", title: "a format that cannot be read",
        meaning: "A time format has letters that mean nothing, or lacks a day or an hour.",
        remedy: "Write it with yyyy MM dd HH mm ss, or `iso`, or `excel`."),
    CodeExplanation(
        code: "E0297", title: "a computed column that looks beyond its row",
        meaning: "A column under `is:` sees the other columns of its row and nothing else.",
        remedy: "Move what needs settings, as_of or relations to a table."),
    CodeExplanation(
        code: "E0510", title: "an inputs folder that is not there",
        meaning: "The folder in which a source's exports should lie does not exist.",
        remedy: "Create it, or correct `inputs` or `folder`."),
    CodeExplanation(
        code: "E0810", title: "an inputs folder that may not be read",
        meaning: "The account that runs the pipeline may not list the folder.",
        remedy: "Give it the right to, by owner or by group."),
    CodeExplanation(
        code: "E0811", title: "an export that may not be read",
        meaning: "The account that runs the pipeline may not read the file.",
        remedy: "Give it the right to, by owner or by group."),
    CodeExplanation(
        code: "E0812", title: "a pseudonym key that may not be read",
        meaning: "The account that runs the pipeline may not read the key.",
        remedy: "Let that account own the file, with mode 400 or 600."),
    CodeExplanation(
        code: "E0912", title: "records that are not accounted for",
        meaning: "The records of a file are not its headers, skipped records and rows together.",
        remedy: "Report it: this is a fault of the pipeline."),
]
