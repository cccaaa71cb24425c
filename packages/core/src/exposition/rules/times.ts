import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { seriesText } from "../series.ts";

/** Clocks differ by less. */
const AHEAD_MAX_MS = 60_000;
const BEHIND_MAX_MS = 86_400_000;

/** Timestamps that cannot be: ahead of the scrape, or more than a day behind it. */
export function judgeTimes({ samples }: MetricFamily, { atMs }: Exposition, note: Note): void {
  for (const sample of samples) {
    const { timestampMs, suffix, value, line } = sample;
    const aheadMs = (timestampMs ?? atMs) - atMs;
    if (aheadMs > AHEAD_MAX_MS)
      note("timestamp-future", `${seriesText(sample)} is ${seconds(aheadMs)} s ahead of its scrape`, line);
    else if (-aheadMs > BEHIND_MAX_MS)
      note("timestamp-old", `${seriesText(sample)} is ${seconds(-aheadMs)} s older than its scrape`, line);
    if (suffix === "_created" && value * 1000 - atMs > AHEAD_MAX_MS)
      note("created-in-future", `${seriesText(sample)} is ahead of its scrape`, line);
  }
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
