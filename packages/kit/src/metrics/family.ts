import type { LabelValues, MetricOptions, MetricType } from "./names.ts";
import { checkNames, LABEL_VALUE_CHARS_MAX } from "./names.ts";
import { headOf, labelsText, openHeadOf } from "./text.ts";

/** One series, which writes its own lines. */
export interface Series {
  render(name: string, labels: string): string;
  /** @param createdS when the series began, seconds since the epoch; null where no clock was given */
  renderOpenMetrics(name: string, labels: string, createdS: number | null): string;
}

/** Value of every label of the one series that takes what is over the bound. */
export const OVERFLOW_LABEL_VALUE = "__overflow__";

/** What all kinds of metrics have in common: the series by their label values, at most so many. */
export class Family<Label extends string, S extends Series> {
  readonly type: MetricType;
  readonly name: string;
  readonly #help: string;
  readonly #unit: string | null;
  readonly #labels: readonly Label[];
  readonly #seriesMax: number;
  readonly #make: () => S;
  readonly #onOverflow: () => void;
  readonly #overflowLabels: string;
  readonly #series: Map<string, S> = new Map();
  readonly #nowMs: (() => number) | null;
  readonly #createdMs: Map<string, number> = new Map();

  /** @param onOverflow told each time that label values are asked for which have no room of their own */
  constructor(
    type: MetricType,
    options: MetricOptions<Label>,
    seriesMax: number,
    make: () => S,
    onOverflow: () => void,
    nowMs: (() => number) | null = null,
  ) {
    checkNames(type, options);
    this.type = type;
    this.name = options.name;
    this.#help = options.help;
    this.#unit = options.unit ?? null;
    this.#nowMs = nowMs;
    this.#labels = options.labels ?? [];
    this.#seriesMax = seriesMax;
    this.#make = make;
    this.#onOverflow = onOverflow;
    this.#overflowLabels = labelsText(
      this.#labels,
      this.#labels.map(() => OVERFLOW_LABEL_VALUE),
    );
    // One without labels is there from the start, so that its first scrape already has a 0.
    if (this.#labels.length === 0) this.#seriesOf("");
  }

  /**
   * The series of these label values, to be kept and used again; the overflow series when there are too many.
   *
   * @throws RangeError when a label is missing, is not declared, or is no text
   */
  bind(values: LabelValues<Label>): S {
    const given = Object.keys(values).length === this.#labels.length;
    const list = this.#labels.map((label) => (Object.hasOwn(values, label) ? values[label] : undefined));
    if (!given || !list.every((value) => typeof value === "string")) {
      throw new RangeError(`${this.name} has the labels ${this.#labels.join(", ") || "none"}, each with a text`);
    }
    const cut = list.map((value) => value.slice(0, LABEL_VALUE_CHARS_MAX).toWellFormed());
    return this.#seriesOf(labelsText(this.#labels, cut));
  }

  render(): string {
    if (this.#series.size === 0) return "";
    const lines = Array.from(this.#series, ([labels, series]) => series.render(this.name, labels));
    return headOf(this.name, this.#help, this.type) + lines.join("");
  }

  /** A counter's family is called without `_total` there. */
  renderOpenMetrics(): string {
    if (this.#series.size === 0) return "";
    const name = this.type === "counter" ? this.name.replace(/_total$/, "") : this.name;
    const lines = Array.from(this.#series, ([labels, series]) => {
      const createdMs = this.#createdMs.get(labels);
      return series.renderOpenMetrics(name, labels, createdMs === undefined ? null : createdMs / 1000);
    });
    return openHeadOf(name, this.#help, this.type, this.#unit) + lines.join("");
  }

  #seriesOf(labels: string): S {
    const known = this.#series.get(labels);
    if (known !== undefined) return known;
    const overflow = this.#overflowLabels;
    const own = this.#series.size - Number(this.#series.has(overflow));
    if (labels !== overflow && own >= this.#seriesMax) {
      this.#onOverflow();
      return this.#seriesOf(overflow);
    }
    const series = this.#make();
    this.#series.set(labels, series);
    if (this.#nowMs !== null) this.#createdMs.set(labels, this.#nowMs());
    return series;
  }
}
