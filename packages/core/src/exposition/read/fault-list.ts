import type { ReadingCode } from "../codes.ts";
import type { ExpositionFault } from "../exposition.ts";

/** Kept of each code, so that many of one kind leave room for the others. */
const KEPT_OF_A_CODE = 50;

/** What was found wrong in a text, bounded for each code. */
export class FaultList {
  readonly #faults: ExpositionFault[] = [];
  readonly #counts: Map<ReadingCode, number> = new Map();
  leftOut = 0;

  add(code: ReadingCode, text: string, line: number | null, column: number | null): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > KEPT_OF_A_CODE) this.leftOut += 1;
    else this.#faults.push({ code, text, line, column });
  }

  /** In the order of their lines; what has none comes last. */
  get inOrder(): readonly ExpositionFault[] {
    const place = ({ line, column }: ExpositionFault): number => (line ?? Infinity) + (column ?? 0) / 1e6;
    return this.#faults.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }
}
