import type { FileCounts } from "@holdpoint/collectors";
import type { Count, Lines } from "@holdpoint/core";

/** What is shown beside the lines of one source file. */
export interface SourceMarks {
  /** Measured lines in ascending order. */
  readonly lines: Lines;
  /** One for each of `lines`: 1 when it was hit. */
  readonly covered: Uint8Array;
  /** One for each of `lines`: how often it was hit; null where a report does not tell. */
  readonly hits: Float64Array | null;
  /** By line, the ways out of it. */
  readonly branches: ReadonlyMap<number, Count>;
  /** By line, the functions that begin there. */
  readonly functions: ReadonlyMap<number, Count>;
}

/**
 * Marks of a file that one or more reports measure, the first of them read as a whole. Lines and hits are taken
 * together; branches and functions of different reports are not the same things, so those of the report that counts
 * most of them stand. Null where no report says which lines it means.
 *
 * @param merged what all reports say of the file together
 * @param each what each of them says
 */
export function sourceMarks(merged: FileCounts, each: readonly FileCounts[]): SourceMarks | null {
  const { lines, hits } = merged;
  if (lines === null) return null;
  return {
    lines: lines.map((entry) => entry >>> 1),
    covered: Uint8Array.from(lines, (entry) => entry & 1),
    hits,
    branches: fullest(each, "branches"),
    functions: fullest(each, "functions"),
  };
}

function fullest(each: readonly FileCounts[], metric: "branches" | "functions"): ReadonlyMap<number, Count> {
  let best: ReadonlyMap<number, Count> = new Map();
  let most: Count = { covered: 0, total: 0 };
  for (const counts of each) {
    const points = counts[metric];
    if (points === null) continue;
    const byLine = pointsByLine(points);
    const sum = sumOf(byLine.values());
    if (sum.total < most.total || (sum.total === most.total && sum.covered <= most.covered)) continue;
    best = byLine;
    most = sum;
  }
  return best;
}

/** Points are two numbers each, a line and a key whose lowest bit says taken. */
function pointsByLine(points: Uint32Array): ReadonlyMap<number, Count> {
  const byLine = new Map<number, { covered: number; total: number }>();
  for (let at = 0; at < points.length; at += 2) {
    const line = points[at] ?? 0;
    let count = byLine.get(line);
    if (count === undefined) byLine.set(line, (count = { covered: 0, total: 0 }));
    count.covered += (points[at + 1] ?? 0) & 1;
    count.total += 1;
  }
  return byLine;
}

export function sumOf(counts: Iterable<Count>): Count {
  let covered = 0;
  let total = 0;
  for (const count of counts) {
    covered += count.covered;
    total += count.total;
  }
  return { covered, total };
}

/**
 * The ways out by measured line. Formats that hang branches on lines have no place for those of a line that is not
 * measured itself; they go to the nearest measured line before it, else to the first one, so that none is lost.
 */
export function branchesOfLines({ lines, branches }: SourceMarks): ReadonlyMap<number, Count> {
  const placed = new Map<number, Count>();
  for (const [line, count] of branches) {
    const at = nearest(lines, line);
    placed.set(at, sumOf([count, placed.get(at) ?? { covered: 0, total: 0 }]));
  }
  return placed;
}

function nearest(lines: Lines, wanted: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle] ?? 0) <= wanted) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] ?? lines[0] ?? wanted;
}

/** Hits as digits, exact to 2^53 and the nearest double above; 1 or 0 where nobody told how often. */
export function hitsText({ covered, hits }: SourceMarks, at: number): string {
  const count = hits === null ? (covered[at] ?? 0) : (hits[at] ?? 0);
  return Number.isSafeInteger(count) ? String(count) : BigInt(count).toString();
}
