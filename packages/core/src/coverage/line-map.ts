import type { ChangedHunk } from "../evidence/changes.ts";
import type { Lines } from "../lines/ranges.ts";

/** Where the lines of the base are in the candidate. */
export interface MovedLines {
  /** Lines of the base that are still there, unchanged. */
  readonly kept: Lines;
  /** Their numbers in the candidate, in the same order. */
  readonly now: Lines;
  /** Lines of the base that were changed or deleted. */
  readonly gone: Lines;
}

/**
 * Follows lines of the base through the hunks of a diff without context, both in ascending order.
 *
 * @example
 * const inserted = { baseStart: 1, baseLines: 0, start: 2, lines: 3 };
 * moveLines(Uint32Array.of(1, 2), [inserted]).now; // Uint32Array [1, 5]
 */
export function moveLines(lines: Lines, hunks: readonly ChangedHunk[]): MovedLines {
  const kept: number[] = [];
  const now: number[] = [];
  const gone: number[] = [];
  let at = 0;
  let shift = 0;
  for (const line of lines) {
    let hunk = hunks[at];
    while (hunk !== undefined && lastOf(hunk) < line) {
      shift += hunk.lines - hunk.baseLines;
      at += 1;
      hunk = hunks[at];
    }
    if (hunk !== undefined && hunk.baseLines > 0 && line >= hunk.baseStart) {
      gone.push(line);
    } else {
      kept.push(line);
      now.push(line + shift);
    }
  }
  return { kept: Uint32Array.from(kept), now: Uint32Array.from(now), gone: Uint32Array.from(gone) };
}

/** Last line of the base that lies in the hunk or, where it only inserts, before it. */
function lastOf({ baseStart, baseLines }: ChangedHunk): number {
  return baseLines === 0 ? baseStart : baseStart + baseLines - 1;
}

/** Those of some lines of the candidate that hunks added or changed. */
export function linesChanged(lines: Lines, hunks: readonly ChangedHunk[]): Lines {
  let at = 0;
  return lines.filter((line) => {
    let hunk = hunks[at];
    while (hunk !== undefined && hunk.start + hunk.lines <= line) {
      at += 1;
      hunk = hunks[at];
    }
    return hunk !== undefined && line >= hunk.start;
  });
}

/** More lines than any tracked file has. */
const LINES_MAX = 16_000_000;

/**
 * Every line of the candidate that hunks added or changed.
 *
 * @throws RangeError for more than any file has
 */
export function changedLines(hunks: readonly ChangedHunk[]): Lines {
  const total = hunks.reduce((sum, { lines }) => sum + lines, 0);
  if (!(total <= LINES_MAX)) throw new RangeError(`a change of ${total} lines is no range of lines`);
  const changed = new Uint32Array(total);
  let length = 0;
  for (const { start, lines } of hunks) {
    for (let line = start; line < start + lines; line += 1) {
      changed[length] = line;
      length += 1;
    }
  }
  return changed;
}
