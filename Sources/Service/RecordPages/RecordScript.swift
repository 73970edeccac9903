/// The one script of all pages. It makes things quicker; nothing depends on it.
enum RecordScript {
    static let text = #"""
        // Everything works without this file; with it some things are quicker.
        "use strict";

        (() => {
            const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
            const form = document.querySelector("form.form");
            if (form) prepareForm(form);
            all("[data-tools]").forEach(prepareTools);
            all("[data-copy]").forEach(prepareCopy);
            all("[data-print]").forEach((button) => {
                button.hidden = false;
                button.addEventListener("click", () => window.print());
            });
            window.addEventListener("hashchange", openTarget);
            openTarget();
            preparePrint();

            // A file may be dropped anywhere on the page; the wait is announced.
            function prepareForm(form) {
                const file = form.querySelector("input[type=file]");
                const text = form.querySelector("textarea");
                const status = form.querySelector("[role=status]");
                const hint = form.querySelector("[data-drop]");
                if (hint) hint.hidden = false;
                let depth = 0;
                const hasFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");
                const mark = () => document.body.classList.toggle("dropping", depth > 0);
                document.addEventListener("dragenter", (event) => {
                    if (hasFiles(event)) depth += 1;
                    mark();
                });
                document.addEventListener("dragleave", (event) => {
                    if (hasFiles(event)) depth = Math.max(0, depth - 1);
                    mark();
                });
                document.addEventListener("dragover", (event) => {
                    if (hasFiles(event)) event.preventDefault();
                });
                document.addEventListener("drop", (event) => {
                    if (!hasFiles(event)) return;
                    event.preventDefault();
                    depth = 0;
                    mark();
                    file.files = event.dataTransfer.files;
                    form.requestSubmit();
                });
                form.addEventListener("submit", (event) => {
                    if (!file.files.length && !text.value.trim()) {
                        event.preventDefault();
                        status.textContent = "Choose a file or paste its text first.";
                        file.focus();
                        return;
                    }
                    status.textContent = "Checking…";
                });
                window.addEventListener("pageshow", () => { status.textContent = ""; });
            }

            // Rows are found by all that they hold, also while they are closed.
            function prepareTools(tools) {
                const input = tools.querySelector("input");
                const status = tools.querySelector("[role=status]");
                const button = tools.querySelector("[data-open-all]");
                const rows = all("[data-entry]");
                let texts = null;
                tools.hidden = false;
                const say = (shown) => {
                    status.textContent = shown === rows.length
                        ? `${rows.length} entries` : `${shown} of ${rows.length} entries shown`;
                };
                say(rows.length);
                input.addEventListener("input", () => {
                    texts ??= rows.map((row) => row.textContent.toLowerCase());
                    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
                    let shown = 0;
                    rows.forEach((row, index) => {
                        row.hidden = !words.every((word) => texts[index].includes(word));
                        if (!row.hidden) shown += 1;
                    });
                    all("table.courses, section.section").forEach((part) => {
                        const own = all("[data-entry]", part);
                        if (own.length) part.hidden = own.every((row) => row.hidden);
                    });
                    say(shown);
                });
                button.addEventListener("click", () => {
                    const open = button.dataset.open !== "yes";
                    rows.forEach((row) => {
                        const details = row.matches("details") ? row : row.querySelector("details");
                        if (details) details.open = open;
                    });
                    button.dataset.open = open ? "yes" : "no";
                    button.textContent = open ? "Close all" : "Open all";
                });
            }

            function prepareCopy(button) {
                if (!navigator.clipboard) return;
                button.hidden = false;
                const words = button.textContent;
                button.addEventListener("click", async () => {
                    try {
                        await navigator.clipboard.writeText(button.dataset.copy);
                        button.textContent = "Copied";
                    } catch {
                        button.textContent = "Copying is not allowed here";
                    }
                    setTimeout(() => { button.textContent = words; }, 2500);
                });
            }

            // What a link leads to is opened, and everything around it.
            function openTarget() {
                const id = decodeURIComponent(location.hash.slice(1));
                const target = id && document.getElementById(id);
                if (!target) return;
                const inner = target.matches("[data-entry]") && target.querySelector("details");
                for (let at = inner || target; at; at = at.parentElement) {
                    if (at.matches("details")) at.open = true;
                }
                target.scrollIntoView();
            }

            // Paper cannot be opened: everything but the source is printed open.
            function preparePrint() {
                let opened = [];
                window.addEventListener("beforeprint", () => {
                    opened = all("main details:not([open])").filter((one) => !one.closest(".source"));
                    opened.forEach((one) => { one.open = true; });
                });
                window.addEventListener("afterprint", () => {
                    opened.forEach((one) => { one.open = false; });
                });
            }
        })();

        """#
}
