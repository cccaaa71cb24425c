/** How bad something is: an `error` breaks the format or the figures, a `finding` breaks what everybody relies on. */
export type ExpositionSeverity = "error" | "finding";

/** What reading alone finds. */
const READING_CODES = [
  "not-utf8",
  "byte-order-mark",
  "carriage-return",
  "no-final-line-feed",
  "no-eof",
  "after-eof",
  "eof-in-classic",
  "blank-line",
  "bad-spacing",
  "bad-comment",
  "unknown-comment",
  "unknown-type",
  "bad-name",
  "bad-label-name",
  "bad-labels",
  "bad-escape",
  "duplicate-label",
  "bad-value",
  "bad-timestamp",
  "bad-exemplar",
  "exemplar-in-classic",
  "trailing-text",
  "wrong-suffix",
  "duplicate-help",
  "duplicate-type",
  "duplicate-unit",
  "help-after-samples",
  "type-after-samples",
  "unit-after-samples",
  "interleaved-family",
  "too-large",
] as const;

/** What the samples say that cannot be. */
const SENSE_CODES = [
  "sample-without-family",
  "missing-type",
  "missing-help",
  "name-clash",
  "reserved-name",
  "reserved-label",
  "misplaced-label",
  "counter-without-total",
  "total-without-counter",
  "unit-not-suffix",
  "unit-not-allowed",
  "unit-not-base",
  "duplicate-series",
  "interleaved-series",
  "negative-counter",
  "counter-not-a-number",
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
  "quantile-missing",
  "quantile-not-a-share",
  "quantile-twice",
  "quantile-not-sorted",
  "quantiles-not-monotone",
  "stateset-label-missing",
  "stateset-not-boolean",
  "info-not-one",
  "exemplar-not-allowed",
  "exemplar-too-long",
  "exemplar-outside-bucket",
  "timestamp-future",
  "timestamp-old",
  "created-in-future",
  "no-samples",
  "wrong-content-type",
  "counter-fell",
  "type-changed",
  "series-vanished",
  "start-went-back",
  "scrapes-out-of-order",
  "format-changed",
] as const;

export type ReadingCode = (typeof READING_CODES)[number];

/**
 * Everything that can be wrong with a page of metrics. Sources: Prometheus text exposition format 0.0.4,
 * OpenMetrics 1.0.0, the naming practices of Prometheus' documentation.
 */
export type ExpositionCode = ReadingCode | (typeof SENSE_CODES)[number];

export const EXPOSITION_CODES: readonly ExpositionCode[] = [...READING_CODES, ...SENSE_CODES];

/** What breaks no format and no figure; everything else is an error. */
const FINDINGS: ReadonlySet<ExpositionCode> = new Set<ExpositionCode>([
  "sample-without-family",
  "missing-type",
  "missing-help",
  "reserved-name",
  "misplaced-label",
  "total-without-counter",
  "unit-not-base",
  "le-not-canonical",
  "eof-in-classic",
  "series-vanished",
  "start-went-back",
]);

/**
 * A counter without `_total` breaks OpenMetrics; in the classic format it breaks a rule of naming only.
 *
 * @example
 * severityOf("missing-help", "prometheus"); // "finding"
 */
export function severityOf(code: ExpositionCode, format: "prometheus" | "openmetrics"): ExpositionSeverity {
  if (code === "counter-without-total") return format === "openmetrics" ? "error" : "finding";
  return FINDINGS.has(code) ? "finding" : "error";
}
