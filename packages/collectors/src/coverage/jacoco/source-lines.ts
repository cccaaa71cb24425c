import type { LineHits } from "../counts/line-hits.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";

/** The lines of one source file. One is used for all files, one after another. */
export class SourceLines {
  readonly #lines = new LineHitsBuilder();
  readonly #branches = new PointsBuilder();
  readonly #instructions = new PointsBuilder();

  /**
   * A line is covered when at least one of its instructions was executed; one without instructions is none. Which of
   * them, and which of the branches, is not told: the first ones, so that two reports together claim the larger
   * number of the two and never more.
   */
  add(line: number, missed: number, covered: number): void {
    if (missed + covered === 0) return;
    this.#lines.add(line, covered);
    addFirst(this.#instructions, line, missed, covered);
  }

  addBranches(line: number, missed: number, covered: number): void {
    addFirst(this.#branches, line, missed, covered);
  }

  finish(): { readonly lines: LineHits; readonly branches: Points; readonly instructions: Points } {
    const lines = this.#lines.finish().lines;
    return { lines, branches: this.#branches.finish(), instructions: this.#instructions.finish() };
  }
}

function addFirst(points: PointsBuilder, line: number, missed: number, covered: number): void {
  for (let at = 0; at < covered; at += 1) points.add(line, at, 0, true);
  for (let at = covered; at < covered + missed; at += 1) points.add(line, at, 0, false);
}
