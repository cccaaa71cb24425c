import type { LoadBody } from "@holdpoint/core";
import { distributionOf } from "./distribution.ts";
import { countText, roundLatencyText, shareText } from "./figures.ts";

const PARTS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"] as const;
const BAR_COLUMNS_MAX = 50;
const BAR_COLUMNS_MIN = 8;

/** The distribution of response times, a bar a row; of service times where there are no others. */
export function distributionLines({ series: [run] }: Pick<LoadBody, "series">, width: number): string[] {
  const rows = distributionOf(run?.response ?? run?.service ?? null);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(0, ...rows.map(({ count }) => count));
  const cells = rows.map(({ fromMs, toMs, count }) => ({
    range: `${roundLatencyText(fromMs)} to ${roundLatencyText(toMs)}`,
    count,
    told: `${countText(count).padStart(countText(most).length)}  ${shareText(count, total)}`,
  }));
  const [label, told] = [
    Math.max(0, ...cells.map(({ range }) => range.length)),
    Math.max(0, ...cells.map((cell) => cell.told.length)),
  ];
  const columns = Math.max(BAR_COLUMNS_MIN, Math.min(BAR_COLUMNS_MAX, width - label - told - 6));
  return cells.map(({ range, count, told: text }) => {
    return `${range.padStart(label)}  ${bar(count / most, columns).padEnd(columns)}  ${text}`;
  });
}

/** To an eighth of a column; what is not nothing is seen. */
function bar(share: number, columns: number): string {
  const eighths = share === 0 ? 0 : Math.max(1, Math.round(share * columns * PARTS.length));
  return "█".repeat(Math.floor(eighths / PARTS.length)) + (PARTS[eighths % PARTS.length] ?? "");
}
