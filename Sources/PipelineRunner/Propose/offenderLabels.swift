/// Labels that the systems behind the smaller tables commonly give the values of our categories, folded to letters and
/// digits.
let offenderLabels: [String: [String: String]] = [
    "status": [
        "os": "outstanding", "wanted": "outstanding", "notarrested": "outstanding", "named": "outstanding",
        "tobearrested": "outstanding", "arr": "arrested", "vol": "interviewed", "voluntaryinterview": "interviewed",
        "interviewedvoluntarily": "interviewed", "nfa": "eliminated", "ruledout": "eliminated", "chg": "charged",
        "summonsed": "charged", "chargedorsummonsed": "charged",
        "pending": "waiting", "awaitingenforcement": "waiting", "awaiting": "waiting", "live": "waiting",
        "open": "waiting", "executed": "enforced", "actioned": "enforced", "warrantexecuted": "enforced",
        "nofurtheraction": "closed", "filed": "closed",
    ],
    "priority": [
        "critical": "urgent", "immediate": "urgent", "p1": "urgent", "1": "urgent", "p2": "high", "2": "high",
        "medium": "normal", "standard": "normal", "routine": "normal", "p3": "normal", "3": "normal", "low": "normal",
    ],
    "risk_level": [
        "vh": "very_high", "v": "very_high", "h": "high", "m": "medium", "l": "low", "med": "medium",
    ],
    "management": [
        "community": "active", "activemanagement": "active", "managed": "active", "reactivemanagement": "reactive",
        "prison": "custody", "incustody": "custody", "hospital": "custody", "overseas": "abroad", "outofuk": "abroad",
    ],
    "state": [
        "ready": "available", "idle": "available", "avail": "available", "waiting": "available", "acd": "handling",
        "oncall": "handling", "talking": "handling", "busy": "handling", "hold": "handling", "acw": "wrap",
        "aftercallwork": "wrap", "wrapup": "wrap", "aux": "break", "lunch": "break", "meal": "break", "rest": "break",
        "notready": "break", "training": "offline", "meeting": "offline", "loggedout": "offline", "logout": "offline",
    ],
]
