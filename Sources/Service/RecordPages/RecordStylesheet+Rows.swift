extension RecordStylesheet {
    /// The part for rows that open in place, and tables.
    static let rows = #"""
        /* What opens in place */

        summary {
          cursor: pointer;
          list-style: none;
          min-block-size: 2.75rem;
          padding-block: 0.6rem;
        }

        summary::-webkit-details-marker {
          display: none;
        }

        .opens::before {
          content: "";
          display: inline-block;
          inline-size: 0.45em;
          block-size: 0.45em;
          margin-inline: 0.1em 0.65em;
          border: solid var(--quiet);
          border-width: 0 1.5px 1.5px 0;
          transform: translateY(-0.15em) rotate(-45deg);
        }

        .opens:dir(rtl)::before {
          transform: translateY(-0.15em) rotate(135deg);
        }

        details[open] > .opens::before {
          transform: translateY(-0.3em) rotate(45deg);
        }

        @media (prefers-reduced-motion: no-preference) {
          .opens::before {
            transition: transform 0.12s ease-out;
          }
        }

        summary:hover .label,
        summary.opens:hover {
          color: var(--accent);
        }

        .entry {
          border-block-end: 1px solid var(--line);
        }

        .entry > summary {
          display: grid;
          grid-template-columns: auto minmax(0, 1fr) auto;
          gap: 0 1rem;
        }

        .entry > summary.opens::before {
          grid-row: 1;
          align-self: start;
          margin-block-start: 0.65em;
          margin-inline-end: 0;
        }

        .entry .label {
          font-weight: 600;
        }

        .entry .value {
          text-align: end;
          max-inline-size: 16rem;
        }

        .entry .by {
          grid-column: 2 / -1;
        }

        .by {
          display: block;
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .programmes .entry > summary .label {
          font: 600 1.25rem/1.3 var(--serif);
        }

        .state {
          color: var(--state, var(--quiet));
        }

        .pips {
          display: inline-flex;
          gap: 3px;
          margin-inline-end: 0.5rem;
        }

        .pips i {
          inline-size: 0.55rem;
          block-size: 0.55rem;
          border: 1px solid var(--accent);
          border-radius: 50%;
        }

        .pips i.on {
          background: var(--accent);
        }

        /* Tables */

        table {
          inline-size: 100%;
          border-collapse: collapse;
        }

        caption {
          text-align: start;
          font-weight: 600;
          padding-block: 1.4rem 0.4rem;
        }

        table:first-child > caption {
          padding-block-start: 0.9rem;
        }

        caption .quiet {
          font-weight: 400;
          font-size: 0.875rem;
        }

        th,
        td {
          padding: 0.6rem 1rem 0.6rem 0;
          text-align: start;
          vertical-align: top;
          font-weight: 400;
          border-block-end: 1px solid var(--line);
        }

        th:dir(rtl),
        td:dir(rtl) {
          padding: 0.6rem 0 0.6rem 1rem;
        }

        thead th {
          padding-block: 0.25rem;
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .courses {
          table-layout: fixed;
        }

        .courses tr {
          position: relative;
        }

        .courses .code {
          inline-size: var(--code);
        }

        .courses .credits {
          inline-size: var(--credits);
          text-align: end;
        }

        .courses .grade {
          inline-size: var(--grade);
          padding-inline-end: 0;
          text-align: end;
        }

        .courses > tbody > tr > td {
          white-space: nowrap;
          overflow: hidden;
          text-overflow: ellipsis;
        }

        .courses > tbody > tr > .code {
          color: var(--quiet);
        }

        .courses > tbody > tr > th {
          padding-block: 0;
        }

        .courses summary {
          padding-inline-start: 1.25rem;
          text-indent: -1.25rem;
        }

        .courses summary > * {
          text-indent: 0;
        }

        .courses summary::after {
          content: "";
          position: absolute;
          inset-inline: 0;
          inset-block-start: 0;
          block-size: 2.75rem;
        }

        .courses .inside {
          position: relative;
          margin-inline-start: calc(-1 * var(--code));
          inline-size: calc(100% + var(--code) + var(--credits) + var(--grade) + 1rem);
        }

        .courses.without-credits {
          --credits: 0rem;
        }

        .courses.without-codes {
          --code: 0rem;
        }

        .without-codes .code {
          display: none;
        }

        @media (max-width: 40rem) {
          :root {
            --code: 5.25rem;
            --grade: 4rem;
            --credits: 0rem;
          }

          .courses .credits {
            display: none;
          }

          th,
          td {
            padding-inline-end: 0.6rem;
          }

          .courses .inside {
            inline-size: calc(100% + var(--code) + var(--grade) + 0.6rem);
          }

          .entry > summary {
            grid-template-columns: auto minmax(0, 1fr);
          }

          .entry .value {
            grid-column: 2;
            text-align: start;
            max-inline-size: none;
          }
        }
        """#
}
