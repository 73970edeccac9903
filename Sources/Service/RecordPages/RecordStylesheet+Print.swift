extension RecordStylesheet {
    /// The part for paper.
    static let print = #"""
        /* On paper: everything open, nothing to press, no colour needed */

        .printed {
          display: none;
        }

        @media print {
          @page {
            margin: 18mm 18mm 20mm;

            @bottom-left {
              content: "Learner record";
              font: 8pt serif;
            }

            @bottom-right {
              content: "Page " counter(page) " of " counter(pages);
              font: 8pt serif;
            }
          }

          :root {
            --ground: #ffffff;
            --sheet: #ffffff;
            --ink: #000000;
            --quiet: #3d4348;
            --line: #cccccc;
            --rule: #777777;
            --tint: #f4f4f4;
            --accent: #1f3360;
            --good: #0f5233;
            --bad: #8a1414;
            --unsure: #5f4000;
            --on-seal: #ffffff;
            --margin: 9rem;
            --gap: 1.5rem;
            --credits: 4.75rem;
            --grade: 6rem;
            --code: 6rem;
          }

          html {
            font-size: 10pt;
          }

          .sheet,
          .foot,
          .demonstration {
            max-inline-size: none;
            padding: 0;
            border: 0;
          }

          .bar,
          .actions,
          .tools,
          .contents,
          .skip,
          .screen {
            display: none !important;
          }

          .printed {
            display: block;
          }

          .row {
            grid-template-columns: var(--margin) minmax(0, 1fr);
          }

          .section {
            margin-block-start: 2rem;
          }

          .section > header {
            position: static;
            text-align: start;
          }

          .courses .credits {
            display: table-cell;
          }

          .section > header h2 {
            font-size: 1rem;
            overflow-wrap: normal;
          }

          .entry > summary {
            grid-template-columns: minmax(0, 1fr) auto;
          }

          .entry .by {
            grid-column: 1 / -1;
          }

          .entry > .inside {
            padding-inline-start: 0;
          }

          .scale li.achieved {
            color: var(--ink);
            background: none;
            border: 2px solid var(--ink);
            font-weight: 700;
          }

          .more > .pairs div {
            display: inline;
            border: 0;
            font-size: 0.8rem;
          }

          .more > .pairs div + div::before {
            content: " · ";
          }

          .more > .pairs dt,
          .more > .pairs dd {
            display: inline;
            font-size: 0.8rem;
          }

          .more > .pairs dt::after {
            content: ": ";
          }

          .checks,
          .checks td,
          .checks th {
            font-size: 0.8rem;
            padding-block: 0.15rem;
          }

          details::details-content {
            content-visibility: visible !important;
            block-size: auto !important;
            display: block !important;
          }

          .checks .where {
            display: inline;
          }

          summary {
            min-block-size: 0;
            padding-block: 0.25rem;
          }

          .opens::before {
            display: none !important;
          }

          .courses summary {
            padding-inline-start: 0;
            text-indent: 0;
          }

          .source {
            display: none;
          }

          thead {
            display: table-header-group;
          }

          .courses tbody tr:first-child {
            break-before: avoid;
          }

          .checks tr,
          .verdict,
          summary,
          .entry .by,
          caption {
            break-inside: avoid;
          }

          caption,
          thead,
          summary,
          h2,
          h3 {
            break-after: avoid;
          }

          .inside a[href^="http"]::after {
            content: " (" attr(href) ")";
            font-size: 0.8em;
          }
        }
        """#
}
