import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { seriesText } from "../series.ts";

/** Sets of states and infos: values that can only be so. */
export function judgeStates({ type, name, samples }: MetricFamily, _page: Exposition, note: Note): void {
  if (type !== "info" && type !== "stateset") return;
  for (const sample of samples) {
    const { labels, value, line } = sample;
    if (type === "info" && value !== 1) note("info-not-one", `the info ${seriesText(sample)} is ${value}`, line);
    if (type === "info") continue;
    if (!labels.has(name)) note("stateset-label-missing", `${seriesText(sample)} has no label ${name}`, line);
    if (value !== 0 && value !== 1)
      note("stateset-not-boolean", `the state ${seriesText(sample)} is ${value}, not 0 or 1`, line);
  }
}
