import { many } from "../../digest/numbers.ts";
import { indented, table } from "../../format/table.ts";
import type { Paint } from "../../reporters/text/paint.ts";
import { printable } from "../../reporters/view/printable.ts";
import { sparkline } from "../picture/sparkline.ts";
import { changeText, digestText, endsText } from "./change-text.ts";
import type { LoadTrend, LoadTrends } from "./load-trends.ts";
import type { TrendMetric } from "./trend-metrics.ts";
import { metricText } from "./trend-metrics.ts";

export interface TrendTextTerms {
  readonly metric: TrendMetric;
  readonly paint: Paint;
  readonly columns: number;
  /** What limits the history, a sentence each. */
  readonly notes: readonly string[];
}

const ROWS_MAX = 20;
/** Two on each side. */
const RUNS_MIN = 4;
const COLUMNS_MAX = 80;

/** Histories for a person: a line from 0 to the largest, where the level changed, and the latest runs. */
export function trendText({ trends, incomparable }: LoadTrends, terms: TrendTextTerms): string {
  const { metric, notes } = terms;
  const apart =
    incomparable === 0
      ? []
      : [`${many(incomparable, "load run")} in no series below: the plan or the machine is not said.`];
  return [
    `${metric.id} of load runs, ${metric.better} is better.`,
    ...apart,
    ...notes,
    ...trends.flatMap((trend) => ["", ...trendLines(trend, terms)]),
    "",
    "Changes are advice: no gate judges by them, and they take runs on both sides.",
  ].join("\n");
}

function trendLines(trend: LoadTrend, { metric, paint, columns }: TrendTextTerms): string[] {
  const { load, tool, planSha256, testbedSha256, testbed, points, changes } = trend;
  const [first, last, percent] = endsText(trend, metric);
  const line = sparkline(
    points.map(({ value }) => value),
    Math.min(COLUMNS_MAX, columns) - 2,
  );
  const machine = `${testbed ?? "a machine"} (${digestText(testbedSha256)})`;
  const invalid = points.filter(({ value }) => value === null).length;
  const rows = points.slice(-ROWS_MAX).toReversed();
  const lines = table([
    ["judged at", "commit", "verdict", metric.id],
    ...rows.map(({ judgedAt, commit, verdict, value }) => {
      const at = judgedAt.replace("T", " ").replace(/\.\d+Z$/, "Z");
      return [at, printable(commit.slice(0, 12)), printable(verdict), metricText(metric, value)];
    }),
  ]);
  const more = points.length - rows.length;
  return [
    paint("strong", `load ${printable(load)}, ${many(points.length, "run")}`),
    ...indented([
      printable(`${machine}, plan ${digestText(planSha256)}, by ${tool}`),
      line,
      `from ${first} to ${last}${percent === "" ? "" : `, ${percent}`}`,
      ...(invalid === 0 ? [] : [`${many(invalid, "run")} without a value: invalid, or not measured`]),
      ...(changes.length === 0 ? [unchangedText(points.length - invalid)] : []),
      ...changes.map((change) => paint(change.to === "worse" ? "bad" : "good", changeText(change, metric))),
      "",
      ...lines.map((text, index) => (index === 0 ? paint("faint", text) : text)),
      ...(more > 0 ? [`and ${many(more, "earlier run")}, see --json`] : []),
    ]),
  ];
}

function unchangedText(measured: number): string {
  if (measured >= RUNS_MIN) return "no change of level is seen";
  return `too few runs to see a change of level: ${measured}, at least ${RUNS_MIN} are needed`;
}
