import type { LineHits } from "./line-hits.ts";
import { mergeLineHits } from "./line-hits.ts";
import type { Points } from "./points.ts";
import { mergePoints } from "./points.ts";

/** What a report says of one file; null where the report holds no record of the metric. */
export interface FileCounts {
  readonly lines: LineHits | null;
  readonly branches: Points | null;
  readonly functions: Points | null;
  readonly statements: Points | null;
}

/** What two reports of the same file say together: covered is what either covered. Order makes no difference. */
export function mergeFileCounts(a: FileCounts, b: FileCounts): FileCounts {
  return {
    lines: both(a.lines, b.lines, mergeLineHits),
    branches: both(a.branches, b.branches, mergePoints),
    functions: both(a.functions, b.functions, mergePoints),
    statements: both(a.statements, b.statements, mergePoints),
  };
}

function both(
  a: Uint32Array | null,
  b: Uint32Array | null,
  merge: (a: Uint32Array, b: Uint32Array) => Uint32Array,
): Uint32Array | null {
  if (a === null) return b;
  return b === null ? a : merge(a, b);
}
