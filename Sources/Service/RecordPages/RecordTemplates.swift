/// The record page: head, verdict, title, sections, checks, source.
enum RecordTemplates {
    static let page = #"""
        {{>head}}
        <main class="sheet" id="main" data-verdict="{{.headline.state}}">
        <header class="letterhead">
        <div>
        {{#.letterhead.vouched}}<p class="domain vouched">{{.}}</p>{{/.letterhead.vouched}}
        <p class="name">{{#.letterhead.name}}{{>phrase}}{{/.letterhead.name}}</p>
        <p class="domain">{{.letterhead.about}}</p>
        </div>
        <div class="actions">
        {{#.downloadPath}}<a class="button" href="{{.}}"{{#downloadName}} download="{{.}}"{{/downloadName}}>Download as received</a>{{/.downloadPath}}
        {{#.address}}<button class="button" type="button" data-copy="{{.}}" hidden>Copy link</button>{{/.address}}
        <button class="button" type="button" data-print hidden>Print</button>
        </div>
        </header>
        {{#.headline}}{{>headline}}{{/.headline}}
        {{>title}}
        {{#.hasEntries}}{{>tools}}{{/.hasEntries}}
        {{#.sections}}{{>section}}{{/.sections}}
        {{#.hierarchy}}{{>hierarchy}}{{/.hierarchy}}
        {{>checks}}
        {{>source}}
        <div class="printed">
        <p>Printed from the page of this record. Paper proves nothing by itself:
        {{#.address}}check it at {{.}}{{/.address}}{{^.address}}check the file itself{{/.address}}.</p>
        </div>
        </main>
        {{>foot}}
        """#

    static let headline = #"""
        <section class="verdict row {{.state}}" aria-label="Verdict">
        <svg class="seal" aria-hidden="true"><use href="#seal-{{.state}}"/></svg>
        <div>
        <p class="sentence"><strong>{{.lead}}</strong> {{.sentence}}</p>
        {{#.hasFurther}}<ul class="also">{{#.further}}<li>{{.}}</li>{{/.further}}</ul>{{/.hasFurther}}
        {{#.help}}<p class="also">{{.}}</p>{{/.help}}
        {{#.inside}}
        <p class="also">{{.words}}</p>
        {{#.hasExceptions}}<ul class="exceptions">
        {{#.exceptions}}
        <li class="{{.state}}"><span class="state">{{#.icon}}{{>icon}}{{/.icon}} {{.short}}</span>:
        <a href="#{{.anchor}}">{{#.name}}{{>phrase}}{{/.name}}</a></li>
        {{/.exceptions}}
        {{#.unnamed}}<li>{{.}}</li>{{/.unnamed}}
        </ul>{{/.hasExceptions}}
        {{/.inside}}
        <p class="when">{{#.checkedAt}}<span>Checked on <time datetime="{{.machine}}">{{.words}}</time></span>{{/.checkedAt}}
        {{#.checkAgainPath}}<a class="screen" href="{{.}}">Check again</a>{{/.checkAgainPath}}</p>
        <details>
        <summary class="opens">What was asked, question by question</summary>
        <ul class="questions">
        {{#.questions}}
        <li class="{{.colour}}"><span class="state">{{#.icon}}{{>icon}}{{/.icon}}</span>
        <span><span class="asked">{{.asked}}</span> <span class="answer">{{.answer}}</span></span></li>
        {{/.questions}}
        </ul>
        </details>
        </div>
        </section>
        """#

    static let title = #"""
        <div class="title row">
        <p class="kind">{{#.kind}}{{.}}{{/.kind}}</p>
        <div>
        <h1>{{#.title}}{{>phrase}}{{/.title}}</h1>
        {{#.learner}}<p class="who">{{>phrase}}</p>{{/.learner}}
        {{#.lacksLearner}}<p class="who quiet">The learner is not named in it</p>{{/.lacksLearner}}
        {{#.isLearnerIdentified}}<p class="who quiet">The learner is named by an identifier only</p>{{/.isLearnerIdentified}}
        {{#.notices}}
        <p class="notice"><svg class="icon" aria-hidden="true"><use href="#i-warning"/></svg>
        <span><strong>{{.lead}}</strong> {{.text}}</span></p>
        {{/.notices}}
        {{#.descriptions}}<p class="prose lead">{{>phrase}}</p>{{/.descriptions}}
        {{#.hasFacts}}<dl class="facts">{{#.facts}}{{>fact}}{{/.facts}}</dl>{{/.hasFacts}}
        {{#.hasLearnerFacts}}
        <details class="more"><summary class="opens">More about the learner</summary>
        <dl class="pairs">{{#.learnerFacts}}{{>fact}}{{/.learnerFacts}}</dl></details>
        {{/.hasLearnerFacts}}
        {{#.hasIssuerFacts}}
        <details class="more"><summary class="opens">More about the issuer, as it says itself</summary>
        <dl class="pairs">{{#.issuerFacts}}{{>fact}}{{/.issuerFacts}}</dl></details>
        {{/.hasIssuerFacts}}
        {{#.hasEndorsements}}
        <details class="more"><summary class="opens">Endorsements</summary>
        <ul class="items">{{#.endorsements}}{{>item}}{{/.endorsements}}</ul></details>
        {{/.hasEndorsements}}
        {{>more}}
        <nav class="contents" aria-label="In this record"><ul>
        {{#.sections}}<li><a href="#{{.anchor}}">{{.shortTitle}}{{#.count}} <b>{{.}}</b>{{/.count}}</a></li>{{/.sections}}
        {{#.hierarchy}}<li><a href="#hierarchy">Structure</a></li>{{/.hierarchy}}
        <li><a href="#checks">Checks</a></li>
        <li><a href="#source">Source</a></li>
        </ul></nav>
        </div>
        </div>
        """#

    static let fact = #"""
        <div><dt>{{.label}}</dt><dd{{#.isPlain}} class="plain"{{/.isPlain}}>{{#.moment}}<time datetime="{{.machine}}">{{.words}}</time>{{/.moment}}{{^.moment}}{{#.href}}<a href="{{.}}" rel="noreferrer noopener">{{/.href}}{{#.value}}{{>phrase}}{{/.value}}{{#.href}}</a>{{/.href}}{{/.moment}}{{#.note}} <span class="by">{{.}}</span>{{/.note}}</dd></div>
        """#

    static let tools = #"""
        <div class="section finding row" data-tools hidden>
        <span></span>
        <div class="tools">
        <label>Find in this record <input type="search" autocomplete="off"></label>
        <button class="button" type="button" data-open-all>Open all</button>
        <p role="status"></p>
        </div>
        </div>
        """#

    static let more = #"""
        {{#.hasMore}}<details class="more"><summary class="opens">More data</summary>
        <dl class="pairs raw">{{#.more}}<div><dt>{{.path}}</dt><dd dir="auto">{{.value}}</dd></div>{{/.more}}</dl></details>{{/.hasMore}}
        """#

    static let hierarchy = #"""
        <section class="section row" id="hierarchy" aria-labelledby="hierarchy-h">
        <header><h2 id="hierarchy-h">How these belong together</h2><p>as the issuer says</p></header>
        <div class="body">
        {{#.hasRoots}}<ul class="tree">{{#.roots}}{{>branch}}{{/.roots}}</ul>{{/.hasRoots}}
        <details class="more"><summary class="opens">As a list: {{.count}}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label="Statements">
        <table class="statements"><thead><tr><th scope="col">Achievement</th><th scope="col">Relation</th><th scope="col">Achievement</th></tr></thead>
        <tbody>{{#.statements}}<tr><td>{{#.source}}{{>node}}{{/.source}}</td><td>{{.relation}}{{#.line}} <a class="by" href="#l{{.}}">source</a>{{/.line}}{{#.more}}<span class="by">{{.path}}: {{.value}}</span>{{/.more}}</td><td>{{#.target}}{{>node}}{{/.target}}</td></tr>{{/.statements}}</tbody></table>
        </div></details>
        </div>
        </section>
        """#

    static let branch = #"""
        <li>{{#.node}}{{>node}}{{/.node}}{{#.isRepeated}} <span class="quiet small">shown above</span>{{/.isRepeated}}{{#.hasBranches}}<ul>{{#.branches}}{{>branch}}{{/.branches}}</ul>{{/.hasBranches}}</li>
        """#

    static let node = #"""
        {{#.anchor}}<a href="#{{.}}">{{/.anchor}}{{#.name}}{{>phrase}}{{/.name}}{{#.anchor}}</a>{{/.anchor}}{{#.standing}} <span class="quiet small">{{.}}</span>{{/.standing}}
        """#

    static let checks = #"""
        <section class="section row" id="checks" aria-labelledby="checks-h">
        <header><h2 id="checks-h">Checks</h2><p>{{.checks.summary}}</p></header>
        <div class="body">
        <table class="checks"><caption class="unseen">Checks of the record itself</caption>
        <thead><tr><th scope="col">Check</th><th scope="col">What it asked and found</th></tr></thead>
        <tbody>{{#.checks.rows}}{{>check}}{{/.checks.rows}}</tbody></table>
        {{#.hasInnerChecks}}<h3 class="apart">Checks of what is inside</h3>{{/.hasInnerChecks}}
        {{#.innerChecks}}
        <details class="entry {{.state}}" id="{{.anchor}}"><summary class="opens"><span class="label">{{#.name}}{{>phrase}}{{/.name}}</span>
        <span class="value state small">{{#.icon}}{{>icon}}{{/.icon}} {{.stateWords}}</span><span class="by">{{.summary}}{{#.at}} · at <code class="plain">{{.}}</code>{{/.at}}</span></summary>
        <div class="inside"><table class="checks"><thead><tr><th scope="col">Check</th><th scope="col">What it found</th></tr></thead>
        <tbody>{{#.rows}}{{>check}}{{/.rows}}</tbody></table></div></details>
        {{/.innerChecks}}
        </div>
        </section>
        """#

    static let check = #"""
        <tr class="{{.colour}}"><th scope="row"><span class="state">{{#.icon}}{{>icon}}{{/.icon}}</span>{{.title}}</th><td>{{#.asks}}<span class="asks">{{.}}</span> {{/.asks}}<span class="found">{{.found}}</span>
        <span class="where">{{#.pointer}}at {{#.line}}<a href="#l{{.}}">{{/.line}}<code>{{.text}}</code>{{#.line}}</a>{{/.line}} · {{/.pointer}}{{#.code}}<code>{{.}}</code>{{/.code}}{{#.spec}} · {{.}}{{/.spec}}</span></td></tr>
        """#

    static let source = #"""
        <section class="section row source" id="source" aria-labelledby="source-h">
        <header><h2 id="source-h">Source</h2><p>{{.sourceAbout}}</p></header>
        <div class="body">
        {{#.downloadPath}}<p class="small pad"><a href="{{.}}"{{#downloadName}} download="{{.}}"{{/downloadName}}>Download as received</a>, octet for octet.</p>{{/.downloadPath}}
        {{#.token}}<details><summary class="opens">The token as received</summary><pre tabindex="0" class="token">{{.}}</pre></details>{{/.token}}
        {{#.tokenTexts}}<details><summary class="opens">{{.title}}</summary><pre tabindex="0" class="token">{{.text}}</pre></details>{{/.tokenTexts}}
        <details><summary class="opens">Show the source: {{.lineCount}}</summary>
        <pre tabindex="0" aria-label="Source">{{{.sourceLines}}}</pre></details>
        </div>
        </section>
        """#
}
