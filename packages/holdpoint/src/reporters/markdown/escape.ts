import { printable } from "../view/printable.ts";

/** A comment between two characters keeps GitHub from making a mention or a reference of them. */
const APART = "<!-- -->";

/**
 * Inline text that GitHub Flavored Markdown shows as itself: no markup, HTML, link, mention, reference, emoji or cell.
 *
 * @example
 * escapeMarkdown("a|b *c*"); // "a&#124;b \\*c\\*"
 */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replaceAll(/[&<>|]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/[\\`*_[\]~$]/g, "\\$&")
    .replaceAll(/:(?=\/\/|[\w+-]*[a-z][\w+-]*:)/gi, "&#58;")
    .replaceAll(/(?<=www)\./gi, "&#46;")
    .replaceAll("@", `@${APART}`)
    .replaceAll(/(?<!&)#(?=\d)/g, `#${APART}`);
}

/** Text inside an HTML block, where Markdown is not read: entities only. */
export function escapeHtmlBlock(text: string): string {
  return printable(text)
    .replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll("@", `@${APART}`)
    .replaceAll(/(?<!&)#(?=\d)/g, `#${APART}`);
}

/** Prose in which back quotes mark code; an odd quote stays as it is. */
export function escapeProse(text: string): string {
  const parts = printable(text).split("`");
  if (parts.length % 2 === 0) return escapeMarkdown(text);
  const escaped = parts.map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarkdown(part)));
  return escaped
    .filter((part) => part !== "")
    .join(" ")
    .replaceAll(/ (?=[.,;:!?)])/g, "");
}

/** A code span that neither a back quote nor a pipe inside can end. */
export function codeSpan(text: string): string {
  const plain = printable(text).replaceAll("|", "¦");
  if (plain === "") return "";
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = plain.startsWith("`") || plain.endsWith("`") ? " " : "";
  return `${fence}${pad}${plain}${pad}${fence}`;
}
