import type { XmlWindow } from "./window.ts";

/** Most branches and lines that a report may claim beyond its elements. */
const POINTS_MAX: number = 32 * 1024 * 1024;
/** So many at once, and one more for each byte: a few bytes can claim very many. */
const POINTS_FREE = 1_048_576;

/** Bounds what a report makes grow beyond its own size. */
export class PointsBudget {
  readonly #window: XmlWindow;
  #spent = 0;

  constructor(window: XmlWindow) {
    this.#window = window;
  }

  spend(count: number): void {
    const { base, tokenAt } = this.#window;
    this.#spent += count;
    const allowed = Math.min(POINTS_MAX, POINTS_FREE + base + tokenAt);
    if (this.#spent <= allowed) return;
    this.#window.fail("HP-READ-TOO-LARGE", `more than ${allowed} branches or lines in so short a report`, tokenAt);
  }
}
