"""Opens every page of a running server as people do, and says what is wrong with it.

Usage: check_pages.py BASE_URL [--shots FOLDER] [--file CREDENTIAL ...] [--view PAGE ...]
                      [--chromium PATH]

Every page is opened at three widths, light and dark, with and without script. Findings of
axe-core, console errors, requests to anybody else, a missing policy, text that leaves the
screen and a form that the keyboard cannot reach are failures. Ends with "N passed, N failed".
"""

import argparse
import json
import os
import pathlib
import re
import sys
import tempfile
import urllib.parse

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
# In which of them the pages of the corpus are looked at; the last one also with large text.
LOOKS = ((360, "light"), (768, "dark"), (1280, "light"))
SENTENCES = ("Verified", "Not verified", "Could not be verified")
POLICY = (
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "form-action 'self'",
    "frame-ancestors 'none'", "base-uri 'none'",
)
HOSTILE = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    "type": ["VerifiableCredential", "ClrCredential"],
    "name": "<script>document.title='broken'</script>\"\u0301 onload=\"x",
    "issuer": {"id": "https://example.org/issuer", "name": "</title><b>Issuer"},
    "credentialSubject": {
        "type": ["ClrSubject"],
        "verifiableCredential": [{
            "type": ["VerifiableCredential", "AchievementCredential"],
            "issuer": "https://example.org/issuer",
            "credentialSubject": {
                "type": ["AchievementSubject"],
                "achievement": {
                    "id": "javascript:alert(1)", "type": ["Achievement"],
                    "achievementType": kind, "humanCode": "C" * 3000,
                    "name": "W" * 10000, "description": "</pre></textarea>" + "y" * 10000,
                    "criteria": {"id": "javascript:alert(1)", "narrative": "<img src=x>"},
                },
                "result": [{"type": ["Result"], "value": "G" * 3000}],
            },
        } for kind in ("Course", "Award")],
    },
}


