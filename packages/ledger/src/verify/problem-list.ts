import type { ProblemCode, VerifyProblem } from "./verification.ts";

export const PROBLEMS_MAX = 100;

/** Collects problems up to a bound; every problem makes the result invalid, also one that is not listed. */
export class ProblemList {
  readonly list: VerifyProblem[] = [];
  #count = 0;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(code: ProblemCode, where: string): void {
    this.#count += 1;
    if (this.list.length >= PROBLEMS_MAX) return;
    if (this.list.some((one) => one.code === code && one.where === where)) return;
    this.list.push({ code, where });
  }
}
