extension RecordStylesheet {
    /// The part for letterhead, verdict, title and sections.
    static let document = #"""
        /* Letterhead */

        .letterhead {
          display: flex;
          flex-wrap: wrap;
          gap: 0.75rem var(--gap);
          align-items: end;
          padding-block-end: 1rem;
          border-block-end: 3px double var(--accent);
        }

        .letterhead .name {
          font: 600 1.25rem/1.25 var(--serif);
        }

        .letterhead .domain {
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .letterhead .vouched {
          color: inherit;
        }

        .letterhead > div:first-child {
          flex: 1 1 16rem;
        }

        .actions {
          display: flex;
          flex-wrap: wrap;
          gap: 0.5rem;
        }

        .button {
          display: inline-flex;
          align-items: center;
          justify-content: center;
          min-block-size: 2.75rem;
          padding: 0.3rem 0.95rem;
          font: inherit;
          font-size: 0.875rem;
          color: var(--ink);
          background: transparent;
          border: 1px solid var(--rule);
          border-radius: 3px;
          text-decoration: none;
          cursor: pointer;
        }

        .button:hover {
          border-color: var(--accent);
          color: var(--accent);
        }

        .button.main {
          padding-inline: 1.5rem;
          font-size: 1rem;
          font-weight: 600;
          color: var(--sheet);
          background: var(--accent);
          border-color: var(--accent);
        }

        .button.main:hover {
          color: var(--sheet);
          background: var(--ink);
          border-color: var(--ink);
        }

        /* The verdict */

        .verified {
          --state: var(--good);
        }

        .failed {
          --state: var(--bad);
        }

        .undetermined {
          --state: var(--unsure);
        }

        .none {
          --state: var(--quiet);
        }

        .verdict {
          margin-block: 2.25rem 2.5rem;
        }

        .seal {
          inline-size: 4rem;
          block-size: 4rem;
          color: var(--state);
        }

        .verdict .sentence {
          font: 400 1.25rem/1.45 var(--serif);
          text-wrap: pretty;
        }

        .verdict .sentence strong {
          color: var(--state);
          font-weight: 700;
        }

        .verdict .also {
          margin-block-start: 0.6rem;
        }

        .exceptions li {
          padding-block: 0.3rem;
        }

        .exceptions a {
          display: inline-block;
          padding-block: 0.2rem;
        }

        .verdict .when {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          gap: 0 1.25rem;
          margin-block: 0.6rem 0.75rem;
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .verdict .when a {
          display: inline-flex;
          align-items: center;
          min-block-size: 2.75rem;
        }

        .verdict details {
          border-block-start: 1px solid var(--line);
          border-block-end: 1px solid var(--line);
        }

        @media (min-width: 30rem) {
          .verdict {
            grid-template-columns: auto minmax(0, 1fr);
            gap: 0 1.25rem;
          }
        }

        @media (min-width: 60rem) {
          .verdict {
            grid-template-columns: var(--margin) minmax(0, 1fr);
            gap: 0 var(--gap);
          }

          .seal {
            inline-size: 6rem;
            block-size: 6rem;
            justify-self: end;
            margin-block-start: 0.2rem;
          }
        }

        .questions li {
          display: grid;
          grid-template-columns: 1.5rem minmax(0, 1fr);
          gap: 0 0.5rem;
          padding-block: 0.5rem;
        }

        .questions li + li {
          border-block-start: 1px solid var(--line);
        }

        .questions .asked {
          font-weight: 600;
        }

        .questions .answer {
          display: block;
          color: var(--quiet);
          font-size: 0.875rem;
        }

        /* Title and facts */

        .title .kind {
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .title h1 {
          font: 600 clamp(1.75rem, 1.3rem + 1.4vw, 2.25rem) / 1.15 var(--serif);
          letter-spacing: -0.01em;
          text-wrap: balance;
        }

        .title .lead {
          margin-block-start: 1rem;
        }

        .title .who {
          margin-block-start: 0.35rem;
          font: 400 1.25rem/1.4 var(--serif);
        }

        @media (min-width: 60rem) {
          .title .kind {
            padding-block-start: 0.85rem;
            text-align: end;
          }
        }

        .notice {
          display: flex;
          gap: 0.6rem;
          margin-block-start: 1rem;
          padding: 0.6rem 0.8rem;
          font-size: 0.875rem;
          background: var(--tint);
          border: 1px solid var(--line);
        }

        .notice .icon {
          margin-block-start: 0.1rem;
        }

        .facts {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          margin-block-start: 1.25rem;
        }

        .facts div {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          padding-block: 0.45rem;
          border-block-start: 1px solid var(--line);
        }

        dt {
          color: var(--quiet);
          font-size: 0.875rem;
          padding-block-start: 0.1rem;
        }

        @media (min-width: 30rem) {
          .facts div {
            grid-template-columns: 9rem minmax(0, 1fr);
            gap: 0 1rem;
          }
        }

        .contents {
          margin-block-start: 1.5rem;
          padding-block: 0.2rem;
          border-block: 1px solid var(--rule);
        }

        .contents ul {
          display: flex;
          flex-wrap: wrap;
          gap: 0 1.5rem;
        }

        .contents a {
          display: inline-flex;
          align-items: center;
          gap: 0.4rem;
          min-block-size: 2.75rem;
          font-size: 0.875rem;
          text-decoration: none;
        }

        .contents a:hover {
          text-decoration: underline;
        }

        .contents b {
          font-weight: 400;
          color: var(--quiet);
        }

        /* Sections */

        .section {
          margin-block-start: 3.5rem;
        }

        .section > header h2 {
          font: 600 1.25rem/1.25 var(--serif);
        }

        .section > header p {
          color: var(--quiet);
          font-size: 0.875rem;
        }

        .section > .body {
          border-block-start: 1px solid var(--rule);
        }

        @media (min-width: 60rem) {
          .section > header {
            text-align: end;
            position: sticky;
            inset-block-start: 1.25rem;
            align-self: start;
            padding-block-start: 0.55rem;
          }
        }

        .section.finding {
          margin-block: 1.5rem -1.75rem;
        }

        .tools {
          display: flex;
          flex-wrap: wrap;
          gap: 0.5rem 0.75rem;
          align-items: end;
        }

        .tools label {
          flex: 1 1 14rem;
          font-size: 0.875rem;
          color: var(--quiet);
        }

        .tools input {
          display: block;
          inline-size: 100%;
          min-block-size: 2.75rem;
          padding: 0.3rem 0.7rem;
          font: inherit;
          font-size: 1rem;
          color: var(--ink);
          background: transparent;
          border: 1px solid var(--rule);
          border-radius: 3px;
        }

        .tools [role="status"] {
          flex-basis: 100%;
          font-size: 0.875rem;
          color: var(--quiet);
        }
        """#
}
