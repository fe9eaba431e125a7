"""What is never claimed (CONTRACTS section 12), in any page, workbook or message."""
import re

CLAIMS = [re.compile(p, re.I) for p in (
    r"\bon track\b", r"inspection[- ]ready", r"\bcompliant\b", r"\bcompliance\b", r"\blawful(ly)?\b",
    r"\beffective(ly|ness)?\b", r"\bquality\b", r"\bappropriate(ly)?\b", r"\bpredicted grade\b",
    r"\bgraded? (good|outstanding|adequate|inadequate|requires improvement)\b", r"\bcrime[- ]recording accuracy\b",
    r"meets the national standard", r"\ball victims\b", r"\bno breaches\b", r"\bcomplete data\b",
    r"\bofficial statistics\b", r"(?<!un)\bverified\b", r"\bapproved\b", r"\bmargin of (measurement )?error\b",
    r"\bbetter than\b", r"\bworse than\b", r"\b(because of|caused by|thanks to|led to|resulted in)\b",
)]

# What the words may be part of: names of things, and sentences that deny the claim.
ALLOWED = [re.compile(p, re.I) for p in (
    r"data[- ]quality( page| rules?)?", r"quality rules?", r"quality\.html", r"qualit(y|ies) of (the )?data",
    r"\bnot? (a |an )?(grades?|official statistics|verified|approved|compliant|compliance|lawful|effective)\b",
    r"\b(unverified|not verified)\b", r"rules? (about|of) data quality",
    # Headers of exports stand in quotation marks, columns in words joined by underscores.
    r"“[^”]{1,80}”", r"[a-z]+(_[a-z]+)*_approved", r"approved by the crime registrar", r"R\d\d\.approved\b", r"neither force is better than the other",
)]


def check_claims(text, names=()):
    """Yields forbidden claims; `names` are quoted names of questions, findings and the like that are no claims."""
    for name in sorted(names, key=len, reverse=True):
        if len(name) > 3:
            text = text.replace(name, " ")
    for allowed in ALLOWED:
        text = allowed.sub(" ", text)
    for claim in CLAIMS:
        for match in claim.finditer(text):
            around = text[max(0, match.start() - 50):match.end() + 50]
            yield f"claims: '{match.group(0)}' in …{' '.join(around.split())}…"
            break
