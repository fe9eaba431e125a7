/// The page's only style, named by its hash in the page's own policy.
let statusStyle = """
    body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:1rem auto;padding:0 1rem;color:#111;background:#fff}
    .marking{font-weight:bold;text-align:center}
    table{border-collapse:collapse;width:100%}
    caption{text-align:left;font-weight:bold}
    th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    .scroll{overflow-x:auto}
    dt{font-weight:bold}
    p,li,dd{overflow-wrap:anywhere}
    """

/// The status page in Mustache; every value is escaped.
let statusTemplate = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{{styleHash}}}'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Pipeline status: {{force}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <p class="marking">{{marking}}</p>
    <main>
    <h1>Pipeline status: {{force}}</h1>
    <h2>What happened</h2>
    <p>{{whatHappened}}</p>
    {{#hasErrors}}
    <ul>
    {{#errors}}
    <li>{{message}} [{{code}}]{{#hasPlace}}<br>At {{place}}{{/hasPlace}}{{#hasHelp}}<br>What to do: {{help}}{{/hasHelp}}</li>
    {{/errors}}
    </ul>
    {{/hasErrors}}
    <h2>What to do next</h2>
    <p>{{nextStep}}</p>
    <h2>Latest published figures</h2>
    <p>{{#hasLatest}}<a href="latest/index.html">{{latest}}</a>{{/hasLatest}}{{^hasLatest}}{{latest}}{{/hasLatest}}</p>
    {{#hasMoved}}
    <h2>Released figures that have moved since</h2>
    <ul>
    {{#moved}}
    <li>{{.}}</li>
    {{/moved}}
    </ul>
    {{/hasMoved}}
    <h2>This attempt</h2>
    <dl>
    <dt>Data to</dt><dd>{{asOf}}</dd>
    <dt>Started</dt><dd>{{started}}</dd>
    <dt>Ended</dt><dd>{{ended}}</dd>
    <dt>Exit code</dt><dd>{{exitCode}}</dd>
    <dt>Last success</dt><dd>{{lastSuccess}}</dd>
    </dl>
    {{#hasSources}}
    <h2>Sources</h2>
    <div class="scroll" role="region" aria-label="Sources" tabindex="0">
    <table>
    <caption>What each source gave in this attempt</caption>
    <thead><tr><th scope="col">Source</th><th scope="col">State</th><th scope="col">Files read</th>\
    <th scope="col">Accepted</th><th scope="col">Rejected</th><th scope="col">Newest record</th>\
    <th scope="col">Expected by</th></tr></thead>
    <tbody>
    {{#sources}}
    <tr><th scope="row">{{name}}</th><td>{{state}}</td><td class="number">{{files}}</td>\
    <td class="number">{{accepted}}</td><td class="number">{{rejected}}</td><td>{{newest}}</td><td>{{expectedBy}}</td></tr>
    {{/sources}}
    </tbody>
    </table>
    </div>
    {{/hasSources}}
    {{#hasMessages}}
    <h2>Messages</h2>
    <ul>
    {{#messages}}
    <li>{{severity}}: {{message}} [{{code}}]{{#hasPlace}}<br>At {{place}}{{/hasPlace}}{{#hasHelp}}<br>What to do: {{help}}{{/hasHelp}}</li>
    {{/messages}}
    </ul>
    {{/hasMessages}}
    </main>
    <p class="marking">{{marking}}</p>
    </body>
    </html>

    """
