const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", "|": "&#124;" };
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&#124;": "|" };
/** What would be formatting inside of a cell. */
const FORMATTING = /[\\`*_[\]~]/g;

/** A text as a cell of a Markdown table that shows exactly this text; line breaks become spaces. */
export function writeCell(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(FORMATTING, (sign) => `\\${sign}`)
    .replaceAll(/[&<|]/g, (sign) => ESCAPED[sign] ?? sign);
}

/** The text that a cell shows, as far as `writeCell` writes cells. */
export function readCell(cell: string): string {
  return cell
    .trim()
    .replaceAll(/&(?:amp|lt|#124);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Cells of a line of a table, trimmed; null for a line that is none. A bar after a backslash divides nothing. */
export function splitLine(line: string): string[] | null {
  const text = line.trim();
  if (!/^\|.*\|$/.test(text) || text.length < 2) return null;
  const cells: string[] = [];
  let cell = "";
  for (let at = 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\") {
      cell += sign + text.charAt(at + 1);
      at += 1;
    } else if (sign === "|") {
      cells.push(cell.trim());
      cell = "";
    } else cell += sign;
  }
  return cell === "" ? cells : null;
}

export function joinLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
