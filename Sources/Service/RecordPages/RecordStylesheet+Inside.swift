extension RecordStylesheet {
    /// The part for what stands inside a row, checks and source.
    static let inside = #"""
        /* Inside a row */

        .inside {
          padding-block: 0.25rem 1.5rem;
        }

        .entry > .inside {
          padding-inline-start: 1.55rem;
        }

        .inside > * + * {
          margin-block-start: 1rem;
        }

        .inside h3,
        .inside h4 {
          font: 600 0.875rem/1.4 var(--sans);
          color: var(--quiet);
        }

        .inside h3 + *,
        .scale + *,
        .rubric + * {
          margin-block-start: 0.35rem;
        }

        .prose {
          max-inline-size: 65ch;
          white-space: pre-line;
        }

        .pairs div {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          gap: 0 1rem;
          padding-block: 0.15rem;
        }

        @media (min-width: 40rem) {
          .pairs div {
            grid-template-columns: 9rem minmax(0, 1fr);
          }
        }

        .scale {
          display: flex;
          flex-wrap: wrap;
          gap: 0.35rem;
          margin-block-start: 0.35rem;
        }

        .scale li {
          min-inline-size: 2.25rem;
          padding: 0.1rem 0.55rem;
          text-align: center;
          color: var(--quiet);
          border: 1px solid var(--line);
          border-radius: 2px;
        }

        .scale li.required {
          border-color: var(--ink);
          border-style: dashed;
          color: var(--ink);
        }

        .scale li.achieved {
          color: var(--sheet);
          background: var(--accent);
          border-color: var(--accent);
          border-style: solid;
        }

        .scale small {
          display: block;
          font-size: 0.75rem;
        }

        .scroll {
          overflow-x: auto;
        }

        .rubric {
          margin-block-start: 0.35rem;
          font-size: 0.875rem;
          border-block-start: 1px solid var(--line);
        }

        .rubric {
          table-layout: fixed;
        }

        .rubric th,
        .rubric td {
          padding-block: 0.45rem;
        }

        .rubric th:first-child {
          inline-size: 9rem;
          padding-inline-start: 0.5rem;
        }

        .rubric th:last-child {
          inline-size: 4rem;
        }

        @media (max-width: 40rem) {
          .rubric th:first-child {
            inline-size: 6.5rem;
          }
        }

        .rubric .achieved {
          background: var(--tint);
        }

        .rubric .achieved th {
          font-weight: 600;
          box-shadow: inset 3px 0 var(--accent);
        }

        .rubric mark {
          display: block;
          color: var(--accent);
          background: none;
          font-weight: 600;
        }

        .items > li + li {
          margin-block-start: 0.6rem;
        }

        .items .label {
          font-weight: 600;
        }

        .said {
          padding-inline-start: 1rem;
          border-inline-start: 1px solid var(--rule);
          font-family: var(--serif);
        }

        .own {
          display: flex;
          gap: 0.5rem;
          max-inline-size: 65ch;
        }

        .own .icon {
          margin-block-start: 0.2rem;
          color: var(--state);
        }

        .more > summary {
          color: var(--quiet);
          font-size: 0.875rem;
          padding-block: 0.75rem;
        }

        .more > .pairs {
          font-size: 0.875rem;
        }

        .more > .pairs div {
          border-block-start: 1px solid var(--line);
        }

        .raw dt {
          font-family: var(--mono);
          font-size: 0.8125rem;
        }

        @media (min-width: 40rem) {
          .more > .pairs div {
            grid-template-columns: 14rem minmax(0, 1fr);
          }
        }

        .tree ul {
          margin-inline-start: 0.5rem;
          padding-inline-start: 1.25rem;
          border-inline-start: 1px solid var(--line);
        }

        .tree li {
          padding-block: 0.3rem;
        }

        .tree a {
          display: inline-block;
          padding-block: 0.3rem;
        }

        /* Checks and source */

        .checks {
          font-size: 0.875rem;
        }

        .checks th[scope="row"] {
          font-weight: 600;
          inline-size: 11rem;
        }

        .checks th .icon {
          margin-inline-end: 0.35rem;
        }

        .checks .asks {
          color: var(--quiet);
        }

        .checks .where {
          display: block;
          color: var(--quiet);
        }

        .checks code,
        .plain {
          font-family: var(--mono);
          font-size: 0.8125rem;
        }

        @media (max-width: 40rem) {
          .checks th[scope="row"] {
            inline-size: 7.5rem;
          }
        }

        .source pre {
          margin: 0.75rem 0 0;
          padding: 0.75rem 0;
          background: var(--tint);
          font: 0.8125rem/1.6 var(--mono);
          counter-reset: line;
          white-space: pre-wrap;
        }

        .source pre > i {
          display: block;
          font-style: normal;
          position: relative;
          padding-inline: 4rem 0.75rem;
          counter-increment: line;
        }

        .source pre > i::before {
          content: counter(line);
          position: absolute;
          inset-inline-start: 0;
          inline-size: 3rem;
          text-align: end;
          color: var(--quiet);
        }

        .source pre > i:target {
          background: var(--sheet);
          outline: 2px solid var(--accent);
          outline-offset: -2px;
        }

        .pad {
          padding-block-start: 0.75rem;
        }

        .source .token {
          padding-inline: 0.75rem;
        }

        .apart {
          margin-block-start: 2rem;
          padding-block-end: 0.5rem;
          border-block-end: 1px solid var(--rule);
          font: 600 1rem/1.4 var(--sans);
        }

        .statements td:nth-child(2) {
          inline-size: 9rem;
        }
        """#
}
