import { indented, table } from "../../format/table.ts";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import { printable } from "../../reporters/view/printable.ts";
import type { TermsDifference } from "../compare/differing-terms.ts";
import type { CanaryOutcome, JudgedMetric } from "./judge-metric.ts";

export interface JudgedCanary {
  readonly outcome: CanaryOutcome;
  readonly metrics: readonly JudgedMetric[];
  /** In what the two load runs were not the same. */
  readonly differences: readonly TermsDifference[];
  readonly notes: readonly string[];
}

const MEANINGS: Readonly<Record<CanaryOutcome, Meaning>> = {
  better: "good",
  same: "good",
  worse: "bad",
  inconclusive: "unknown",
};

/** A judgement for a person: the outcome, a row a metric, and why for all that is not the same. */
export function canaryText({ outcome, metrics, differences, notes }: JudgedCanary, paint: Paint): string {
  const rows = table([
    ["", "outcome", "baseline", "candidate", "shift", "interval", "may be", "effect"],
    ...metrics.map((one) => [printable(one.metric), one.outcome, ...cellsOf(one)]),
  ]);
  const painted = rows.map((line, index) => {
    const one = metrics[index - 1];
    return one === undefined ? paint("faint", line) : paint(MEANINGS[one.outcome], line);
  });
  const why = metrics.flatMap((one) =>
    one.outcome === "same" ? [] : [`${printable(one.metric)}: ${printable(one.reason)}`],
  );
  return [
    `The candidate is ${paint(MEANINGS[outcome], outcome === "same" ? "the same" : outcome)}.`,
    ...notes.map(printable),
    ...differences.map(
      ({ term, baseline, candidate }) => `Another ${term}: ${printable(baseline)}, then ${printable(candidate)}.`,
    ),
    ...(metrics.length === 0 ? [] : ["", ...indented(painted)]),
    ...(why.length === 0 ? [] : ["", ...indented(why)]),
  ].join("\n");
}

function cellsOf({ unit, baseline, candidate, shift, tolerance, effect }: JudgedMetric): string[] {
  const text = (value: number | null | undefined, sign: string = ""): string => {
    if (value === null || value === undefined) return "-";
    return `${value > 0 ? sign : ""}${Number(value.toPrecision(3))}${unit === "" ? "" : ` ${unit}`}`;
  };
  const [low, high] = shift?.interval ?? [null, null];
  const interval = low === null ? "-" : `${text(low, "+")} to ${text(high, "+")}`;
  return [
    text(baseline),
    text(candidate),
    text(shift?.shift, "+"),
    interval,
    text(tolerance),
    effect?.magnitude ?? "-",
  ];
}
