/// The first page and the page of a problem.
enum OtherTemplates {
    static let verify = #"""
        {{>head}}
        <main class="sheet" id="main">
        <div class="hero row"><span></span><div>
        <h1>Is this learner record genuine?</h1>
        <p>Give the file that you were sent. You will see whose it is, what it says, and whether
        it can be trusted.</p>
        </div></div>
        {{#.problem}}<div class="section row"><span></span>{{>problem}}</div>{{/.problem}}
        <section class="section row" aria-labelledby="give">
        <header><h2 id="give">The record</h2>
        <p>A CLR, an Open Badge or another verifiable credential, as JSON or JWT, by itself or
        in a PNG or SVG picture, up to {{.largest}}</p></header>
        <form class="form" action="/verify" method="post" enctype="multipart/form-data">
        <div class="field drop">
        <label for="file">Choose the file</label>
        <input type="file" id="file" name="file" accept=".json,.jsonld,.jwt,.sd-jwt,.txt,.png,.svg,application/json,application/ld+json,application/vc,application/jwt,text/plain,image/png,image/svg+xml">
        <span class="small quiet" data-drop hidden>or drop it anywhere on this page</span>
        </div>
        <div class="field">
        <label for="credential">or paste its text</label>
        <textarea id="credential" name="credential" rows="9" spellcheck="false" autocomplete="off" autocapitalize="off">
        {{.typed}}</textarea>
        </div>
        <div class="submit"><button class="button main" type="submit">Check it</button>
        <span role="status" class="small quiet"></span></div>
        <p class="small quiet">It is checked here, and not kept.</p>
        </form>
        </section>
        {{#.hasSamples}}
        <section class="section row" aria-labelledby="samples">
        <header><h2 id="samples">Records to try</h2><p>of the demonstration</p></header>
        <ul class="body records">
        {{#.samples}}<li><a href="{{.path}}"><span class="label">{{.name}}</span> <span class="by">{{.about}}</span></a></li>{{/.samples}}
        </ul>
        </section>
        {{/.hasSamples}}
        <section class="section row" aria-labelledby="answers">
        <header><h2 id="answers">The three answers</h2></header>
        <div class="body"><ul class="answers">
        <li class="verified"><svg class="seal" aria-hidden="true"><use href="#seal-verified"/></svg>
        <div><strong>Verified</strong><br>It comes from the issuer named on it, has not been
        changed, and is in force.</div></li>
        <li class="failed"><svg class="seal" aria-hidden="true"><use href="#seal-failed"/></svg>
        <div><strong>Not verified</strong><br>Something is wrong with it, and you are told what:
        changed, withdrawn, out of date, or signed by somebody else.</div></li>
        <li class="undetermined"><svg class="seal" aria-hidden="true"><use href="#seal-undetermined"/></svg>
        <div><strong>Could not be verified</strong><br>Something needed to decide is missing, such
        as the issuer’s key. It may be genuine; you are told whom to ask.</div></li>
        </ul></div>
        </section>
        </main>
        {{>foot}}
        """#

    static let problem = #"""
        <div class="problem" role="alert"><svg class="icon" aria-hidden="true"><use href="#i-failed"/></svg>
        <div><h2>{{.title}}</h2><p>{{.explanation}}</p>
        <ul>{{#.ways}}<li>{{.}}</li>{{/.ways}}</ul></div></div>
        """#

    static let error = #"""
        {{>head}}
        <main class="sheet" id="main">
        <div class="hero row"><p class="status">{{.problem.status}}</p><div>
        <h1>{{.problem.title}}</h1>
        <p>{{.problem.explanation}}</p>
        </div></div>
        <section class="section row" aria-labelledby="ways">
        <header><h2 id="ways">What to do</h2></header>
        <div class="body"><ol class="ways">{{#.problem.ways}}<li>{{.}}</li>{{/.problem.ways}}</ol>
        <p><a class="button" href="/">Check a record</a></p></div>
        </section>
        </main>
        {{>foot}}
        """#
}
