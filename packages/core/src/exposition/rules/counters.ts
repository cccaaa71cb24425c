import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { seriesText } from "../series.ts";

export function judgeCounters({ type, samples }: MetricFamily, _page: Exposition, note: Note): void {
  if (type !== "counter") return;
  for (const sample of samples) {
    if (sample.suffix === "_created") continue;
    if (Number.isNaN(sample.value))
      note("counter-not-a-number", `the counter ${seriesText(sample)} is NaN`, sample.line);
    else if (sample.value < 0)
      note("negative-counter", `the counter ${seriesText(sample)} is ${sample.value}`, sample.line);
  }
}
