import { sha256Hex } from "@holdpoint/core";
import { html, Markup } from "../reporters/html/markup.ts";
import { STYLE } from "../reporters/html/style.ts";
import type { Cell, Document, DocumentSection } from "./document.ts";

/** One page that opens from a file, loads nothing, prints, and by its own policy runs nothing. */
export function documentHtml({ title, lead, sections, foot }: Document): string {
  const hash = `'sha256-${Buffer.from(sha256Hex(STYLE), "hex").toString("base64")}'`;
  const policy = `default-src 'none'; style-src ${hash}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${new Markup(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header class="banner quiet">
          <div class="wrap">
            <h1>${title}</h1>
            ${lead.map((text) => html`<p class="lead">${text}</p>`)}
          </div>
        </header>
        <main class="wrap">${sections.map(section)}</main>
        <footer><div class="wrap">${foot}</div></footer>
      </body>
    </html>`;
  return `${page.text}\n`;
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
