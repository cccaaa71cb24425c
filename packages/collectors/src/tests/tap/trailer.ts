import type { Difference } from "../differences.ts";
import { NO_TOTALS, totalsDifferences } from "../differences.ts";

/** Points that are tests, by how they ended. */
export interface TapTally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Counts that node:test, tape and mocha write as comments behind the last point. */
export class TapTrailer {
  readonly #said = new Map<string, number>();
  #line = 0;

  /** Forgets what was said before: only what stands behind the last point is a total. */
  clear(): void {
    if (this.#said.size > 0) this.#said.clear();
  }

  comment(text: string, line: number): void {
    const found = /^(tests|pass|fail|cancelled|skipped|skip|todo) +([0-9]{1,9})$/.exec(text.trim());
    if (found === null) return;
    if (found[1] === "tests") this.#line = line;
    this.#said.set(found[1] ?? "", Number(found[2]));
  }

  differences({ passed, failed, skipped }: TapTally): readonly Difference[] {
    const tests = this.#said.get("tests");
    if (tests === undefined || !(this.#said.has("pass") || this.#said.has("fail"))) return [];
    const sum = (...names: readonly string[]): number | null => {
      const found = names.map((name) => this.#said.get(name)).filter((count) => count !== undefined);
      return found.length === 0 ? null : found.reduce((total, count) => total + count, 0);
    };
    const counts = [sum("fail", "cancelled"), sum("skipped", "skip", "todo")] as const;
    const declared = { ...NO_TOTALS, tests, passed: sum("pass"), failures: counts[0], skipped: counts[1] };
    const counted = { ...NO_TOTALS, passed, failures: failed, skipped };
    const all = passed + failed + skipped;
    return totalsDifferences({ suite: "", line: this.#line, declared }, [
      { ...counted, tests: all },
      // mocha leaves out what it skipped, and tape counts a skipped or excused point as passed.
      { ...counted, tests: all - skipped },
      { ...counted, tests: all, passed: passed + skipped },
    ]);
  }
}
