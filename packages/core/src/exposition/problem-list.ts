import type { ExpositionProblem } from "../evidence/exposition.ts";
import { EXPOSITION_PROBLEMS_MAX } from "../evidence/exposition.ts";
import type { ExpositionCode } from "./codes.ts";
import { severityOf } from "./codes.ts";
import type { ExpositionFormat } from "./exposition.ts";

/** Tells of something wrong at a line of the page; the column is 1 unless it is known better. */
export type Note = (code: ExpositionCode, text: string, line: number | null, column?: number) => void;

/** The same for one family, or for the whole page. */
export type NoteOf = (family: string | null) => Note;

/** Everything wrong with all scrapes, bounded so that many problems of one code cannot push out those of another. */
export class ProblemList {
  readonly #byCode: Map<ExpositionCode, ExpositionProblem[]> = new Map();
  #count = 0;

  /** Problems that are told already but not listed. */
  leaveOut(count: number): void {
    this.#count += count;
  }

  noteIn(scrape: number, format: ExpositionFormat, family: string | null = null): Note {
    return (code, text, line, column = 1) => {
      this.#count += 1;
      const same = this.#byCode.get(code) ?? [];
      this.#byCode.set(code, same);
      if (same.length === EXPOSITION_PROBLEMS_MAX) return;
      const severity = severityOf(code, format);
      same.push({ code, severity, text, family, scrape, line, column: line === null ? null : column });
    };
  }

  /** The first of every code, then the second of every code, and so on; in the order of scrapes and lines. */
  finish(): { readonly problems: readonly ExpositionProblem[]; readonly leftOut: number } {
    const kept: ExpositionProblem[] = [];
    const lists = [...this.#byCode.values()];
    for (let turn = 0; kept.length < EXPOSITION_PROBLEMS_MAX && lists.some((list) => turn < list.length); turn += 1) {
      for (const list of lists) {
        const problem = list[turn];
        if (problem !== undefined && kept.length < EXPOSITION_PROBLEMS_MAX) kept.push(problem);
      }
    }
    return { problems: kept.sort(byPlace), leftOut: this.#count - kept.length };
  }
}

function byPlace(a: ExpositionProblem, b: ExpositionProblem): number {
  const [lineA, lineB] = [a.line ?? Number.MAX_SAFE_INTEGER, b.line ?? Number.MAX_SAFE_INTEGER];
  return a.scrape - b.scrape || lineA - lineB || (a.column ?? 0) - (b.column ?? 0);
}
