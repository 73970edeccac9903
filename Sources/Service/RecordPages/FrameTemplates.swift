/// What stands around every page, and the signs that all of them use.
enum FrameTemplates {
    static let head = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{.windowTitle}}</title>
        {{#.standalone}}
        <meta http-equiv="Content-Security-Policy" content="{{.policy}}">
        <meta name="referrer" content="no-referrer">
        <link rel="icon" href="data:,">
        <style>{{{.style}}}</style>
        {{/.standalone}}
        {{^.standalone}}
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/assets/record.css">
        <script src="/assets/record.js" defer></script>
        {{/.standalone}}
        </head>
        <body>
        <a class="skip" href="#main">Skip to the content</a>
        {{>signs}}
        <header class="bar">
        {{#.standalone}}<span class="home">Learner record check</span>{{/.standalone}}
        {{^.standalone}}<a class="home" href="/">Learner record check</a>
        <nav aria-label="Site"><a href="/">Check another</a></nav>{{/.standalone}}
        </header>
        {{#.isDemonstration}}
        <aside class="demonstration" aria-label="Demonstration">
        <strong>This is a demonstration.</strong> The people and institutions in its records are
        invented. The signatures and the checks are real.
        </aside>
        {{/.isDemonstration}}
        """#

    static let foot = #"""
        <footer class="foot">
        {{#.standalone}}<p>This page says what was found when it was made, and loads nothing. Whoever gives it to
        you could have changed it: check the file of the record yourself.</p>{{/.standalone}}
        {{^.standalone}}<p>Checked by this server alone. Nothing on this page was loaded from anybody else.</p>{{/.standalone}}
        <p>Something looks wrong? Ask the institution named on the record: only it can correct
        it.</p>
        </footer>
        {{#.standalone}}<script>{{{.script}}}</script>{{/.standalone}}
        </body>
        </html>
        """#

    static let icon = #"""
        <svg class="icon" aria-hidden="true"><use href="#i-{{.}}"/></svg>
        """#

    static let phrase = #"""
        <span dir="auto"{{#.lang}} lang="{{.}}"{{/.lang}}>{{.text}}</span>
        """#

    /// Each state has a shape of its own: a scalloped seal, an octagon, an open diamond.
    static let signs = #"""
        <svg hidden aria-hidden="true">
        <symbol id="seal-verified" viewBox="0 0 100 100">
        <path d="M47.2 4.9Q50.0 3.0 52.8 4.9Q55.7 6.9 58.9 5.7Q62.2 4.6 64.4 7.2
        Q66.6 9.8 70.1 9.6Q73.5 9.3 75.0 12.4Q76.5 15.5 79.9 16.1Q83.2 16.8 83.9 20.1
        Q84.5 23.5 87.6 25.0Q90.7 26.5 90.4 29.9Q90.2 33.4 92.8 35.6Q95.4 37.8 94.3 41.1
        Q93.1 44.3 95.1 47.2Q97.0 50.0 95.1 52.8Q93.1 55.7 94.3 58.9Q95.4 62.2 92.8 64.4
        Q90.2 66.6 90.4 70.1Q90.7 73.5 87.6 75.0Q84.5 76.5 83.9 79.9Q83.2 83.2 79.9 83.9
        Q76.5 84.5 75.0 87.6Q73.5 90.7 70.1 90.4Q66.6 90.2 64.4 92.8Q62.2 95.4 58.9 94.3
        Q55.7 93.1 52.8 95.1Q50.0 97.0 47.2 95.1Q44.3 93.1 41.1 94.3Q37.8 95.4 35.6 92.8
        Q33.4 90.2 29.9 90.4Q26.5 90.7 25.0 87.6Q23.5 84.5 20.1 83.9Q16.8 83.2 16.1 79.9
        Q15.5 76.5 12.4 75.0Q9.3 73.5 9.6 70.1Q9.8 66.6 7.2 64.4Q4.6 62.2 5.7 58.9
        Q6.9 55.7 4.9 52.8Q3.0 50.0 4.9 47.2Q6.9 44.3 5.7 41.1Q4.6 37.8 7.2 35.6
        Q9.8 33.4 9.6 29.9Q9.3 26.5 12.4 25.0Q15.5 23.5 16.1 20.1Q16.8 16.8 20.1 16.1
        Q23.5 15.5 25.0 12.4Q26.5 9.3 29.9 9.6Q33.4 9.8 35.6 7.2Q37.8 4.6 41.1 5.7
        Q44.3 6.9 47.2 4.9Z" fill="currentColor"/>
        <circle cx="50" cy="50" r="36.5" fill="none" stroke="var(--on-seal)" stroke-width="1.2"
        stroke-dasharray="1.5 2.6"/>
        <path d="m33 51.5 11.5 12L68 37" fill="none" stroke="var(--on-seal)" stroke-width="6.5"
        stroke-linecap="round" stroke-linejoin="round"/>
        </symbol>
        <symbol id="seal-failed" viewBox="0 0 100 100">
        <path d="M32 6h36l26 26v36L68 94H32L6 68V32Z" fill="currentColor"/>
        <path d="M34.5 12h31L88 34.5v31L65.5 88h-31L12 65.5v-31Z" fill="none"
        stroke="var(--on-seal)" stroke-width="1.2"/>
        <path d="m36 36 28 28m0-28L36 64" fill="none" stroke="var(--on-seal)" stroke-width="6.5"
        stroke-linecap="round"/>
        </symbol>
        <symbol id="seal-undetermined" viewBox="0 0 100 100">
        <path d="M50 5 95 50 50 95 5 50Z" fill="none" stroke="currentColor" stroke-width="5"
        stroke-linejoin="round" stroke-dasharray="10 5.9"/>
        <path d="M40.5 42c0-6.5 4.3-10 9.8-10s9.7 3.6 9.7 9c0 7.5-9.5 8-9.5 15.5" fill="none"
        stroke="currentColor" stroke-width="6" stroke-linecap="round"/>
        <circle cx="50.3" cy="67.5" r="3.9" fill="currentColor"/>
        </symbol>
        <symbol id="i-passed" viewBox="0 0 20 20">
        <circle cx="10" cy="10" r="8.2" fill="none" stroke="currentColor" stroke-width="1.5"/>
        <path d="m6.3 10.4 2.5 2.6 5-5.6" fill="none" stroke="currentColor" stroke-width="1.7"
        stroke-linecap="round" stroke-linejoin="round"/>
        </symbol>
        <symbol id="i-failed" viewBox="0 0 20 20">
        <path d="M6.7 1.8h6.6l4.9 4.9v6.6l-4.9 4.9H6.7l-4.9-4.9V6.7Z" fill="currentColor"/>
        <path d="m7 7 6 6m0-6-6 6" stroke="var(--sheet)" stroke-width="1.8"
        stroke-linecap="round"/>
        </symbol>
        <symbol id="i-undetermined" viewBox="0 0 20 20">
        <path d="m10 1.3 8.7 8.7-8.7 8.7L1.3 10Z" fill="none" stroke="currentColor"
        stroke-width="1.5" stroke-linejoin="round"/>
        <path d="M8.1 8.2c0-1.3.9-2 2-2s1.9.7 1.9 1.8c0 1.5-1.9 1.6-1.9 3.1" fill="none"
        stroke="currentColor" stroke-width="1.5" stroke-linecap="round"/>
        <circle cx="10.1" cy="13.5" r="1" fill="currentColor"/>
        </symbol>
        <symbol id="i-warning" viewBox="0 0 20 20">
        <path d="M10 2.2 18.6 17.5H1.4Z" fill="none" stroke="currentColor" stroke-width="1.5"
        stroke-linejoin="round"/>
        <path d="M10 7.5v4.8" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/>
        <circle cx="10" cy="14.8" r="1" fill="currentColor"/>
        </symbol>
        <symbol id="i-skipped" viewBox="0 0 20 20">
        <path d="M4 10h12" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/>
        </symbol>
        </svg>
        """#
}
