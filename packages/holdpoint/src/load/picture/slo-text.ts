import type { SloResult } from "@holdpoint/core";
import type { Meaning, Paint } from "../../reporters/text/paint.ts";
import { printable } from "../../reporters/view/printable.ts";
import { countText, latencyText, rateText } from "./figures.ts";

const MEANINGS: Readonly<Record<SloResult["outcome"], Meaning>> = {
  pass: "good",
  fail: "bad",
  inconclusive: "unknown",
  invalid: "bad",
};
const PERCENT_DIGITS = 5;

/** An objective in two lines: what was asked and how it ended, then the numbers. */
export function sloLines(slo: readonly SloResult[], paint: Paint): string[] {
  return slo.flatMap((one) => {
    const { outcome, text, reason } = one;
    const facts = [observedText(one), ...budgetTexts(one), ...windowTexts(one)].join("; ");
    return [
      `${paint(MEANINGS[outcome], outcome.padEnd(12))} ${printable(text)}`,
      `             ${facts}`,
      ...(outcome === "pass" ? [] : [`             ${printable(reason)}`]),
    ];
  });
}

/** `seen 4.74 ms (4.31 ms to 7.11 ms) in 600 samples`. */
export function observedText({ kind, observed, interval, samples, minSamples }: SloResult): string {
  if (observed === null) return "nothing was seen";
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
