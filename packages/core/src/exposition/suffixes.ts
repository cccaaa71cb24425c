import type { ExpositionFormat, ExpositionType } from "./exposition.ts";

type Suffixes = Readonly<Record<ExpositionType, readonly string[]>>;

const CLASSIC: Suffixes = {
  counter: [""],
  gauge: [""],
  untyped: [""],
  histogram: ["_bucket", "_sum", "_count"],
  summary: ["", "_sum", "_count"],
  info: [""],
  stateset: [""],
  gaugehistogram: ["_bucket", "_gsum", "_gcount"],
};

const OPENMETRICS: Suffixes = {
  ...CLASSIC,
  counter: ["_total", "_created"],
  histogram: ["_bucket", "_sum", "_count", "_created"],
  summary: ["", "_sum", "_count", "_created"],
  info: ["_info"],
};

/** What the names of a family's samples have more than the family's own. */
export function suffixesOf(type: ExpositionType, format: ExpositionFormat): readonly string[] {
  return (format === "openmetrics" ? OPENMETRICS : CLASSIC)[type];
}
