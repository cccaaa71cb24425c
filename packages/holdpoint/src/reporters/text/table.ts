import type { Meaning, Paint } from "./paint.ts";
import { clipToWidth, displayWidth, padToWidth } from "./width.ts";

export interface Cell {
  readonly text: string;
  readonly meaning?: Meaning;
}

const GAP = "  ";
const SHORTENED_COLUMN_MIN = 8;

/** Columns as wide as their widest cell; where that is too wide for the terminal, the widest column is shortened. */
export function table(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  columns: number,
  paint: Paint,
): string[] {
  const widths = header.map((title, index) =>
    Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[index]?.text ?? ""))),
  );
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - columns;
  while (excess > 0) {
    const widest = Math.max(...widths);
    if (widest <= SHORTENED_COLUMN_MIN) break;
    const second = Math.max(SHORTENED_COLUMN_MIN, ...widths.filter((width) => width < widest));
    const less = Math.min(excess, widest - second);
    widths[widths.indexOf(widest)] = widest - Math.max(1, less);
    excess -= Math.max(1, less);
  }
  const line = (cells: readonly Cell[]): string =>
    cells
      .map((cell, index) => paintCell(cell, widths[index] ?? 0, index === cells.length - 1, paint))
      .join(GAP)
      .trimEnd();
  return [line(header.map((text): Cell => ({ text, meaning: "faint" }))), ...rows.map(line)];
}

function paintCell({ text, meaning }: Cell, width: number, isLast: boolean, paint: Paint): string {
  const clipped = clipToWidth(text, width);
  const painted = meaning === undefined || clipped === "" ? clipped : paint(meaning, clipped);
  return isLast ? painted : painted + padToWidth(clipped, width).slice(clipped.length);
}
