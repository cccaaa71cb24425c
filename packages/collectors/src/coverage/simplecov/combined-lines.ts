import type { HitCounts } from "../counts/hit-counts.ts";
import { HITS_MAX } from "../counts/hit-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";

/** A line that holds no code. */
export const NEVER = -1;

/** Lines of one file that hold code; with how often each was hit, where that is kept. */
interface CodeLines {
  readonly lines: LineHits | null;
  readonly hits: HitCounts | null;
}

/** @param all by line from 0, `NEVER` or hits; of one command */
export function countLines(all: readonly number[], keepHits: boolean | undefined): CodeLines {
  const builder = new LineHitsBuilder(keepHits);
  all.forEach((hits, index) => {
    if (hits !== NEVER) builder.add(index + 1, hits);
  });
  return builder.finish();
}

/**
 * Lines of one file over two commands of a result set, as SimpleCov combines them: hits add up, and a line that one
 * command calls no code and none executed is no code. In any order, one after the other, it is the same.
 */
export function combineLines(a: CodeLines, b: CodeLines): CodeLines {
  const builder = new LineHitsBuilder(a.hits !== null && b.hits !== null);
  let left = 0;
  let right = 0;
  for (;;) {
    const lineA = lineAt(a, left);
    const lineB = lineAt(b, right);
    const line = Math.min(lineA, lineB);
    if (line === Number.POSITIVE_INFINITY) return builder.finish();
    const hits = (lineA === line ? hitsAt(a, left) : 0) + (lineB === line ? hitsAt(b, right) : 0);
    if (lineA === lineB || hits > 0) builder.add(line, Math.min(hits, HITS_MAX));
    if (lineA === line) left += 1;
    if (lineB === line) right += 1;
  }
}

function lineAt({ lines }: CodeLines, index: number): number {
  const entry = lines?.[index];
  return entry === undefined ? Number.POSITIVE_INFINITY : entry >>> 1;
}

/** How often, or only whether. */
function hitsAt({ lines, hits }: CodeLines, index: number): number {
  return hits?.[index] ?? (lines?.[index] ?? 0) & 1;
}
