import type { LatencySummary, LoadBody } from "@holdpoint/core";
import { table } from "../../format/table.ts";
import type { Paint } from "../../reporters/text/paint.ts";
import { clipToWidth } from "../../reporters/text/width.ts";
import { printable } from "../../reporters/view/printable.ts";
import { countText, latencyText, shareText } from "./figures.ts";

export const PERCENTILES: readonly (readonly [label: string, key: Exclude<keyof LatencySummary, "count">])[] = [
  ["min", "min"],
  ["mean", "mean"],
  ["p50", "p50"],
  ["p90", "p90"],
  ["p95", "p95"],
  ["p99", "p99"],
  ["p99.9", "p999"],
  ["max", "max"],
];

const SERIES_MAX = 20;
const CELL_COLUMNS = 17;
const LABEL_COLUMNS = 5;

/** Percentiles of the two clocks side by side, then how late the generator was. */
export function clockLines(
  { response, service, lag, queue }: LoadBody,
  further: readonly (readonly [label: string, response: string, service: string])[] = [],
): string[] {
  if (response === null && service === null) return [];
  const known = [
    { name: "response time", from: "since it was due", summary: response },
    { name: "service time", from: "since it was sent", summary: service },
  ].filter(({ summary }) => summary !== null);
  const lagText =
    lag === null
      ? []
      : [`lag of the generator: p50 ${latencyText(lag.p50)}, p99 ${latencyText(lag.p99)}, max ${latencyText(lag.max)}`];
  const queueText =
    queue === null || queue.waited === 0
      ? []
      : [`${countText(queue.waited)} waited for a connection, ${countText(queue.max)} at once at most`];
  return [
    ...table([
      ["", ...known.map(({ name }) => name.padStart(CELL_COLUMNS))],
      ...PERCENTILES.map(([label, key]) => [
        label.padStart(LABEL_COLUMNS),
        ...known.map(({ summary }) => latencyText(summary?.[key] ?? null).padStart(CELL_COLUMNS)),
      ]),
      ...further.map(([label, ...cells]) => [
        label.padStart(LABEL_COLUMNS),
        ...cells.map((cell) => cell.padStart(CELL_COLUMNS)),
      ]),
      ["", ...known.map(({ from }) => from.padStart(CELL_COLUMNS))],
    ]),
    ...lagText,
    ...queueText,
  ];
}

export function failureLines({ failures, failed, completed }: LoadBody, paint: Paint): string[] {
  const total = failed + completed;
  return table(failures.map(({ kind, count }) => [printable(kind), countText(count), shareText(count, total)])).map(
    (line) => paint("bad", line),
  );
}

/** Only what was asked for, or failed: that every answer had a good status needs no line. */
export function checkLines({ checks }: LoadBody, paint: Paint): string[] {
  const shown = checks.length === 1 && checks[0]?.failed === 0 ? [] : checks;
  const rows = table(
    shown.map(({ check, passed, failed }) => [
      failed === 0 ? "passed" : "FAILED",
      printable(check),
      `${countText(passed)} of ${countText(passed + failed)}`,
    ]),
  );
  return rows.map((line, index) => (shown[index]?.failed === 0 ? line : paint("bad", line)));
}

/** Phases, endpoints and tags, where there is more than one of them. */
export function seriesLines({ series }: LoadBody, width: number): string[] {
  const several = series.filter(
    ({ of }) => of !== "run" && (of === "tag" || series.filter((one) => one.of === of).length > 1),
  );
  if (several.length === 0) return [];
  const rows = several
    .slice(0, SERIES_MAX)
    .map(({ of, name, completed, failed, summary }) => [
      of,
      printable(name),
      countText(completed),
      countText(failed),
      ...(["p50", "p99", "max"] as const).map((key) => latencyText(summary?.[key] ?? null)),
    ]);
  const lines = table([["of", "name", "succeeded", "failed", "p50", "p99", "max"], ...rows]);
  const more = several.length - rows.length;
  return [...lines.map((line) => clipToWidth(line, width - 2)), ...(more > 0 ? [`… ${more} more, see --json`] : [])];
}
