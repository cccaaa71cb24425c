import type { Exposition, MetricFamily, MetricSample } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { metricNumber } from "../read/number.ts";
import type { MetricGroup } from "../series.ts";
import { groupsOf, partOf, seriesText } from "../series.ts";

interface Bucket {
  readonly le: number;
  readonly text: string;
  readonly sample: MetricSample;
}

/** Histograms and gauge histograms: buckets that rise, end in +Inf and agree with the count. */
export function judgeHistograms(family: MetricFamily, { format }: Exposition, note: Note): void {
  const { type, name } = family;
  if (type !== "histogram" && type !== "gaugehistogram") return;
  const openMetrics = format === "openmetrics";
  for (const group of groupsOf(family)) {
    const buckets = readBuckets(group, openMetrics, note);
    const { line } = group;
    if (buckets.length === 0) note("buckets-missing", `${name} has a metric without buckets`, line);
    else {
      judgeOrder(buckets, note);
      judgeCounts(buckets, group, type, note);
    }
    judgeSum(buckets, group, { type, name, openMetrics }, note);
  }
}

function readBuckets(group: MetricGroup, openMetrics: boolean, note: Note): readonly Bucket[] {
  return group.samples.flatMap((sample): Bucket[] => {
    if (sample.suffix !== "_bucket") return [];
    const { line, value } = sample;
    const text = sample.labels.get("le");
    const le = text === undefined ? null : metricNumber(text);
    if (!Number.isSafeInteger(value) || value < 0)
      note("bucket-not-a-count", `${seriesText(sample)} is ${value}, which counts nothing`, line);
    if (text === undefined) note("bucket-without-le", `${seriesText(sample)} has no label le`, line);
    else if (le === null || Number.isNaN(le)) note("le-not-a-number", `${seriesText(sample)}: le is no number`, line);
    else if (openMetrics && !isCanonical(text, le))
      note("le-not-canonical", `${seriesText(sample)}: OpenMetrics writes le as 1.0, 0.5, 1e+09, +Inf`, line);
    return text === undefined || le === null || Number.isNaN(le) ? [] : [{ le, text, sample }];
  });
}

function isCanonical(text: string, le: number): boolean {
  if (!Number.isFinite(le)) return text === "+Inf" || text === "-Inf";
  return /^-?\d+\.\d+$|^-?\d(?:\.\d+)?e[+-]\d{2,3}$/.test(text);
}

function judgeOrder(buckets: readonly Bucket[], note: Note): void {
  for (const [index, { le, text, sample }] of buckets.entries()) {
    const before = buckets[index - 1];
    const same = buckets.find((other, place) => place < index && other.le === le);
    if (same !== undefined && same.text !== text)
      note("le-twice", `${seriesText(sample)}: ${text} and ${same.text} are one bucket`, sample.line);
    else if (before !== undefined && before.le > le)
      note("le-not-sorted", `${seriesText(sample)} stands after the bucket of ${before.text}`, sample.line);
  }
}

function judgeCounts(buckets: readonly Bucket[], { samples, line }: MetricGroup, type: string, note: Note): void {
  const sorted = buckets.toSorted((a, b) => a.le - b.le);
  for (const [index, { text, sample }] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && before.sample.value > sample.value) {
      const falls = `${before.sample.value} up to ${before.text}, ${sample.value} up to ${text}`;
      note("buckets-not-cumulative", `${seriesText(sample)}: ${falls}`, sample.line);
    }
  }
  const last = sorted.at(-1);
  const count = partOf(samples, type === "histogram" ? "_count" : "_gcount");
  if (last?.le !== Infinity)
    note("inf-missing", `${last === undefined ? "it" : seriesText(last.sample)} is not followed by +Inf`, line);
  else if (count !== undefined && count.value !== last.sample.value)
    note("inf-not-count", `${seriesText(count)} is ${count.value}, its +Inf bucket ${last.sample.value}`, count.line);
}

interface SumTerms {
  readonly type: string;
  readonly name: string;
  readonly openMetrics: boolean;
}

/** Below 0 there is no sum that only rises: OpenMetrics leaves it out, the classic format does not care. */
function judgeSum(buckets: readonly Bucket[], group: MetricGroup, terms: SumTerms, note: Note): void {
  const { type, name, openMetrics } = terms;
  const [sumSuffix, countSuffix] = type === "histogram" ? ["_sum", "_count"] : ["_gsum", "_gcount"];
  const sum = partOf(group.samples, sumSuffix ?? "");
  const count = partOf(group.samples, countSuffix ?? "");
  const goesBelow = buckets.some(({ le }) => le < 0);
  const mayLack = openMetrics && (goesBelow || type === "gaugehistogram") && sum === undefined && count === undefined;
  if (sum === undefined && !mayLack) note("sum-missing", `${name} has a metric without ${sumSuffix}`, group.line);
  if (count === undefined && !mayLack) note("count-missing", `${name} has a metric without ${countSuffix}`, group.line);
  if (sum === undefined || type !== "histogram") return;
  if (goesBelow && openMetrics)
    note("sum-negative", `${seriesText(sum)}: with buckets below 0 OpenMetrics has no sum`, sum.line);
  else if (!goesBelow && sum.value < 0)
    note("sum-negative", `${seriesText(sum)} is ${sum.value} and no bucket is below 0`, sum.line);
}
