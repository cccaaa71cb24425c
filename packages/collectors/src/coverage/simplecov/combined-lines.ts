import type { HitCounts } from "../counts/hit-counts.ts";
import { HITS_MAX } from "../counts/hit-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";

/** A line that holds no code. */
export const NEVER = -1;

/**
 * Lines of one file over all commands of a result set, as SimpleCov combines them: hits add up, and a line that one
 * command calls no code and none executed is no code. In any order it is the same.
 *
 * @param all by line from 0, `NEVER` or hits; of each command
 */
export function combineLines(
  all: readonly (readonly number[])[],
  keepHits: boolean | undefined,
): { readonly lines: LineHits; readonly hits: HitCounts | null } {
  const builder = new LineHitsBuilder(keepHits);
  const length = Math.max(0, ...all.map((lines) => lines.length));
  for (let index = 0; index < length; index += 1) {
    let sum = 0;
    let isCode = true;
    for (const lines of all) {
      const hits = lines[index] ?? NEVER;
      if (hits === NEVER) isCode = false;
      else sum += hits;
    }
    if (sum > 0 || isCode) builder.add(index + 1, Math.min(sum, HITS_MAX));
  }
  return builder.finish();
}
