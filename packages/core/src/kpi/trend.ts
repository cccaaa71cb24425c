import { median } from "../statistics/order.ts";
import type { KpiResult } from "./kpi.ts";

const PARTS = 4;
const CHANGE = 0.05;

/**
 * Median of the last quarter against the first quarter's; beyond 5 % of it, it moved. Fewer than four values, and a
 * gap in either quarter, tell nothing.
 */
export function kpiTrend(values: readonly (number | null)[]): KpiResult["trend"] {
  const quarter = Math.floor(values.length / PARTS);
  if (quarter === 0) return "unknown";
  const [first, last] = [medianOf(values.slice(0, quarter)), medianOf(values.slice(-quarter))];
  if (first === null || last === null) return "unknown";
  const change = last - first;
  if (Math.abs(change) <= CHANGE * Math.abs(first)) return "flat";
  return change > 0 ? "up" : "down";
}

function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  return known.length < values.length ? null : median(known);
}
