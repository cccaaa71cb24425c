import type { Series } from "./family.ts";
import { sampleText } from "./text.ts";

/** Told of a value that a series cannot take. */
export type Refusing = () => void;

export class CounterSeries implements Series {
  #value = 0;
  readonly #refuse: Refusing;

  constructor(refuse: Refusing) {
    this.#refuse = refuse;
  }

  /** @param by at least 0 and finite; anything else is not counted here but among the refused values */
  inc(by: number = 1): void {
    if (by >= 0 && by < Infinity) this.#value += by;
    else this.#refuse();
  }

  render(name: string, labels: string): string {
    return sampleText(name, labels, this.#value);
  }

  renderOpenMetrics(name: string, labels: string, createdS: number | null): string {
    const created = createdS === null ? "" : sampleText(`${name}_created`, labels, createdS);
    return sampleText(`${name}_total`, labels, this.#value) + created;
  }
}
