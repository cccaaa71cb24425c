import type { MetricsFormat } from "./accept.ts";
import { boundedInteger } from "../bounds/bounded-integer.ts";
import { CounterSeries } from "./counter.ts";
import { Family } from "./family.ts";
import type { Series } from "./family.ts";
import { GaugeSeries } from "./gauge.ts";
import { checkBuckets, HistogramSeries } from "./histogram.ts";
import type { LabelValues, MetricOptions, MetricType } from "./names.ts";
import { METRICS_CONTENT_TYPE, OPENMETRICS_CONTENT_TYPE, sampleNames } from "./names.ts";

/** What code that counts holds on to. */
export interface Metric<Label extends string, S extends Series> {
  readonly name: string;
  bind(values: LabelValues<Label>): S;
}

export type Counter<Label extends string = never> = Metric<Label, CounterSeries>;
export type Gauge<Label extends string = never> = Metric<Label, GaugeSeries>;
export type Histogram<Label extends string = never> = Metric<Label, HistogramSeries>;

export interface MetricsOptions {
  /** Series of one family, the overflow series not counted; default 1000. */
  readonly seriesMax?: number;
  /** With it, OpenMetrics tells when each counter and histogram began, so that a restart is not a fall. */
  readonly nowMs?: () => number;
}

/** A page of metrics as a scraper gets it. */
export interface MetricsPage {
  readonly text: string;
  readonly contentType: string;
}

export const METRIC_FAMILIES_MAX = 1000;
export const METRIC_SERIES_MAX = 100_000;

/** Family that counts, by metric, how often label values had to go to the overflow series. */
export const OVERFLOW_METRIC = "metrics_series_overflow_total";
/** Family that counts, by metric, values that could not be taken: negative or not finite. */
export const REFUSED_METRIC = "metrics_values_refused_total";

/**
 * The metrics of one process, written as Prometheus text (exposition format 0.0.4) or OpenMetrics 1.0. Families are
 * declared once, with their label names; the number of series of each is bounded.
 *
 * @example
 * const registry = new MetricsRegistry();
 * const requests = registry.counter({ name: "requests_total", help: "Requests.", labels: ["route"] });
 * const created = requests.bind({ route: "/v1/actions" });
 * created.inc();
 * registry.render(); // # HELP requests_total Requests.\n# TYPE requests_total counter\nrequests_total{route=…} 1\n
 */
export class MetricsRegistry {
  readonly #seriesMax: number;
  readonly #nowMs: (() => number) | null;
  readonly #families: Family<string, Series>[] = [];
  readonly #names: Set<string> = new Set();
  readonly #overflow: Family<"metric", CounterSeries>;
  readonly #refused: Family<"metric", CounterSeries>;

  /** @throws HoldpointError `HP-CONFIG-VALUE` for a bound out of bounds */
  constructor({ seriesMax = 1000, nowMs }: MetricsOptions = {}) {
    this.#nowMs = nowMs ?? null;
    this.#seriesMax = boundedInteger("series_max", seriesMax, 1, METRIC_SERIES_MAX);
    this.#overflow = this.#own(OVERFLOW_METRIC, "Label values that had no series of their own.");
    this.#refused = this.#own(REFUSED_METRIC, "Values that were negative or not finite.");
  }

  /** @throws RangeError for names that are not allowed or are taken */
  counter<const Label extends string = never>(options: MetricOptions<Label>): Counter<Label> {
    const refuse = this.#counting(this.#refused, options.name);
    return this.#add("counter", options, () => new CounterSeries(refuse));
  }

  /** @throws RangeError for names that are not allowed or are taken */
  gauge<const Label extends string = never>(options: MetricOptions<Label>): Gauge<Label> {
    return this.#add("gauge", options, () => new GaugeSeries());
  }

  /**
   * @param options `buckets`: upper bounds, rising and finite; `+Inf` comes by itself
   * @throws RangeError for names that are not allowed or are taken, and for wrong bounds
   */
  histogram<const Label extends string = never>(
    options: MetricOptions<Label> & { readonly buckets: readonly number[] },
  ): Histogram<Label> {
    const bounds = checkBuckets(options.name, options.buckets);
    const refuse = this.#counting(this.#refused, options.name);
    return this.#add("histogram", options, () => new HistogramSeries(bounds, refuse, this.#nowMs));
  }

  /** All families in the order of their declaration, each with its comments once; ends with a line feed. */
  render(): string {
    const text = this.#families.map((family) => family.render()).join("");
    return text + this.#overflow.render() + this.#refused.render();
  }

  /** The same in OpenMetrics, which ends in `# EOF`. */
  renderOpenMetrics(): string {
    const families = [...this.#families, this.#overflow, this.#refused];
    return `${families.map((family) => family.renderOpenMetrics()).join("")}# EOF\n`;
  }

  /** Either of them, with its media type. */
  renderAs(format: MetricsFormat): MetricsPage {
    return format === "openmetrics"
      ? { text: this.renderOpenMetrics(), contentType: OPENMETRICS_CONTENT_TYPE }
      : { text: this.render(), contentType: METRICS_CONTENT_TYPE };
  }

  #own(name: string, help: string): Family<"metric", CounterSeries> {
    const ignore = (): void => undefined;
    this.#names.add(name);
    const options = { name, help, labels: ["metric"] } as const;
    return new Family("counter", options, METRIC_FAMILIES_MAX, () => new CounterSeries(ignore), ignore, this.#nowMs);
  }

  #counting(own: Family<"metric", CounterSeries>, metric: string): () => void {
    return () => own.bind({ metric }).inc();
  }

  #add<Label extends string, S extends Series>(
    type: MetricType,
    options: MetricOptions<Label>,
    make: () => S,
  ): Family<Label, S> {
    const overflow = this.#counting(this.#overflow, options.name);
    const family = new Family(type, options, this.#seriesMax, make, overflow, this.#nowMs);
    const names = sampleNames(type, options.name);
    const taken = names.find((name) => this.#names.has(name));
    if (taken !== undefined) throw new RangeError(`a metric already writes ${taken}`);
    if (this.#families.length === METRIC_FAMILIES_MAX)
      throw new RangeError(`${METRIC_FAMILIES_MAX} metrics are enough`);
    for (const name of names) this.#names.add(name);
    this.#families.push(family);
    return family;
  }
}