class Report:
    """Counts, and prints what failed as it fails."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, good, what, detail=""):
        if good:
            self.passed += 1
            return
        self.failed += 1
        print(f"FAILED {what}" + (f": {detail}" if detail else ""), flush=True)


class Browser:
    """One kind of reader: a width, a colour scheme, with or without script."""

    def __init__(self, browser, base, report, width, scheme, script, shots):
        self.base, self.report, self.shots = base, report, shots
        self.script = script
        self.label = f"{width}-{scheme}" + ("" if script else "-noscript")
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme,
            java_script_enabled=script, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.errors, self.strangers = [], []
        self.page.on("console", self.on_console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self.on_request)

    def on_console(self, message):
        # The status of the page itself (an error page is meant to have one) is no error.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.errors.append(message.text)

    def on_request(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)

    def open(self, path):
        response = self.page.goto(urllib.parse.urljoin(self.base, path))
        return response

    def look(self, name, response, status=200):
        """All that must hold on any page."""
        check, where = self.report.check, f"{name} [{self.label}]"
        check(response.status == status, f"{where} status", f"{response.status}, not {status}")
        policy = response.headers.get("content-security-policy", "")
        missing = [part for part in POLICY if part not in policy]
        check(not missing and "unsafe" not in policy, f"{where} policy", policy or "none")
        check(len(self.page.query_selector_all("h1")) == 1, f"{where} has one h1")
        check(self.page.query_selector("main") is not None, f"{where} has a main landmark")
        self.shoot(name)
        if self.script:
            wide = self.page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            check(wide <= 0, f"{where} fits the screen", f"{wide} px too wide")
            self.axe(where)
        check(not self.errors, f"{where} console", "; ".join(self.errors[:3]))
        check(not self.strangers, f"{where} asks nobody else", "; ".join(self.strangers[:3]))
        self.errors.clear()
        self.strangers.clear()

    def axe(self, where):
        # axe is put into the page by the test; the page's policy would refuse it, so it is
        # evaluated by the debugger and not loaded as a script.
        results = Axe().run(self.page).response
        for violation in results["violations"]:
            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
            self.report.check(False, f"{where} axe {violation['id']}",
                              f"{violation['help']}: {nodes}")
        self.report.check(not results["violations"], f"{where} axe")

    def shoot(self, name):
        if self.shots:
            file = self.shots / f"{name}-{self.label}.png"
            try:
                self.page.screenshot(path=str(file), full_page=True)
            except Exception:  # a page too high for one picture
                self.page.screenshot(path=str(file))

    def open_all(self):
        if self.script:
            self.page.evaluate(
                "document.querySelectorAll('details').forEach(one => one.open = true)")

    def verdict(self, name):
        sentence = self.page.inner_text(".verdict .sentence")
        self.report.check(
            sentence.startswith(SENTENCES), f"{name} [{self.label}] verdict", sentence[:80])
        return sentence

    def close(self):
        self.context.close()


def record_name(path):
    return "record-" + re.sub(r"[^A-Za-z0-9]+", "-", path.split("/records/")[-1]).strip("-")[:40]


def visit(reader, files):
    reader.look("first", reader.open("/"))
    links = reader.page.query_selector_all("a[href*='/records/']")
    paths = list(dict.fromkeys(link.get_attribute("href") for link in links))
    for path in paths:
        name = record_name(path)
        response = reader.open(path)
        reader.verdict(name)
        reader.look(name, response)
        if reader.script:
            reader.open_all()
            reader.look(name + "-open", response)
    for file in files:
        name = "posted-" + pathlib.Path(file).stem
        response = post_file(reader, file)
        reader.verdict(name)
        reader.look(name, response)
        if reader.script:
            reader.open_all()
            reader.look(name + "-open", response)
    reader.look("missing", reader.open("/records/there-is-no-such-record"), status=404)
    response = post_text(reader, "<p>this is no record</p>")
    reader.look("unreadable", response, status=response.status)
    reader.report.check(response.status in (200, 400), f"unreadable [{reader.label}] status",
                        str(response.status))
    return paths


def submit(reader):
    with reader.page.expect_navigation() as navigation:
        reader.page.click("button[type=submit]")
    return navigation.value


def post_file(reader, file):
    reader.open("/")
    reader.page.set_input_files("input[type=file]", file)
    return submit(reader)


def post_text(reader, text):
    reader.open("/")
    reader.page.fill("textarea", text)
    return submit(reader)


def walk_by_keyboard(reader):
    """Tab alone reaches the file, the text and the button, and each shows that it is there."""
    reader.open("/")
    reached = []
    for _ in range(20):
        reader.page.keyboard.press("Tab")
        reached.append(reader.page.evaluate("""() => {
            const at = document.activeElement;
            const style = getComputedStyle(at);
            return [at.id || at.type || at.className,
                style.outlineStyle !== 'none' || style.boxShadow !== 'none'];
        }"""))
    names = [name for name, _ in reached]
    for name in ("file", "credential", "submit"):
        reader.report.check(name in names, f"keyboard reaches {name}", str(names))
    unseen = [name for name, visible in reached if name in ("credential", "submit")
              and not visible]
    reader.report.check(not unseen, "focus is visible", str(unseen))
    reader.page.focus("textarea")
    reader.page.keyboard.insert_text(json.dumps(HOSTILE))
    reader.page.keyboard.press("Tab")
    with reader.page.expect_navigation() as navigation:
        reader.page.keyboard.press("Enter")
    reader.verdict("keyboard")
    reader.report.check(navigation.value.status == 200, "keyboard submits the form")


def open_rows_by_keyboard(reader, path):
    """Enter opens a row in place."""
    reader.open(path)
    row = reader.page.query_selector("[data-entry] summary, summary[data-entry], .entry > summary")
    if row is None:
        return
    row.focus()
    before = row.evaluate("row => row.parentElement.open")
    reader.page.keyboard.press("Enter")
    after = row.evaluate("row => row.parentElement.open")
    reader.report.check(before != after, "a row opens by keyboard")


def find_in_record(reader, path):
    """Filter as you type: what is shown is counted, and nothing is lost by clearing it."""
    reader.open(path)
    if not reader.page.is_visible("[data-tools]"):
        return
    count = "Array.from(document.querySelectorAll('[data-entry]')).filter(r => !r.hidden).length"
    all_rows = reader.page.evaluate(count)
    reader.page.fill("[data-tools] input", "zzzz-no-such-word")
    reader.report.check(reader.page.evaluate(count) == 0, "the filter hides what does not fit")
    reader.page.fill("[data-tools] input", "")
    reader.report.check(reader.page.evaluate(count) == all_rows, "the filter gives all back")


def drop_file(reader, text):
    """A file that is dropped anywhere is checked."""
    reader.open("/")
    with reader.page.expect_navigation():
        reader.page.evaluate("""text => {
            const data = new DataTransfer();
            data.items.add(new File([text], 'record.json', {type: 'application/json'}));
            document.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true,
                cancelable: true}));
        }""", text)
    reader.verdict("dropped")


def check_hostile(reader):
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(HOSTILE, file)
    try:
        response = post_file(reader, file.name)
    finally:
        os.unlink(file.name)
    reader.open_all()
    reader.verdict("hostile")
    reader.look("hostile", response)
    title = reader.page.title()
    reader.report.check("broken" not in title or "<script>" in title, "hostile text stays text")
    images = reader.page.query_selector_all("main img, main b[onload], main [onload]")
    reader.report.check(not images, "hostile markup stays text")
    links = [link.get_attribute("href") for link in reader.page.query_selector_all("main a")]
    bad = [link for link in links if link and link.strip().lower().startswith("javascript")]
    reader.report.check(not bad, "no link runs a script", str(bad[:2]))


def original_of(file):
    """The file that a page was made of: beside it, under the same name."""
    kept = file.with_suffix(".original")
    return kept if kept.exists() else file.with_suffix(".json")


def look_at_view(reader, file):
    """A page that `clr view` made opens from disk, works, and loads nothing."""
    where = f"view {file.stem} [{reader.label}]"
    reader.base = file.absolute().as_uri()
    reader.page.goto(reader.base)
    reader.verdict("view")
    check = reader.report.check
    check(len(reader.page.query_selector_all("h1")) == 1, f"{where} has one h1")
    padding = reader.page.evaluate("getComputedStyle(document.querySelector('.bar')).padding")
    check(padding != "0px", f"{where} has its style", padding)
    check(not out_of_order(reader.page), f"{where} has its headings in order",
          str(out_of_order(reader.page)))
    if reader.script:
        check(reader.page.is_visible("[data-print]"), f"{where} runs its script")
        reader.open_all()
        check(not too_wide(reader.page), f"{where} fits the screen", f"{too_wide(reader.page)} px")
        small = small_targets(reader.page)
        check(not small, f"{where} has targets of 24 px", str(small[:3]))
        reader.axe(where)
        with reader.page.expect_download() as download:
            reader.page.click("a[download]")
        saved = pathlib.Path(download.value.path()).read_bytes()
        check(saved == original_of(file).read_bytes(), f"{where} gives the file back")
    else:
        check(not reader.page.is_visible("[data-print]"), f"{where} offers what it can do")
        closed = reader.page.query_selector_all("details:not([open]) > summary")
        for summary in closed[:3]:
            summary.focus()
            reader.page.keyboard.press("Enter")
        check(len(reader.page.query_selector_all("details:not([open])"))
              <= max(0, len(closed) - min(3, len(closed))), f"{where} opens without script")
    reader.shoot(f"view-{file.stem}")
    check(not reader.errors, f"{where} console", "; ".join(reader.errors[:3]))
    check(not reader.strangers, f"{where} asks nobody else", "; ".join(reader.strangers[:3]))
    reader.errors.clear()
    reader.strangers.clear()


def too_wide(page):
    """By how much the page is wider than the screen."""
    return max(0, page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def out_of_order(page):
    """Headings that skip a level on the way down."""
    levels = page.evaluate(
        "Array.from(document.querySelectorAll('h1,h2,h3,h4')).map(h => Number(h.tagName[1]))")
    return [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]


def small_targets(page):
    """Links and buttons outside of sentences that are smaller than 24 px (WCAG 2.5.8)."""
    return page.evaluate("""() => Array.from(
        document.querySelectorAll('summary, button, nav a, .exceptions a, .tree a'))
        .filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24)
        .map(one => one.textContent.trim().slice(0, 40))""")


def read_large(reader, file):
    """With the text at twice its size, and on the narrowest screen, nothing leaves the screen."""
    where = f"view {file.stem} [{reader.label}"
    reader.page.goto(file.absolute().as_uri())
    reader.open_all()
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    wide = too_wide(reader.page)
    reader.report.check(not wide, f"{where}, 200 %] fits the screen", f"{wide} px")
    reader.shoot(f"large-{file.stem}")
    reader.page.evaluate("document.documentElement.style.fontSize = ''")
    reader.page.set_viewport_size({"width": 320, "height": 800})
    wide = too_wide(reader.page)
    reader.report.check(not wide, f"{where}, 320 px] fits the screen", f"{wide} px")


def print_view(reader, file, shots):
    """On paper each sheet says whose it is and what was found, and nothing asks to be pressed."""
    where = f"view {file.stem} [print]"
    reader.page.goto(file.absolute().as_uri())
    verdict = reader.page.inner_text(".verdict .sentence strong")
    style = reader.page.evaluate("document.querySelector('style').textContent")
    spoken = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), style)
    reader.report.check(f'@bottom-left {{ content: "{verdict}' in spoken, f"{where} foot", verdict)
    reader.page.emulate_media(media="print")
    pressed = reader.page.evaluate("""() => Array.from(
        document.querySelectorAll('button, input, nav, .screen, .source'))
        .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 60))""")
    reader.report.check(not pressed, f"{where} has nothing to press", str(pressed[:3]))
    reader.page.emulate_media(media="screen")
    pdf = reader.page.pdf(format="A4")
    reader.report.check(pdf.startswith(b"%PDF"), f"{where} prints")
    if shots:
        (shots / f"print-{file.stem}.pdf").write_bytes(pdf)


def print_record(reader, path, shots):
    reader.open(path)
    pdf = reader.page.pdf(format="A4")
    reader.report.check(pdf.startswith(b"%PDF"), "a record prints")
    if shots:
        (shots / "print.pdf").write_bytes(pdf)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("--shots", type=pathlib.Path)
    parser.add_argument("--file", action="append", default=[])
    parser.add_argument("--view", action="append", default=[], type=pathlib.Path)
    parser.add_argument("--chromium", default=os.environ.get("CHROMIUM", "/usr/bin/chromium"))
    options = parser.parse_args()
    base = options.base.rstrip("/") + "/"
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    report = Report()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=options.chromium, args=["--no-sandbox"])

        def reader(width, scheme, script=True):
            return Browser(browser, base, report, width, scheme, script, options.shots)

        paths = []
        for scheme in SCHEMES:
            for width in WIDTHS:
                one = reader(width, scheme)
                paths = visit(one, options.file)
                check_hostile(one)
                one.close()
                for number, view in enumerate(options.view):
                    if number > 0 and (width, scheme) not in LOOKS:
                        continue
                    one = reader(width, scheme)
                    look_at_view(one, view)
                    if (width, scheme) == LOOKS[-1]:
                        read_large(one, view)
                    one.close()
        plain = reader(1280, "light", script=False)
        visit(plain, options.file)
        plain.close()
        for view in options.view:
            plain = reader(1280, "light", script=False)
            look_at_view(plain, view)
            plain.close()
            one = reader(1280, "light")
            print_view(one, view, options.shots)
            one.close()
        one = reader(1280, "light")
        walk_by_keyboard(one)
        drop_file(one, json.dumps(HOSTILE))
        report.check(bool(paths), "the first page links to records")
        for path in paths[:1]:
            open_rows_by_keyboard(one, path)
            find_in_record(one, path)
            print_record(one, path, options.shots)
        one.close()
        browser.close()
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
