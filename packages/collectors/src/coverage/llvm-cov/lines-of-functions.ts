import type { HitCounts } from "../counts/hit-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import type { FileFunctions, Span } from "./functions.ts";

export interface CountedLines {
  readonly lines: LineHits;
  readonly hits: HitCounts | null;
}

/**
 * The lines that belong to functions. The body of a macro has a count of its own in the segments, and llvm-cov leaves
 * it out of its totals: what is in it is counted where the macro stands.
 */
export function linesOfFunctions({ lines, hits }: CountedLines, file: FileFunctions | undefined): CountedLines {
  const spans = file === undefined ? [] : joined([...file.groups.values(), ...file.guests]);
  const kept: number[] = [];
  let at = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = (lines[index] ?? 0) >>> 1;
    while ((spans[at]?.endLine ?? Number.POSITIVE_INFINITY) < line) at += 1;
    if ((spans[at]?.line ?? Number.POSITIVE_INFINITY) <= line) kept.push(index);
  }
  if (kept.length === lines.length) return { lines, hits };
  return {
    lines: Uint32Array.from(kept, (index) => lines[index] ?? 0),
    hits: hits === null ? null : Float64Array.from(kept, (index) => hits[index] ?? 0),
  };
}

/** Spans in ascending order, of which none overlap. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all = spans.map(({ line, endLine }) => ({ line, endLine })).sort((a, b) => a.line - b.line);
  const found: Span[] = [];
  for (const span of all) {
    const last = found.at(-1);
    if (last === undefined || span.line > last.endLine) found.push(span);
    else last.endLine = Math.max(last.endLine, span.endLine);
  }
  return found;
}
