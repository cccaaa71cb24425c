/** Media type of what `render` gives. */
export const METRICS_CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** Media type of what `renderOpenMetrics` gives. */
export const OPENMETRICS_CONTENT_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

export type MetricType = "counter" | "gauge" | "histogram";

/** What is said of a family once; label names in the order in which they are written. */
export interface MetricOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
  /** Written in OpenMetrics only; the name has to end in it: `seconds`, `bytes`. */
  readonly unit?: string;
}

export type LabelValues<Label extends string> = Readonly<Record<Label, string>>;

export const LABELS_MAX = 10;
export const LABEL_VALUE_CHARS_MAX = 256;

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]{0,199}$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]{0,99}$/;
const TOTAL = /_total$/;

/**
 * Refuses what Prometheus' text format 0.0.4 does not allow, and counters whose name does not end in `_total`.
 *
 * @throws RangeError with the wrong name
 */
export function checkNames(type: MetricType, { name, labels = [], unit }: MetricOptions<string>): void {
  if (!METRIC_NAME.test(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a metric`);
  if (TOTAL.test(name) !== (type === "counter"))
    throw new RangeError(`${name}: counters, and they only, end in _total`);
  if (unit !== undefined && (unit === "" || !name.replace(TOTAL, "").endsWith(`_${unit}`)))
    throw new RangeError(`${name}: its name does not end in its unit ${JSON.stringify(unit)}`);
  if (labels.length > LABELS_MAX || new Set(labels).size !== labels.length) {
    throw new RangeError(`${name}: at most ${LABELS_MAX} labels, each once`);
  }
  for (const label of labels) {
    const reserved = label.startsWith("__") || (type === "histogram" && label === "le");
    if (reserved || !LABEL_NAME.test(label)) throw new RangeError(`${name}: ${JSON.stringify(label)} is no label`);
  }
}

/** Every name that a family or its samples have, in either format. */
export function sampleNames(type: MetricType, name: string): readonly string[] {
  if (type === "gauge") return [name];
  const base = name.replace(TOTAL, "");
  if (type === "counter") return [name, base, `${base}_created`];
  return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`, `${name}_created`];
}
