extension RecordStylesheet {
    /// The part for the first page and problems.
    static let others = #"""
        /* The first page */

        .hero h1 {
          font: 600 clamp(1.75rem, 1.2rem + 2.4vw, 2.75rem) / 1.12 var(--serif);
          letter-spacing: -0.015em;
          text-wrap: balance;
        }

        .hero p {
          margin-block-start: 0.75rem;
          max-inline-size: 60ch;
          font: 400 1.25rem/1.45 var(--serif);
          color: var(--quiet);
        }

        .form {
          display: grid;
          gap: 1rem;
        }

        .field {
          display: grid;
          gap: 0.35rem;
        }

        .field label,
        .field .name {
          font-weight: 600;
        }

        .field textarea {
          inline-size: 100%;
          min-block-size: 10rem;
          padding: 0.75rem;
          font: 0.875rem/1.5 var(--mono);
          color: var(--ink);
          background: var(--sheet);
          border: 1px solid var(--rule);
          border-radius: 3px;
          resize: vertical;
        }

        .drop {
          display: grid;
          gap: 0.35rem;
          padding: 1.25rem;
          border: 1px dashed var(--rule);
          border-radius: 3px;
          background: var(--tint);
        }

        .dropping .drop {
          border: 2px solid var(--accent);
          padding: calc(1.25rem - 1px);
        }

        input[type="file"] {
          font: inherit;
          font-size: 0.875rem;
          min-block-size: 2.75rem;
          max-inline-size: 100%;
          padding-block: 0.3rem;
        }

        input[type="file"]::file-selector-button {
          font: inherit;
          min-block-size: 2.1rem;
          margin-inline-end: 0.75rem;
          padding: 0.3rem 0.9rem;
          color: var(--ink);
          background: var(--sheet);
          border: 1px solid var(--rule);
          border-radius: 3px;
          cursor: pointer;
        }

        .answers {
          display: grid;
          gap: 1.25rem;
          padding-block-start: 1.25rem;
        }

        .answers li {
          display: grid;
          grid-template-columns: 2.5rem minmax(0, 1fr);
          gap: 0 1rem;
        }

        .answers .seal {
          inline-size: 2.5rem;
          block-size: 2.5rem;
        }

        .answers strong {
          color: var(--state);
          font-family: var(--serif);
        }

        .records a {
          display: grid;
          grid-template-columns: minmax(0, 1fr);
          gap: 0 1rem;
          padding-block: 0.75rem;
          border-block-end: 1px solid var(--line);
          text-decoration: none;
        }

        .records .label {
          font: 600 1rem/1.4 var(--serif);
          text-decoration: underline;
          text-decoration-thickness: 1px;
          text-underline-offset: 0.18em;
        }

        .records .by {
          color: var(--quiet);
        }

        .problem {
          display: grid;
          grid-template-columns: auto minmax(0, 1fr);
          gap: 0 1rem;
          padding: 1rem;
          border: 1px solid var(--bad);
          border-radius: 3px;
        }

        .problem .icon {
          inline-size: 1.5rem;
          block-size: 1.5rem;
          color: var(--bad);
        }

        .problem h2 {
          font: 600 1rem/1.4 var(--sans);
        }

        .problem ul {
          margin-block-start: 0.5rem;
          padding-inline-start: 1.2rem;
          list-style: disc;
        }

        .hero .status {
          margin: 0;
          font: 400 1.25rem/1.4 var(--serif);
        }

        .ways {
          padding: 1rem 0 1.5rem 1.2rem;
          list-style: decimal;
        }

        .ways li {
          padding-block: 0.25rem;
        }
        """#
}
