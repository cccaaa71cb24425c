import type { Series } from "./family.ts";
import { sampleText } from "./text.ts";

export class GaugeSeries implements Series {
  #value = 0;

  /** Any number: infinities and NaN are written as such. */
  set(value: number): void {
    this.#value = value;
  }

  add(by: number): void {
    this.#value += by;
  }

  render(name: string, labels: string): string {
    return sampleText(name, labels, this.#value);
  }

  renderOpenMetrics(name: string, labels: string): string {
    return this.render(name, labels);
  }
}
