/// The Home Office code that an outcome's label most likely stands for: the code itself, alone or before words, or the
/// wording that crime systems share. A label that merges several codes stands for none.
func outcomeCode(of label: String, among allowed: [String]) -> String? {
    let text = letters(label)
    if let known = outcomeWords[text] { return known }
    // `Outcome 18`, `OC18`, `01A`, `18 - Investigation complete`.
    var rest = label.lowercased().drop { !$0.isLetter && !$0.isNumber }
    for word in ["outcome", "type", "code", "oc", "ho"] where rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count).drop { !$0.isLetter && !$0.isNumber }
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits) else { return nil }
    let after = rest.dropFirst(digits.count)
    let isAlternate = after.first == "a" && after.dropFirst().first?.isLetter != true
    let code = "\(number)\(isAlternate ? "A" : "")"
    let end = isAlternate ? after.dropFirst() : after
    return end.first?.isLetter == true || end.first?.isNumber == true || !allowed.contains(code) ? nil : code
}

/// Wordings of the outcomes framework, folded to letters and digits: the national one, and that of the crime systems most
/// forces use.
private let outcomeWords: [String: String] = [
    "notyetassigned": "0", "notyetassignedanoutcome": "0", "underinvestigation": "0", "nooutcome": "0",
    "chargesummons": "1", "chargedsummonsed": "1", "chargesummonsed": "1", "charged": "1", "summonsed": "1",
    "chargedsummonsedpostalrequisition": "1", "chargesummonspostalrequisition": "1", "charge": "1",
    "chargesummonsedwithalternateoffence": "1A", "chargesummonswithalternateoffence": "1A",
    "chargedsummonsedalternateoffence": "1A", "chargesummonsalternateoffence": "1A",
    "cautionyouths": "2", "cautionyouth": "2", "youthcaution": "2",
    "cautionyouthswithalternateoffence": "2A", "cautionyouthsalternateoffence": "2A",
    "youthcautionwithalternateoffence": "2A",
    "cautionyouthalternateoffence": "2A",
    "cautionadults": "3", "cautionadult": "3", "adultcaution": "3", "conditionalcautionadult": "3",
    "adultcautionwithalternateoffence": "3A", "cautionadultsalternateoffence": "3A",
    "cautionadultalternateoffence": "3A",
    "takenintoconsideration": "4", "takenintoconsiderationtic": "4", "tic": "4",
    "offenderhasdied": "5", "theoffenderhasdied": "5", "offenderdied": "5", "offenderdeceased": "5",
    "penaltynoticefordisorder": "6", "penaltynoticesfordisorder": "6", "pnd": "6",
    "cannabiswarning": "7", "cannabiskhatwarning": "7", "khatwarning": "7",
    "communityresolution": "8", "localresolution": "8", "communityresolutioncrime": "8",
    "prosecutionnotinthepublicinterestcps": "9",
    "notinthepublicinterestcps": "9",
    "formalactionagainsttheoffenderisnotinthepublicinterestpolice": "10",
    "formalactionagainsttheoffenderisnotinthepublicinterest": "10", "notinthepublicinterestpolice": "10",
    "prosecutionpreventednamedsuspectidentifiedbutbelowtheageofcriminalresponsibility": "11",
    "prosecutionpreventedsuspectbelowageofcriminalresponsibility": "11", "prosecutionpreventedsuspectunderage": "11",
    "namedsuspectbelowtheageofcriminalresponsibility": "11", "suspectbelowageofcriminalresponsibility": "11",
    "prosecutionpreventednamedsuspecttooilltoprosecute": "12", "suspecttooill": "12",
    "prosecutionpreventedsuspecttooill": "12", "prosecutionpreventednamedsuspecttooill": "12",
    "prosecutionpreventedvictimorkeywitnessdeadortooilltogiveevidence": "13",
    "prosecutionpreventedvictimorkeywitnessdeadortooill": "13", "victimorkeywitnessdeadortooill": "13",
    "evidentialdifficultiesvictimbasednamedsuspectnotidentified": "14",
    "evidentialdifficultiessuspectnotidentifiedvictimdoesnotsupport": "14",
    "evidentialdifficultiessuspectnotidentifiedvictimdoesnotsupportfurtheraction": "14",
    "namedsuspectidentifiedvictimsupportspoliceactionbutevidentialdifficulties": "15",
    "evidentialdifficultiessuspectidentifiedvictimsupports": "15",
    "evidentialdifficultiessuspectidentifiedvictimsupportsaction": "15",
    "namedsuspectidentifiedevidentialdifficultiesvictimdoesnotsupportpoliceaction": "16",
    "evidentialdifficultiessuspectidentifiedvictimdoesnotsupport": "16",
    "evidentialdifficultiessuspectidentifiedvictimdoesnotsupportfurtheraction": "16",
    "prosecutiontimelimitexpired": "17",
    "investigationcompletenosuspectidentified": "18", "nosuspectidentified": "18",
    "nationalfraudintelligencebureaufiled": "19", "nationalfraudintelligencebureau": "19", "nfibfiled": "19",
    "nfibfraudcase": "19", "nfib": "19",
    "otheragencydelegations": "20", "otheragencydelegation": "20", "actiontobetakenbyanotherorganisation": "20",
    "furtheractionbyanotherbodyagency": "20", "actionundertakenbyanotherbodyagency": "20",
    "responsibilityforfurtherinvestigationtransferredtoanotherbody": "20",
    "namedsuspectfurtherinvestigationnotinpublicinterest": "21", "furtherinvestigationnotinthepublicinterest": "21",
    "furtherinvestigationisnotinthepublicinterest": "21", "furtherinvestigationnotinthepublicinterestpolice": "21",
    "furtherinvestigationtosupportformalactionnotinthepublicinterest": "21",
    "diversionaryeducationalorinterventionactivityundertaken": "22",
    "diversionaryeducationalorinterventionactivity": "22", "diversionaryactivity": "22",
]
