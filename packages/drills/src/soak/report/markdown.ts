const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that would make markup of a text: of HTML only what can open a tag, so that `<= 300` stays as it is. */
const MARKS = /[\\|`[]|<(?=[a-z/!?])/gi;

/** A cell of a table: no line break and no markup in it, whatever a target said. */
function cell(value: string): string {
  return value.replaceAll(BREAKS, " ").replaceAll(MARKS, "\\$&");
}

/** A code span in one line that no back quote inside can end. */
export function codeSpan(text: string): string {
  const line = text.replaceAll(BREAKS, " ");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
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
