import type { Exposition, MetricFamily, MetricSample } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { groupsOf, labelsKey, seriesText } from "../series.ts";

/** Each series once; OpenMetrics takes several points of one series whose timestamps rise. */
export function judgeDuplicates(family: MetricFamily, { format }: Exposition, note: Note): void {
  const seen = new Map<string, MetricSample>();
  for (const sample of family.samples) {
    const key = `${sample.suffix} ${labelsKey(sample.labels)}`;
    const before = seen.get(key);
    seen.set(key, sample);
    if (before === undefined) continue;
    const rises = format === "openmetrics" && (before.timestampMs ?? Infinity) < (sample.timestampMs ?? -Infinity);
    if (!rises)
      note("duplicate-series", `${seriesText(sample)} stands there twice, first in line ${before.line}`, sample.line);
  }
  if (format === "openmetrics") judgeOrder(family, note);
}

/** In OpenMetrics the samples of one metric stand together. */
function judgeOrder(family: MetricFamily, note: Note): void {
  for (const { samples } of groupsOf(family)) {
    const places = samples.map((sample) => sample.line);
    const gap = places.findIndex((line, index) => index > 0 && line !== (places[index - 1] ?? 0) + 1);
    const sample = samples[gap];
    if (sample !== undefined)
      note("interleaved-series", `${seriesText(sample)} stands apart from the rest of its metric`, sample.line);
  }
}
