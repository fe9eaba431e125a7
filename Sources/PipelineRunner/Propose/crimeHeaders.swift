/// Headers that crime systems commonly give the columns of crimes, of the entries on them and of their outcomes, folded to
/// letters and digits. What crimes share with logs stands in `incidentHeaders`.
let crimeHeaders: [String: [String]] = [
    "crime_id": [
        "crimeno", "crimenumber", "crimeref", "crimereference", "crime", "crn", "crimerefno", "occurrence", "occno",
        "occurrenceno", "occurrencenumber", "occurrenceref", "occref", "urn", "reference", "refno", "crimereportno",
        "crimerecordno", "investigationno", "investigationref", "ref",
    ],
    "incident_id": [
        "logno", "lognumber", "log", "logref", "incidentno", "incidentnumber", "incidentref", "incident", "incno",
        "cadno", "cadnumber", "cadref", "cad", "stormno", "linkedincident", "linkedlog", "eventno", "originatinglog",
    ],
    "reported_at": [
        "reportedat",
        "reported", "datereported", "reporteddate", "reportedon", "timereported", "reportdate", "reportedtime",
        "datetimereported", "reporteddatetime", "firstreported", "datefirstreported",
    ],
    "recorded_at": [
        "recorded", "daterecorded", "recordeddate", "recordedon", "timerecorded", "crimed", "crimedat", "datecrimed",
        "created", "createdat", "datecreated", "createddate", "enteredon", "recordeddatetime", "recordedtime", "month",
    ],
    "offence_code": [
        "hocode", "homeofficecode", "offence", "offencehocode", "hooffencecode", "crimecode", "classcode",
        "statclass",
    ],
    "offence_group": [
        "hogroupname", "hoclass",
        "crimegroup", "offencetype", "crimetype", "group", "hogroup", "category", "crimecategory", "classification",
        "offenceclass", "occurrencetype", "crimeclass", "htlcgroup",
    ],
    "offence_subgroup": [
        "subclass", "hosubclass",
        "crimesubgroup", "subgroup", "offencesubtype", "subtype", "hosubgroup", "offencedescription", "subcategory",
    ],
    "team": ["unit", "oicteam", "department", "dept", "owningteam", "owningunit", "oicunit", "allocatedteam"],
    "officer_hash": [
        "officercollar",
        "oic", "officer", "officerincase", "investigator", "investigatingofficer", "collar", "collarno", "shoulderno",
        "officerid", "oicid", "oiccollar", "enteredby", "officerno", "warrantno",
    ],
    "is_domestic_abuse": [
        "da", "daflag", "domestic", "domesticabuse", "domesticflag", "dv", "dvflag", "domesticviolence", "isda",
        "domesticabuseflag",
    ],
    "is_hate": ["hate", "hateflag", "hatecrime", "hatecrimeflag", "ishatecrime"],
    "is_fraud_cma": ["fraud", "fraudcma", "fraudflag", "nfib", "actionfraud"],
    "victim_type": ["victim", "vtype", "victimkind", "victimcategory", "aggrievedtype"],
    "victim_ethnicity_self": [
        "selfdefinedeth", "selfdefeth",
        "ethnicity", "victimethnicity", "selfdefinedethnicity", "sde", "vethnicity", "victimsde", "ethnicityself",
    ],
    "victim_sex": ["sex", "gender", "victimgender", "vsex"],
    "victim_age_band": ["age", "ageband", "victimage", "agegroup", "vage", "vageband"],
    "enhanced_rights": [
        "enhancedservices", "enhancedentitlement", "enhrights", "enhanced", "enhancedservice", "enhancedvictim",
        "enhancedrightsflag", "priorityvictim",
    ],
    "investigation_required": [
        "investigationreq", "invrequired", "invreq",
        "screenedin", "investigate", "furtherinvestigation", "toinvestigate", "forinvestigation", "screening",
    ],
    "required_skill": ["skillreq", "skillrequired", "piprequired", "reqskill", "requiredpip", "skillneeded"],
    "allocated_skill": [
        "skillalloc", "skillallocated", "pipallocated", "oicskill", "allocatedpip", "oicpip", "officerskill",
    ],
    "allocated_at": [
        "timeofallocation", "allocatedtime", "allocated", "dateallocated", "allocateddate", "allocatedon",
        "allocationdate", "timeallocated",
    ],
    "plan_at": [
        "plantime",
        "plan", "investigationplan", "plandate", "planrecorded", "planon", "invplan", "planset", "initialplan",
    ],
    "closing_review_at": [
        "closingreviewtime", "closurereviewtime", "closingreview", "finalreview", "closurereview", "closingreviewdate",
        "finalisationreview",
    ],
    "lines_of_enquiry_complete": ["lines", "linesofenquiry", "loecomplete", "enquiriescomplete", "allenquiries"],
    "status": ["state", "crimestatus", "occurrencestatus", "investigationstatus", "recordstatus"],
    "outcome_code": [
        "outcome", "outcometype", "outcomecode", "disposal", "disposalcode", "hooutcome", "finaloutcome", "result",
        "outcomeno", "clearup", "clearupcode", "lastoutcomecategory", "disposition", "outcomedescription",
    ],
    "outcome_at": [
        "outcomedate", "dateofoutcome", "outcomeon", "outcometime", "disposaldate", "resultdate", "dateoutcome",
        "outcomeassigned", "finalised", "finalisedon", "datefinalised", "assigned", "assignedat", "dateassigned",
        "effective", "effectivedate",
    ],
    "cancelled_at": [
        "cancelledtime", "cancelled", "datecancelled", "cancelleddate", "nocrimed", "cancelledon", "nocrimedate",
    ],
    "cancel_code": ["cancelreason", "cancellationcode", "cancellationreason", "nocrimecode", "nocrimereason"],
    "cancel_fcr_approved": ["fcrapproved", "fcr", "approvedbyfcr", "registrarapproved", "dmapproved"],
    "ack_at": [
        "ackletter", "acktime", "letterdate", "acknowledged", "acksent", "victimletter", "confirmationsent", "ackdate",
        "ack", "lettersent",
    ],
    "ack_exempt": ["letterexempt", "noack", "ackexemption", "exempt", "ackwithheld"],
    "needs_assessed_at": [
        "needsassessmentdate", "needsassessmenttime", "vna", "needsassessment", "victimneeds", "needsassessed",
        "vnadate", "vnacompleted",
    ],
    "referral_at": [
        "referraltime", "referred", "referredon", "referraldate", "supportreferral", "vsreferral", "referredat",
    ],
    "referral_consent": ["consent", "consenttorefer", "consentsreferral", "referralconsented"],
    "agreed_update_days": [
        "updatefrequencydays", "updatedays", "updateevery", "updatefrequency", "contactfrequency", "vcopdays",
    ],
    "withdrawal_at": ["withdrawaltime", "withdrawal", "withdrawn", "withdrawnon", "datewithdrawn", "withdrawaldate"],
    "withdrawal_reason": ["reasonwithdrawn", "reasonforwithdrawal", "withdrawnreason", "withdrawreason"],
    "withdrawal_record_type": [
        "withdrawalrecord", "withdrawalrecordedin", "withdrawnby", "withdrawalhow", "retraction",
    ],
    "evidence_led_considered": ["evidenceled", "elp", "elpconsidered", "evidenceledprosecution", "victimless"],
    "evidence_led_rationale_present": ["elprationale", "evidenceledrationale", "evidenceledreason"],
    "order_considered": [
        "orderconsidered", "ordersconsidered", "protectiveorder", "orders", "dvpoconsidered", "dapoconsidered",
    ],
    "oocd_victim_view": ["oocdvictimview", "victimview", "victimsview", "oocdview", "victimviews", "vview"],
    "event_at": [
        "time", "datetime", "entered", "enteredat", "entrytime", "entryat", "logged", "timestamp", "eventtime", "date",
        "when", "eventdate", "entrydate", "occurredat", "on",
    ],
    "event_type": [
        "eventtype", "entry", "entrytype", "type", "action", "event", "kind", "code", "entrycode", "activity", "what",
    ],
    "decision_at": ["decision", "decisiontime", "decisiondate", "ofdecision", "decisionon", "noticeof"],
    "person_hash": [
        "personref", "person", "suspect", "arrested", "personid", "nominal", "nominalref", "suspectref", "nominalid",
    ],
    "entered_at": ["entered", "enteredon", "dateentered", "inputon", "keyed", "keyedat", "entrytime", "timeentered"],
    "superseded": ["old", "replaced", "issuperseded", "historic", "obsolete", "notcurrent", "corrected"],
]
