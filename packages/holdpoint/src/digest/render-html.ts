import type { Markup } from "../reporters/html/markup.ts";
import { html } from "../reporters/html/markup.ts";
import { wholePage } from "../reporters/html/page.ts";
import { STYLE } from "../reporters/html/style.ts";
import type { Cell, Document, DocumentSection } from "./document.ts";

/** One page that opens from a file, loads nothing, prints, and by its own policy runs nothing. */
export function documentHtml({ title, lead, sections, foot }: Document): string {
  return wholePage(
    { title, generator: null, style: STYLE },
    html`<header class="banner quiet">
        <div class="wrap">
          <h1>${title}</h1>
          ${lead.map((text) => html`<p class="lead">${text}</p>`)}
        </div>
      </header>
      <main class="wrap">${sections.map(section)}</main>
      <footer><div class="wrap">${foot}</div></footer>`,
  );
}

function section({ title, says, table }: DocumentSection): Markup {
  return html`<section>
    <h2>${title}</h2>
    ${says.map((text) => html`<p class="intro">${text}</p>`)}
    ${
      table !== undefined &&
      html`<div class="card scroll">
        <table>
          <thead>
            <tr>
              ${table.head.map((text) => html`<th scope="col">${text}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.rows.map(
              (cells) =>
                html`<tr>
                  ${cells.map(cell)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
    ${table !== undefined && table.more > 0 && html`<p class="soft">And ${table.more} more.</p>`}
  </section>`;
}

function cell(value: Cell): Markup {
  return typeof value === "string" ? html`<td>${value}</td>` : html`<td><code>${value.code}</code></td>`;
}
