/// Rows that open in place, as list and as table, and what stands in them.
enum EntryTemplates {
    static let section = #"""
        <section class="section row {{.anchor}}" id="{{.anchor}}" aria-labelledby="{{.anchor}}-h">
        <header><h2 id="{{.anchor}}-h">{{.title}}</h2>{{#.about}}<p>{{.}}</p>{{/.about}}</header>
        <div class="body">
        {{#.terms}}{{>term}}{{/.terms}}
        {{#.entries}}{{>entry}}{{/.entries}}
        </div>
        </section>
        """#

    static let entry = #"""
        <details class="entry {{.state}}" id="{{.anchor}}" data-entry{{#.isOpen}} open{{/.isOpen}}>
        <summary class="opens"><span class="label">{{#.name}}{{>phrase}}{{/.name}}</span>
        {{#.result}}<span class="value">{{#.hasPips}}<span class="pips" aria-hidden="true">{{#.pips}}<i{{#.on}} class="on"{{/.on}}></i>{{/.pips}}</span>{{/.hasPips}}{{.text}}{{#.place}}<span class="small quiet"> {{.}}</span>{{/.place}}</span>{{/.result}}
        {{>about}}</summary>
        {{>inside}}
        </details>
        """#

    static let term = #"""
        <table class="courses{{^.hasCredits}} without-credits{{/.hasCredits}}{{^.hasCodes}} without-codes{{/.hasCodes}}">
        <caption{{#.isAll}} class="unseen"{{/.isAll}}>{{#.name}}{{>phrase}}{{/.name}} <span class="quiet">{{.about}}</span></caption>
        <thead><tr><th scope="col" class="code">Code</th><th scope="col">Course</th>{{#.hasCredits}}<th scope="col" class="credits">Credits</th>{{/.hasCredits}}<th scope="col" class="grade">Grade</th></tr></thead>
        <tbody>
        {{#.courses}}
        <tr class="line-of {{.state}}" id="{{.anchor}}" data-entry><td class="code">{{.code}}</td><th scope="row"><details><summary class="opens"><span class="label">{{#.name}}{{>phrase}}{{/.name}}</span>{{>about}}</summary>
        {{>inside}}
        </details></th>{{#.hasCreditsColumn}}<td class="credits">{{.credits}}</td>{{/.hasCreditsColumn}}<td class="grade">{{#.result}}{{.text}}{{/.result}}</td></tr>
        {{/.courses}}
        </tbody>
        </table>
        """#

    static let about = #"""
        {{#.hasAbout}}<span class="by">{{.about}}{{#.showsMark}}{{#.about}} · {{/.about}}<span class="state">{{#.icon}}{{>icon}}{{/.icon}} {{.short}}</span>{{/.showsMark}}</span>{{/.hasAbout}}
        """#

    static let inside = #"""
        <div class="inside">
        {{#.isAlarming}}{{>own}}{{/.isAlarming}}
        {{#.blocks}}{{>block}}{{/.blocks}}
        {{^.isAlarming}}{{>own}}{{/.isAlarming}}
        {{>more}}
        </div>
        """#

    static let own = #"""
        <p class="own">{{#.icon}}{{>icon}}{{/.icon}}<span>{{.long}} {{>ways}}</span></p>
        """#

    /// Where a reader on a screen finds more.
    static let ways = #"""
        <span class="screen">{{#.checksAnchor}}<a href="#{{.}}">Checks</a>{{#line}} · {{/line}}{{/.checksAnchor}}{{#.line}}<a href="#l{{.}}">Source</a>{{/.line}}</span>
        """#

    static let block = #"""
        <div>{{#.heading}}<h3>{{.}}</h3>{{/.heading}}
        {{#.prose}}<p class="prose">{{>phrase}}</p>{{/.prose}}
        {{#.hasScale}}<ol class="scale">{{#.scale}}<li class="{{.class}}">{{.value}}{{#.words}} <small>{{.}}</small>{{/.words}}</li>{{/.scale}}</ol>{{/.hasScale}}
        {{#.hasRubric}}<table class="rubric"><caption class="unseen">{{.heading}}</caption><thead><tr><th scope="col">Level</th><th scope="col">What it means</th><th scope="col">Points</th></tr></thead><tbody>
        {{#.rubric}}<tr class="{{.class}}"><th scope="row">{{.name}}{{#.level}} <span class="quiet">({{.}})</span>{{/.level}}{{#.words}} <mark>{{.}}</mark>{{/.words}}</th><td dir="auto">{{.description}}</td><td>{{.points}}</td></tr>{{/.rubric}}
        </tbody></table>{{/.hasRubric}}
        {{#.hasItems}}<ul class="items">{{#.items}}{{>item}}{{/.items}}</ul>{{/.hasItems}}
        {{#.hasFacts}}<dl class="pairs">{{#.facts}}{{>fact}}{{/.facts}}</dl>{{/.hasFacts}}</div>
        """#

    static let item = #"""
        <li class="{{.state}}">{{#.quote}}<p class="said">{{>phrase}}</p>{{/.quote}}
        {{#.title}}<span class="label">{{#.href}}<a href="{{.}}" rel="noreferrer noopener">{{/.href}}{{#.phrase}}{{>phrase}}{{/.phrase}}{{#.href}}</a>{{/.href}}</span>{{/.title}}
        {{#.notes}}<span class="by">{{>phrase}}</span>{{/.notes}}{{#.host}}<span class="by">leads to {{.}}</span>{{/.host}}
        {{#.mark}}<p class="own">{{#.icon}}{{>icon}}{{/.icon}}<span>{{.long}} {{>ways}}</span></p>{{/.mark}}
        {{>more}}</li>
        """#
}
