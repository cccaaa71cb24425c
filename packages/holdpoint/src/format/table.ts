/**
 * Lines of aligned columns, two spaces between them; the last column is as long as it likes.
 *
 * @example
 * table([["gate", "checks"], ["tests", "12"]]); // ["gate   checks", "tests  12"]
 */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** The same, each line moved to the right. */
export function indented(lines: readonly string[], spaces: number = 2): string[] {
  return lines.map((line) => (line === "" ? "" : `${" ".repeat(spaces)}${line}`));
}
