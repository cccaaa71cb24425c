import type { SloResult } from "@holdpoint/core";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import { wrap } from "../../reporters/text/wrap.ts";
import { printable } from "../../reporters/view/printable.ts";
import { countText, latencyText, rateText } from "./figures.ts";

const MEANINGS: Readonly<Record<SloResult["outcome"], Meaning>> = {
  pass: "good",
  fail: "bad",
  inconclusive: "unknown",
  invalid: "bad",
};
const PERCENT_DIGITS = 5;
const INDENT = " ".repeat(13);
const WRAP_MIN = 20;

/** What was asked and how it ended, then the numbers, then why it did not pass; within so many columns. */
export function sloLines(slo: readonly SloResult[], paint: Paint, columns: number): string[] {
  const below = (text: string): string[] =>
    wrap(text, Math.max(WRAP_MIN, columns - INDENT.length)).map((line) => `${INDENT}${line}`);
  return slo.flatMap((one) => {
    const { outcome, text, reason } = one;
    const facts = [observedText(one), ...budgetTexts(one), ...windowTexts(one)].join("; ");
    const [first = "", ...rest] = below(printable(text));
    return [
      `${paint(MEANINGS[outcome], outcome.padEnd(INDENT.length - 1))} ${first.trimStart()}`,
      ...rest,
      ...below(facts),
      ...(outcome === "pass" ? [] : below(printable(reason))),
    ];
  });
}

/** `seen 4.74 ms (4.31 ms to 7.11 ms) in 600 samples`. */
export function observedText({ kind, observed, interval, samples, minSamples }: SloResult): string {
  // With samples only a percentile may have no time: it lies among what failed.
  const isLost = kind === "percentile" && samples > 0;
  if (observed === null) return isLost ? `seen a failure in ${countText(samples)} samples` : "nothing was seen";
  const few = samples < minSamples ? `, ${countText(minSamples)} are wanted` : "";
  if (kind === "throughput") return `seen ${rateText(observed)}`;
  if (kind === "events") {
    return `seen ${Number((observed * 100).toPrecision(PERCENT_DIGITS))} % of ${countText(samples)} requests${few}`;
  }
  const [low, high] = interval ?? [null, null];
  const between = low === null || high === null ? "" : ` (${latencyText(low)} to ${latencyText(high)})`;
  return `seen ${latencyText(observed)}${between} in ${countText(samples)} samples${few}`;
}

export function budgetTexts({ budget }: SloResult): string[] {
  if (budget === null) return [];
  const fired = budget.alerts.reduce((sum, { fired: count }) => sum + count, 0);
  return [
    `budget ${countText(budget.spent)} of ${countText(Math.floor(budget.allowed))} bad requests spent`,
    ...(fired > 0 ? [`${countText(fired)} burn alerts`] : []),
  ];
}

export function windowTexts({ windows }: SloResult): string[] {
  if (windows === null) return [];
  const { judged, missed, inconclusive } = windows;
  const unsure = inconclusive > 0 ? `, ${inconclusive} could not be judged` : "";
  return [`${missed} of ${judged} windows missed${unsure}`];
}
