import type { FileCounts } from "../counts/file-counts.ts";
import type { Interner } from "../counts/interner.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { LINE_MAX, LineHitsBuilder } from "../counts/line-hits.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { Arc, Region } from "./region.ts";

/** Since this format, what is listed as executed is exactly what the summary counts. */
const EXACT_FORMAT = 3;

/**
 * Counts of one file. Lines are statements: executed or missing, never excluded; branches are the jumps from a line
 * that has several; a function is covered when a line of its body is, and one without any line to cover is none.
 *
 * Before format 3 docstrings and unforeseen jumps stand among what was executed, and only the summary tells how many
 * of them there are. As many of the first are left out, which can only make the figure worse.
 */
export function countFile(cursor: JsonCursor, region: Region, format: number, interner: Interner): FileCounts {
  const excluded = new Set(region.excluded);
  const isLoose = format < EXACT_FORMAT;
  const executed = withoutSurplus(
    region.executed.filter((line) => !excluded.has(line)),
    isLoose ? region.summary?.lines?.covered : undefined,
  );
  return {
    lines: countLines(cursor, region, executed),
    branches: countBranches(region, isLoose, interner),
    functions: region.functions === null ? null : countFunctions(region.functions, interner),
    statements: null,
    regions: null,
    hits: null,
  };
}

/** Lines of each context, without those that are no statements. */
export function countContexts(region: Region, lines: LineHits): ReadonlyMap<string, LineHits> {
  const covered = new Set<number>();
  for (const entry of lines) if ((entry & 1) === 1) covered.add(entry >>> 1);
  const contexts = new Map<string, LineHits>();
  const builder = new LineHitsBuilder();
  for (const [name, all] of region.contexts) {
    for (const line of all) if (covered.has(line)) builder.add(line, 1);
    const { lines: hits } = builder.finish();
    if (hits.length > 0) contexts.set(name, hits);
  }
  return contexts;
}

function countLines(cursor: JsonCursor, region: Region, executed: readonly number[]): LineHits {
  const lines = new LineHitsBuilder();
  const both = new Set(executed);
  for (const line of executed) lines.add(line, 1);
  for (const line of region.missing) {
    if (both.has(line)) cursor.fail(`line ${line} is both executed and missing`, region.offset);
    lines.add(line, 0);
  }
  return lines.finish().lines;
}

function countBranches(region: Region, isLoose: boolean, interner: Interner): Points | null {
  const { executedArcs, missingArcs } = region;
  if (executedArcs === null || missingArcs === null) return null;
  const points = new PointsBuilder();
  const add = ([from, to]: Arc, isTaken: boolean): void => {
    const line = Math.min(Math.abs(from), LINE_MAX);
    points.add(line, interner.of(`to ${to}${from < 0 ? " from the start" : ""}`), 0, isTaken);
  };
  const executed = withoutSurplus(
    executedArcs.filter(([from, to]) => from !== to),
    isLoose ? region.summary?.branches?.covered : undefined,
  );
  for (const arc of executed) add(arc, true);
  for (const arc of missingArcs) add(arc, false);
  return points.finish();
}

function withoutSurplus<Item>(all: readonly Item[], declared: number | undefined): readonly Item[] {
  return declared === undefined || declared >= all.length ? all : all.slice(all.length - declared);
}

function countFunctions(functions: readonly Region[], interner: Interner): Points {
  const points = new PointsBuilder();
  const key = interner.of("function");
  for (const { startLine, executed, missing } of functions) {
    if (executed.length + missing.length === 0) continue;
    const line = startLine ?? Math.min(...executed.slice(0, 1), ...missing.slice(0, 1));
    points.add(line, key, 0, executed.length > 0);
  }
  return points.finish();
}
