import { atPath, numberAtPath } from "./dotted-path.ts";
import type { KpiSelector } from "./kpi.ts";
import type { KpiReadings } from "./readings.ts";
import { selectMetric } from "./select-metric.ts";

/**
 * The value of a KPI in one iteration. What is absent, no finite number, of an invalid load run, or not to be told
 * from what was read is null: a gap, never 0.
 *
 * @example
 * const readings = { summary: { risk: 0.4 }, load: null, exposition: null };
 * selectValue({ from: "summary", path: "risk" }, readings); // 0.4
 * selectValue({ from: "summary", path: "rusk" }, readings); // null
 */
export function selectValue(selector: KpiSelector, { summary, load, exposition }: KpiReadings): number | null {
  if (selector.from === "summary") return numberAtPath(summary, selector.path);
  if (selector.from === "share") return share(selector.of, selector.rest, summary);
  if (selector.from === "prometheus") return exposition === null ? null : selectMetric(selector, exposition);
  return load === null || load.validity !== "valid" ? null : numberAtPath(load, selector.path);
}

/**
 * `of / (of + rest) * 100`. The first paths are volumes, the ones at the same place behind them counts, and so on:
 * the first pair that is there and not all 0 is taken. A pair that is there and makes no sense is not passed over.
 */
function share(of: readonly string[], rest: readonly string[], summary: unknown): number | null {
  for (const [index, path] of of.entries()) {
    const other = rest[index];
    if (other === undefined) return null;
    if (isAbsent(summary, path) || isAbsent(summary, other)) continue;
    const [part, remainder] = [numberAtPath(summary, path), numberAtPath(summary, other)];
    if (part === null || remainder === null || part < 0 || remainder < 0) return null;
    const whole = part + remainder;
    if (whole > 0) return Number.isFinite(whole) ? (part / whole) * 100 : null;
  }
  return null;
}

function isAbsent(summary: unknown, path: string): boolean {
  return (atPath(summary, path) ?? null) === null;
}
