/// Headers that the systems behind the smaller tables commonly give their columns, by table and folded to letters and
/// digits: custody and warrants, digital forensics, the register of sexual offenders, enforcement, telephony, forecasts
/// and what others publish. What they share with crimes stands in `crimeHeaders`.
let offenderHeaders: [String: [String: [String]]] = [
    "suspects": [
        "suspect_hash": ["suspect", "suspectref", "suspectid", "person", "personref", "nominal", "nominalref", "name"],
        "named_at": ["named", "datenamed", "namedon", "addedon", "dateadded", "linkedon", "identifiedon", "added"],
        "status": ["suspectstatus", "state", "position"],
        "resolved_at": ["resolved", "dateresolved", "resolvedon", "statusdate", "dealtwith", "closedon"],
        "risk": ["risklevel", "riskband", "harm", "prioritylevel"],
    ],
    "wanted": [
        "person_hash": ["person", "personref", "nominal", "nominalref", "subject", "pncid", "wantedperson", "name"],
        "wanted_at": ["wanted", "wantedsince", "wantedfrom", "datewanted", "issued", "dateissued", "warrantdate"],
        "reason": ["wantedfor", "type", "warranttype", "offence", "category"],
        "risk": ["risklevel", "riskband", "priority", "harm"],
        "pnc_circulated_at": ["circulated", "circulatedon", "pnc", "pncdate", "datecirculated", "pncon", "onpnc"],
        "last_review_at": ["reviewed", "lastreview", "lastreviewed", "reviewdate", "lastreviewon"],
        "cleared_at": [
            "cleared", "clearedon", "arrested", "executed", "located", "found", "datecleared", "executedon",
        ],
    ],
    "digital_forensics": [
        "exhibit_id": ["exhibit", "exhibitref", "exhibitno", "exhibitnumber", "item", "itemref", "labref", "ref"],
        "device_type": ["device", "type", "itemtype", "exhibittype", "devicekind"],
        "priority": ["urgency", "category", "prioritylevel", "grade"],
        "submitted_at": ["submitted", "received", "datesubmitted", "datereceived", "submittedon", "receivedon"],
        "exam_started_at": [
            "started", "examstarted", "examstart", "examinationstarted", "datestarted", "startedon", "allocated",
        ],
        "completed_at": ["completed", "finished", "examcompleted", "datecompleted", "completedon", "examfinished"],
        "returned_at": ["returned", "datereturned", "returnedon", "collected"],
        "target_due_at": ["due", "target", "targetdate", "duedate", "duedby", "dueby", "targetdue"],
        "status": ["state", "casestatus"],
    ],
    "rso": [
        "offender_hash": ["offender", "offenderref", "offenderid", "nominal", "visorref", "visorid", "ref", "rso"],
        "risk_level": ["risk", "arms", "armslevel", "armsrisk", "currentrisk", "riskband"],
        "management": ["status", "managed", "managementstatus", "location", "state"],
        "visit_due_on": ["visitdue", "nextvisit", "nextvisitdue", "duevisit", "homevisitdue", "visitdueby"],
        "last_visit_on": ["lastvisit", "visited", "lastvisited", "lasthomevisit", "lastsuccessfulvisit"],
        "arms_review_due": ["armsdue", "armsreview", "nextarms", "riskreviewdue", "assessmentdue", "armsduedate"],
        "last_supervisor_review_on": [
            "supervisorreview", "lastsupervisorreview", "supreview", "lastsupreview", "dsreview", "lastdsreview",
        ],
        "manager_hash": ["manager", "offendermanager", "om", "managedby", "officer", "omcollar"],
        "team": ["unit", "mosovoteam", "office"],
    ],
    "rso_visits": [
        "offender_hash": ["offender", "offenderref", "offenderid", "nominal", "visorref", "visorid", "ref", "rso"],
        "visited_at": ["visited", "visit", "visitdate", "visiton", "date", "visitedon", "dateofvisit"],
        "successful": ["seen", "success", "result", "outcome", "contactmade", "effective"],
    ],
    "enforcement": [
        "case_id": ["case", "caseref", "caseno", "reference", "ref", "urn", "packageref"],
        "referred_at": ["referred", "received", "datereferred", "referral", "referredon", "datereceived"],
        "status": ["state", "casestatus"],
        "last_intel_review_at": [
            "intelreview", "lastintel", "lastintelreview", "intelrefreshed", "intelligencereview",
        ],
        "risk": ["risklevel", "riskband", "kirat", "priority"],
        "enforced_at": ["enforced", "executed", "warrantexecuted", "actioned", "enforcedon", "dateenforced"],
    ],
    "agent_states": [
        "agent_hash": ["agent", "agentid", "login", "loginid", "advisor", "handler", "agentref"],
        "state": ["auxcode", "agentstate", "workmode", "status", "activity"],
        "started_at": ["start", "started", "from", "begin", "statestart", "starttime", "changedat", "time"],
        "ended_at": ["end", "ended", "to", "until", "stateend", "endtime"],
        "queue": ["split", "skill", "skillset", "splitskill", "team"],
    ],
    "forecast": [
        "interval_start": ["interval", "start", "hour", "datehour", "period", "from", "time", "datetime"],
        "channel": ["queue", "line", "mediatype", "contacttype", "skill"],
        "forecast": [
            "forecastcalls", "forecastvolume", "forecastcontacts", "predicted", "expected", "volume", "calls",
        ],
    ],
    "benchmarks": [
        "kpi_id": ["kpi", "measure", "indicator", "metric"],
        "statistic": ["part", "category", "outcomegroup"],
        "force": ["area", "forcename", "policeforce", "pfa"],
        "is_msg": ["msg", "mostsimilar", "mostsimilargroup", "similar"],
        "is_area": ["isregion", "aggregate", "isaggregate"],
        "period_start": ["from", "start", "firstday", "periodfrom"],
        "period_end": ["to", "end", "lastday", "periodto"],
        "numerator": ["count", "number", "top"],
        "denominator": ["outof", "total", "bottom", "base"],
        "value": ["percent", "percentage", "rate", "share"],
        "source_url": ["source", "url", "link"],
        "basis": ["definition", "counted", "howcounted"],
    ],
]
