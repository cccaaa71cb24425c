import type { Count, CoverageMetric } from "@holdpoint/core";
import { addCounts } from "../json/mismatches.ts";
import type { FileFunctions } from "./functions.ts";

const NONE: Count = { covered: 0, total: 0 };

/**
 * What llvm-cov's summary of a file must say when it is true. It sums over functions: of one that was compiled several
 * times the largest of each figure, and a line of a function inside another counts for both. Lines can be foretold
 * only where none of that is so, and are left out elsewhere.
 *
 * @param lines counted of the file's segments
 */
export function expectedSummary(
  file: FileFunctions | undefined,
  lines: Count,
): Readonly<Partial<Record<CoverageMetric, Count>>> {
  if (file === undefined) return { lines };
  const groups = [...file.groups.values()];
  const functions = { covered: groups.filter(({ isCovered }) => isCovered).length, total: groups.length };
  let regions = NONE;
  let branches = NONE;
  for (const group of groups) {
    regions = addCounts(regions, group.regions) ?? NONE;
    branches = addCounts(branches, group.branches) ?? NONE;
  }
  return {
    functions,
    regions,
    ...(file.hasBranches ? { branches } : {}),
    ...(isPlain(file) ? { lines } : {}),
  };
}

/** Whether each line of the file belongs to one function that was compiled once. */
function isPlain({ groups, guests }: FileFunctions): boolean {
  const spans = [...groups.values()].sort((a, b) => a.line - b.line);
  const isAlone = spans.every(
    ({ line, instances }, index) => instances === 1 && line > (spans[index - 1]?.endLine ?? 0),
  );
  return isAlone && guests.length === 0;
}
