import { printable } from "../view/printable.ts";

/** HTML that is already safe. Only `html` makes it, so that no text reaches the page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Text is escaped; markup and lists of it are taken as they are; null and false are nothing. */
export type Piece = string | number | Markup | readonly Markup[] | null | false;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element or a quoted attribute, control characters made visible. */
export function escapeHtml(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/**
 * HTML with every value escaped.
 *
 * @example
 * html`<p>${"<b>"}</p>`.text; // "<p>&lt;b&gt;</p>"
 */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = literals[0] ?? "";
  for (const [index, piece] of pieces.entries()) text += textOf(piece) + (literals[index + 1] ?? "");
  return new Markup(text);
}

function textOf(piece: Piece): string {
  if (piece === null || piece === false) return "";
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === "object") return piece.map(textOf).join("");
  return escapeHtml(String(piece));
}

/** Prose in which back quotes mark code; an odd quote stays as it is. */
export function prose(text: string): Markup {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : spaced(part)))}`;
}

/** Escaping trims; the spaces between prose and code are kept. */
function spaced(part: string): Markup {
  const before = part.startsWith(" ") && part.trim() !== "" ? " " : "";
  return html`${new Markup(before)}${part}${new Markup(part.endsWith(" ") ? " " : "")}`;
}
