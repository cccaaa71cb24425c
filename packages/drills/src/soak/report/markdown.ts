/** A cell of a table: no line break and no bar in it. */
function cell(value: string): string {
  return value
    .replaceAll("\\", "\\\\")
    .replaceAll("|", "\\|")
    .replaceAll(/[\r\n]+/g, " ");
}

/** A Markdown table; a line that says so where there are no rows. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], none: string): string[] {
  if (rows.length === 0) return [none];
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)];
}

/** A figure as a person reads it; a gap is a word, never 0. */
export function figure(value: number | boolean | string | null | undefined, unit: string | null = null): string {
  if (value === null || value === undefined) return "gap";
  const text = typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value);
  return unit === null ? text : `${text} ${unit}`;
}

export function markdownPage(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}
