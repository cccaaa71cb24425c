import { printable } from "../reporters/view/printable.ts";
import { table as aligned } from "../format/table.ts";
import type { Document, DocumentSection } from "./document.ts";
import { cellText } from "./document.ts";

/** Plain text for a terminal or a mail; without the last line break. */
export function documentText({ title, lead, sections, foot }: Document): string {
  return [printable(title), ...lead.map(printable), ...sections.flatMap(section), "", printable(foot)].join("\n");
}

function section({ title, says, table }: DocumentSection): string[] {
  const lines = ["", printable(title), ...says.map((text) => `  ${printable(text)}`)];
  if (table === undefined) return lines;
  const rows = [table.head, ...table.rows.map((cells) => cells.map((cell) => printable(cellText(cell))))];
  const more = table.more > 0 ? [`  and ${table.more} more`] : [];
  return [...lines, ...aligned(rows).map((line) => `  ${line}`), ...more];
}
