import type { ExpositionCode } from "@holdpoint/core";

/** Which check answers for which of the validator's problems. What no line names is a matter of `format-sound`. */
export const EXPOSITION_CLAIMS: {
  readonly samples: readonly ExpositionCode[];
  readonly duplicates: readonly ExpositionCode[];
  readonly histograms: readonly ExpositionCode[];
  readonly summaries: readonly ExpositionCode[];
  readonly states: readonly ExpositionCode[];
  readonly fallen: readonly ExpositionCode[];
  readonly impossible: readonly ExpositionCode[];
  readonly undeclared: readonly ExpositionCode[];
  readonly helpless: readonly ExpositionCode[];
  readonly units: readonly ExpositionCode[];
  readonly names: readonly ExpositionCode[];
  readonly contentType: readonly ExpositionCode[];
  readonly eof: readonly ExpositionCode[];
  readonly formatChanged: readonly ExpositionCode[];
  readonly types: readonly ExpositionCode[];
  readonly vanished: readonly ExpositionCode[];
  readonly otherProcess: readonly ExpositionCode[];
  readonly times: readonly ExpositionCode[];
  readonly order: readonly ExpositionCode[];
} = {
  samples: ["no-samples", "too-large"],
  duplicates: ["duplicate-series", "name-clash"],
  histograms: [
    "bucket-without-le",
    "le-not-a-number",
    "le-twice",
    "le-not-sorted",
    "le-not-canonical",
    "bucket-not-a-count",
    "buckets-missing",
    "buckets-not-cumulative",
    "inf-missing",
    "inf-not-count",
    "count-missing",
    "sum-missing",
    "sum-negative",
    "exemplar-outside-bucket",
  ],
  summaries: [
    "quantile-missing",
    "quantile-not-a-share",
    "quantile-twice",
    "quantile-not-sorted",
    "quantiles-not-monotone",
  ],
  states: ["stateset-label-missing", "stateset-not-boolean", "info-not-one"],
  fallen: ["counter-fell"],
  impossible: ["negative-counter", "counter-not-a-number"],
  undeclared: ["sample-without-family", "missing-type"],
  helpless: ["missing-help"],
  units: ["unit-not-base", "unit-not-suffix", "unit-not-allowed"],
  names: ["counter-without-total", "total-without-counter", "reserved-name", "misplaced-label"],
  contentType: ["wrong-content-type"],
  eof: ["eof-in-classic"],
  formatChanged: ["format-changed"],
  types: ["type-changed"],
  vanished: ["series-vanished"],
  otherProcess: ["start-went-back"],
  times: ["timestamp-future", "timestamp-old", "created-in-future"],
  order: ["scrapes-out-of-order"],
};

const CLAIMED: ReadonlySet<string> = new Set(Object.values(EXPOSITION_CLAIMS).flat());

/** Whether only `format-sound` answers for it: also for a code that this version does not know. */
export function isOfFormat(code: string): boolean {
  return !CLAIMED.has(code);
}
