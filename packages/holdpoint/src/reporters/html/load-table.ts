import type { Markup, Piece } from "./markup.ts";
import { html } from "./markup.ts";

export interface LoadColumn {
  readonly title: string;
  readonly isNumber: boolean;
}

/** Columns by their titles; a title that begins with `#` is one of numbers. */
export function columns(...titles: readonly string[]): readonly LoadColumn[] {
  return titles.map((title) => ({ title: title.replace(/^#/, ""), isNumber: title.startsWith("#") }));
}

/** A table that a phone shows as blocks; the first cell of a row is its heading. */
export function loadTable(caption: string, head: readonly LoadColumn[], rows: readonly (readonly Piece[])[]): Markup {
  return html`<div class="card scroll" tabindex="0" role="region" aria-label="${caption}, table">
    <table class="stack">
      <caption class="hush">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map(({ title, isNumber }) => html`<th scope="col" class="${isNumber && "num"}">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${head.map((column, index) => cellOf(row[index] ?? "", index, column))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cellOf(cell: Piece, index: number, { title, isNumber }: LoadColumn): Markup {
  if (index === 0) return html`<th scope="row">${cell}</th>`;
  return html`<td data-label="${title}" class="${isNumber && "num short"}">${cell}</td>`;
}
