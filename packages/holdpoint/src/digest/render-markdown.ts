import { code, inline } from "../reporters/markdown/blocks.ts";
import type { Cell, Document, DocumentSection } from "./document.ts";

/** GitHub Flavored Markdown; ends with a line break. */
export function documentMarkdown({ title, lead, sections, foot }: Document): string {
  const parts = [`# ${inline(title)}`, ...lead.map(inline), ...sections.flatMap(section), `---\n\n${inline(foot)}`];
  return `${parts.join("\n\n")}\n`;
}

function section({ title, says, table }: DocumentSection): string[] {
  const parts = [`## ${inline(title)}`, ...says.map(inline)];
  if (table === undefined) return parts;
  const lines = [row(table.head), row(table.head.map(() => "---")), ...table.rows.map((cells) => row(cells.map(cell)))];
  return [...parts, lines.join("\n"), ...(table.more > 0 ? [`And ${table.more} more.`] : [])];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function cell(value: Cell): string {
  return typeof value === "string" ? inline(value) : code(value.code);
}
