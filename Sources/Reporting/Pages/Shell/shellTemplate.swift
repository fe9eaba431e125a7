/// What every page of a run has around its own content, in Mustache. Triple braces hold only what the program itself
/// wrote: the stylesheet, its hash, and `Markup`.
let shellTemplate = """
    <!DOCTYPE html>
    <html lang="en-GB">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{{{styleHash}}}'; img-src data:; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>{{title}} - {{force}}</title>
    <style>{{{style}}}</style>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the figures</a>
    <div class="sheet">
    <div class="marking"><p>{{marking}}</p></div>
    <div class="page">
    <header>
    <p class="force">{{force}}: performance figures</p>
    <nav aria-label="Pages">
    <ul>
    {{#navigation}}
    <li>{{#isCurrent}}<a href="{{address}}" aria-current="page">{{label}}</a>{{/isCurrent}}{{^isCurrent}}<a href="{{address}}">{{label}}</a>{{/isCurrent}}</li>
    {{/navigation}}
    </ul>
    </nav>
    </header>
    <main id="main" tabindex="-1">
    <h1>{{title}}</h1>
    <p class="period">{{period}}</p>
    {{{main}}}
    </main>
    <footer>
    <p>{{legend}}</p>
    <dl>
    {{#facts}}
    <div><dt>{{term}}</dt><dd>{{description}}</dd></div>
    {{/facts}}
    </dl>
    </footer>
    </div>
    <div class="marking"><p>{{marking}}</p></div>
    </div>
    </body>
    </html>

    """
