import type { Exposition, MetricFamily, MetricSample } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { metricNumber } from "../read/number.ts";
import type { MetricGroup } from "../series.ts";
import { groupsOf, partOf, seriesText } from "../series.ts";

interface Quantile {
  readonly share: number;
  readonly text: string;
  readonly sample: MetricSample;
}

/** Summaries: quantiles from 0 to 1 whose values do not fall, and a count that can be one. */
export function judgeSummaries(family: MetricFamily, { format }: Exposition, note: Note): void {
  if (family.type !== "summary") return;
  for (const group of groupsOf(family)) {
    judgeOrder(readQuantiles(group, note), note);
    judgeTotals(family.name, group, format === "openmetrics", note);
  }
}

function readQuantiles({ samples }: MetricGroup, note: Note): readonly Quantile[] {
  return samples.flatMap((sample): Quantile[] => {
    if (sample.suffix !== "") return [];
    const text = sample.labels.get("quantile");
    if (text === undefined) {
      note("quantile-missing", `${seriesText(sample)} has no label quantile`, sample.line);
      return [];
    }
    const share = metricNumber(text) ?? Number.NaN;
    if (share >= 0 && share <= 1) return [{ share, text, sample }];
    note("quantile-not-a-share", `${seriesText(sample)}: quantiles are from 0 to 1`, sample.line);
    return [];
  });
}

function judgeOrder(quantiles: readonly Quantile[], note: Note): void {
  for (const [index, { share, text, sample }] of quantiles.entries()) {
    const before = quantiles[index - 1];
    const same = quantiles.find((other, place) => place < index && other.share === share);
    if (same !== undefined && same.text !== text)
      note("quantile-twice", `${seriesText(sample)}: ${text} and ${same.text} are one quantile`, sample.line);
    else if (before !== undefined && before.share > share)
      note("quantile-not-sorted", `${seriesText(sample)} stands after the quantile ${before.text}`, sample.line);
  }
  const sorted = quantiles.toSorted((a, b) => a.share - b.share);
  for (const [index, { text, sample }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.sample.value > sample.value) {
      const falls = `${before.sample.value} at ${before.text}, ${sample.value} at ${text}`;
      note("quantiles-not-monotone", `${seriesText(sample)}: ${falls}`, sample.line);
    }
  }
}

function judgeTotals(name: string, { samples, line }: MetricGroup, openMetrics: boolean, note: Note): void {
  const count = partOf(samples, "_count");
  if (count !== undefined && (!Number.isSafeInteger(count.value) || count.value < 0))
    note("bucket-not-a-count", `${seriesText(count)} is ${count.value}, which counts nothing`, count.line);
  // OpenMetrics leaves both out where they are not known.
  if (openMetrics) return;
  if (count === undefined) note("count-missing", `${name} has a metric without _count`, line);
  if (partOf(samples, "_sum") === undefined) note("sum-missing", `${name} has a metric without _sum`, line);
}
