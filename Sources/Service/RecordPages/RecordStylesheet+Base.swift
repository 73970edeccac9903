extension RecordStylesheet {
    /// The part for colours, type, and what all pages have.
    static let base = #"""
        /* One document on one grid: a margin for what a section is, a column for what it says. */

        :root {
          color-scheme: light dark;
          --ground: #f0f0eb;
          --sheet: #fffffc;
          --ink: #1b2126;
          --quiet: #545e66;
          --line: #dedcd4;
          --rule: #a9a79d;
          --tint: #f5f4ef;
          --accent: #2a4175;
          --good: #17633f;
          --bad: #9c2323;
          --unsure: #7a5200;
          --on-seal: #ffffff;
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif",
            Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace;
          --margin: 12rem;
          --gap: 2.5rem;
          --code: 6.5rem;
          --credits: 4.75rem;
          --grade: 6rem;
        }

        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #0f1214;
            --sheet: #16191c;
            --ink: #e9e7e1;
            --quiet: #a5adb3;
            --line: #2d3338;
            --rule: #59626a;
            --tint: #1d2125;
            --accent: #b3c3f2;
            --good: #85d0a8;
            --bad: #f2a29b;
            --unsure: #e8c27a;
            --on-seal: #16191c;
          }
        }

        * {
          box-sizing: border-box;
        }

        html {
          -webkit-text-size-adjust: 100%;
          text-size-adjust: 100%;
          scroll-padding-block: 1.5rem;
        }

        body {
          margin: 0;
          background: var(--ground);
          color: var(--ink);
          font: 1rem/1.55 var(--sans);
          font-variant-numeric: tabular-nums;
          overflow-wrap: anywhere;
        }

        h1,
        h2,
        h3,
        h4,
        p,
        ul,
        ol,
        dl,
        dd,
        figure {
          margin: 0;
        }

        ul,
        ol {
          padding: 0;
          list-style: none;
        }

        a {
          color: var(--accent);
          text-decoration-thickness: 1px;
          text-underline-offset: 0.18em;
        }

        a:hover {
          text-decoration-thickness: 2px;
        }

        :focus-visible {
          outline: 3px solid var(--accent);
          outline-offset: 2px;
          border-radius: 2px;
        }

        [hidden] {
          display: none !important;
        }

        .unseen {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
          white-space: nowrap;
        }

        .skip {
          position: absolute;
          inset-inline-start: 1rem;
          inset-block-start: -4rem;
          padding: 0.6rem 1rem;
          background: var(--sheet);
          z-index: 2;
        }

        .skip:focus {
          inset-block-start: 0.5rem;
        }

        .quiet {
          color: var(--quiet);
        }

        .small {
          font-size: 0.875rem;
        }

        .icon {
          inline-size: 1.15em;
          block-size: 1.15em;
          flex: none;
          vertical-align: -0.2em;
        }

        /* The frame */

        .bar {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          gap: 0 1.5rem;
          max-inline-size: 67rem;
          margin-inline: auto;
          padding: 0.25rem clamp(1rem, 4vw, 3.5rem);
          font-size: 0.875rem;
        }

        .bar a {
          display: inline-flex;
          align-items: center;
          min-block-size: 2.75rem;
          color: var(--ink);
          text-decoration: none;
        }

        .bar a:hover {
          text-decoration: underline;
        }

        .bar .home {
          display: inline-flex;
          align-items: center;
          min-block-size: 2.75rem;
          font: 600 1rem/1 var(--serif);
        }

        .bar nav {
          margin-inline-start: auto;
        }

        .demonstration {
          max-inline-size: 67rem;
          margin-inline: auto;
          padding: 0.6rem clamp(1rem, 4vw, 3.5rem);
          font-size: 0.875rem;
          border-block-start: 1px solid var(--line);
        }

        .sheet {
          max-inline-size: 67rem;
          margin-inline: auto;
          padding: clamp(1.5rem, 4vw, 3.5rem) clamp(1rem, 4vw, 3.5rem) 4rem;
          background: var(--sheet);
          border-block: 1px solid var(--line);
        }

        @media (min-width: 72rem) {
          .sheet {
            border: 1px solid var(--line);
          }
        }

        .foot {
          max-inline-size: 67rem;
          margin-inline: auto;
          padding: 1.25rem clamp(1rem, 4vw, 3.5rem) 3rem;
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .foot p + p {
          margin-block-start: 0.35rem;
        }

        .row {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          gap: 0.75rem var(--gap);
        }

        @media (min-width: 60rem) {
          .row {
            grid-template-columns: var(--margin) minmax(0, 1fr);
          }
        }
        """#
}
