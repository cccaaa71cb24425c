import type { LineHits } from "../counts/line-hits.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import type { Points } from "../counts/points.ts";
import { TakenFirstBuilder } from "../counts/taken-first.ts";

/** The lines of one source file. One is used for all files, one after another. */
export class SourceLines {
  readonly #lines = new LineHitsBuilder();
  readonly #branches = new TakenFirstBuilder();
  readonly #instructions = new TakenFirstBuilder();

  /**
   * A line is covered when at least one of its instructions was executed; one without instructions is none. Which of
   * them, and which of the branches, is not told: the first ones, so that two reports together claim the larger
   * number of the two and never more.
   */
  add(line: number, missed: number, covered: number): void {
    if (missed + covered === 0) return;
    this.#lines.add(line, covered);
    this.#instructions.add(line, missed, covered);
  }

  addBranches(line: number, missed: number, covered: number): void {
    if (missed + covered > 0) this.#branches.add(line, missed, covered);
  }

  finish(): { readonly lines: LineHits; readonly branches: Points; readonly instructions: Points } {
    const lines = this.#lines.finish().lines;
    return { lines, branches: this.#branches.finish(), instructions: this.#instructions.finish() };
  }
}
