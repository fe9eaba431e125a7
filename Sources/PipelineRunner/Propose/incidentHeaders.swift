/// Headers that command-and-control systems commonly give the columns of logs, units, regrades and entries, folded to
/// letters and digits.
let incidentHeaders: [String: [String]] = [
    "incident_id": [
        "logno", "lognumber", "log", "logref", "logid", "incidentno", "incidentnumber", "incidentref", "incident",
        "incno", "eventno", "eventnumber", "eventref", "eventid", "cadno", "cadnumber", "cadref", "cad", "urn",
        "serialno",
        "serialnumber",
    ],
    "call_id": [
        "ucid", "callref", "callreference", "contactref", "contactid", "interactionid", "callno", "callnumber",
    ],
    "origin": ["source", "callsource", "contactmethod", "howreceived", "methodofcontact", "calltype", "channel"],
    "call_received_at": [
        "received", "receivedat", "timereceived", "calltime", "callreceived", "datetimereceived", "callstart",
    ],
    "created_at": [
        "created", "createtime", "creationtime", "opened", "openedat", "timeopened", "logcreated", "logopened",
        "datetime",
        "logtime", "incidenttime", "createddate", "createdon", "datecreated", "timecreated", "started",
    ],
    "initial_grade": [
        "firstgrade", "originalgrade", "openinggrade", "grade", "initialpriority", "priority", "response",
    ],
    "final_grade": ["currentgrade", "lastgrade", "closinggrade", "finalpriority", "currentpriority"],
    "opening_code": [
        "openingcodes", "openedas", "opentype", "initialtype", "initialcode", "incidentcode", "typecode",
        "openingclass",
        "openingtype", "opencode", "incidenttype", "type", "nsir", "category", "openingclassification",
    ],
    "area": ["bcu", "district", "division", "lpa", "lpu", "basiccommandunit", "policingarea"],
    "beat": ["beatcode", "ward", "neighbourhood", "sector", "npt"],
    "team": ["responseteam", "shift", "unitteam"],
    "rurality": [
        "urbanrural", "ruralurban", "urbanorrural", "ur", "ru", "urflag", "ruflag", "rural", "ruralflag", "areatype",
        "ruralityflag", "urbanruralflag",
    ],
    "attendance_required": ["attendreq", "attendancereq", "deploymentrequired", "deployable"],
    "attended": ["deployed", "attendance", "wasattended"],
    "first_assigned_at": [
        "assigned", "assignedat", "despatched", "dispatched", "despatch", "dispatch", "allocated", "firstassigned",
        "firstdespatched", "firstdispatched", "resourced", "despatchtime", "dispatchtime", "timeassigned",
    ],
    "first_mobile_at": ["mobile", "enroute", "onroute", "onway", "firstmobile", "responding"],
    "first_arrived_at": [
        "atscene", "onscene", "arrived", "arrive", "arrival", "firstarrival", "firstarrived", "firstatscene",
        "arrivaltime",
        "arrivedat", "timearrived", "instate6",
    ],
    "thrive_recorded_at": ["thrive", "thrivetime", "thriveat", "thriverecorded", "riskassessedat"],
    "vulnerability_assessed": ["vulnassessed", "vulnerabilitycheck"],
    "vulnerable_flag": ["vulnerable", "vulnerability", "vuln"],
    "repeat_check_done": ["repeatcheck"],
    "repeat_victim": ["repeat", "repeatcaller"],
    "is_domestic_abuse": [
        "domestic", "domesticabuse", "da", "daflag", "dv", "domesticviolence", "dvflag", "isda", "domesticflag",
        "daincident", "domesticabuseflag", "daqualifier",
    ],
    "armed_deployment": ["armed", "firearms"],
    "bwv_used": ["bwv", "bodywornvideo"],
    "dash_status": ["dash", "dara", "dashcompleted", "dashform", "darisk", "darastatus", "dashrisk", "dashdone"],
    "closing_codes": [
        "closingcode", "closedas", "closurecode", "closurecodes", "finaltype", "finalcode", "resultcode", "resultcodes",
        "closingtype", "closurecategories", "disposalcodes", "closingclassification",
    ],
    "crime_ids": [
        "crimeno", "crimenos", "crimenumber", "crimenumbers", "crimeref", "crimerefs", "crime", "crimes",
        "linkedcrimes",
        "linkedcrime", "crimeids", "crimeid",
    ],
    "no_crime_rationale": ["nocrimereason", "nocrime", "rationale", "nocrimerationalerecorded"],
    "delay_reason": ["delay", "delaycode", "reasonfordelay"],
    "appointment_start": ["appointment", "apptstart", "appointmentfrom", "apptfrom"],
    "appointment_end": ["apptend", "appointmentto", "appointmentuntil", "apptto"],
    "status": ["state", "logstatus", "incidentstatus", "result"],
    "closed_at": ["closed", "closedat", "closuretime", "timeclosed", "cleared", "closedon", "dateclosed"],
    "reopened_at": ["reopened"],
    "duplicate_of": ["duplicate", "dupof", "parentlog", "duplicatelog", "linkedlog", "masterlog"],
    "resource_hash": [
        "callsign", "unit", "resource", "unitid", "resourceid", "unitcallsign", "collar", "collarno", "shoulderno",
    ],
    "resource_type": ["unittype", "resourcekind", "role", "unitrole"],
    "assigned_at": [
        "assigned", "despatched", "dispatched", "despatch", "dispatch", "allocated", "despatchtime", "dispatchtime",
        "timeassigned", "resourced",
    ],
    "mobile_at": ["mobile", "enroute", "onroute", "onway", "responding"],
    "arrived_at": ["atscene", "onscene", "arrived", "arrive", "arrival", "arrivaltime", "timearrived"],
    "cleared_at": ["cleared", "clear", "clearedscene", "released", "available", "free", "left"],
    "changed_at": ["changed", "regraded", "regradedat", "regradetime", "changetime", "datetime", "time"],
    "grade_from": ["from", "oldgrade", "previousgrade", "fromgrade"],
    "grade_to": ["to", "newgrade", "tograde", "grade"],
    "reason": ["regradereason", "changereason", "why"],
    "event_at": [
        "time", "datetime", "entered", "enteredat", "entrytime", "entryat", "logged", "timestamp", "eventtime",
    ],
    "event_type": ["entry", "entrytype", "type", "tag", "qualifier", "code", "entrycode"],
]
