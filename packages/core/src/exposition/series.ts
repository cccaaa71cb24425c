import type { MetricFamily, MetricSample } from "./exposition.ts";

/**
 * One text for the same labels in whatever order, one of them left out where it only tells parts of a metric apart. An
 * empty label is none, in both formats.
 */
export function labelsKey(labels: ReadonlyMap<string, string>, without: string | null = null): string {
  if (labels.size === 0) return "";
  const names = [...labels.keys()];
  if (names.length > 1) names.sort();
  let key = "";
  for (const name of names) {
    if (name !== without && labels.get(name) !== "")
      key += `${JSON.stringify(name)}=${JSON.stringify(labels.get(name))},`;
  }
  return key;
}

/** Samples of one metric at one time, e.g. all buckets, the sum and the count of one histogram. */
export interface MetricGroup {
  readonly key: string;
  readonly samples: readonly MetricSample[];
  readonly line: number;
}

const PART_LABEL: Readonly<Record<string, string>> = {
  histogram: "le",
  gaugehistogram: "le",
  summary: "quantile",
};

/** The label that tells parts of one metric apart; null where a metric is one sample. */
export function partLabelOf(family: MetricFamily): string | null {
  return family.type === "stateset" ? family.name : (PART_LABEL[family.type] ?? null);
}

export function groupsOf(family: MetricFamily): readonly MetricGroup[] {
  const part = partLabelOf(family);
  const groups = Map.groupBy(
    family.samples,
    ({ labels, timestampMs }) => `${labelsKey(labels, part)}@${timestampMs ?? ""}`,
  );
  return Array.from(groups, ([key, samples]) => ({ key, samples, line: samples[0]?.line ?? family.line }));
}

/** The one of so many samples that has this suffix. */
export function partOf(samples: readonly MetricSample[], suffix: string): MetricSample | undefined {
  return samples.find((sample) => sample.suffix === suffix);
}

/** Name and labels as the text would write them, cut to a length that can be read. */
export function seriesText({ name, labels }: Pick<MetricSample, "name" | "labels">): string {
  const pairs = Array.from(labels, ([label, value]) => `${label}=${JSON.stringify(value)}`);
  const text = pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
  return text.length > SERIES_CHARS_MAX ? `${text.slice(0, SERIES_CHARS_MAX)}…` : text;
}

const SERIES_CHARS_MAX = 200;
